import { existsSync } from "node:fs";
import { toShellError } from "../../errors.ts";
import { openHouse } from "../house.ts";
import { connectDaemon } from "./client.ts";
import { type Paper, paint } from "./print.ts";

export interface Check {
  readonly what: string;
  readonly state: "works" | "missing" | "broken";
  readonly detail: string;
  /** The command or step that mends it. */
  readonly remedy?: string;
}

/** What works on this machine, what is missing, and what mends it. Changes nothing. */
export async function examine(): Promise<readonly Check[]> {
  const checks: Check[] = [{ what: "node", state: "works", detail: process.version }];
  let house: ReturnType<typeof openHouse>;
  try {
    house = openHouse();
  } catch (error) {
    return [...checks, broken("configuration and memory", error)];
  }
  try {
    const { paths } = house;
    checks.push(
      {
        what: "configuration",
        state: "works",
        detail: existsSync(paths.configFile) ? paths.configFile : `defaults (no ${paths.configFile})`,
      },
      { what: "memory", state: "works", detail: paths.data },
    );
    checks.push(await mind(house));
    const daemon = await connectDaemon(paths.runtime);
    daemon?.[Symbol.dispose]();
    checks.push(
      daemon
        ? { what: "daemon", state: "works", detail: "running" }
        : {
            what: "daemon",
            state: "missing",
            detail: "not running; alerts ring while a shell is open",
            remedy: "saysh daemon &",
          },
    );
    for (const { capability, backend, remedy } of await house.drivers.probe())
      checks.push({
        what: capability,
        state: backend === undefined ? "missing" : "works",
        detail: backend ?? "no backend on this machine",
        ...(remedy ? { remedy } : {}),
      });
  } finally {
    await house[Symbol.asyncDispose]();
  }
  return checks;
}

async function mind(house: ReturnType<typeof openHouse>): Promise<Check> {
  try {
    const started = performance.now();
    const understanding = await house.understanding();
    const loadedMs = performance.now() - started;
    const plan = await understanding.understand("set a timer for ten minutes", {
      now: new Date(),
      timeZone: house.timeZone,
    });
    const megabytes = (understanding.residentBytes / 1e6).toFixed(1);
    return {
      what: "reflex model",
      state: plan.calls[0]?.action === "timer_start" ? "works" : "broken",
      detail: `${megabytes} MB, loaded in ${loadedMs.toFixed(0)} ms, an answer in ${plan.ms.toFixed(0)} ms`,
    };
  } catch (error) {
    return broken("reflex model", error);
  }
}

function broken(what: string, error: unknown): Check {
  const { message, remedy } = toShellError(error);
  return { what, state: "broken", detail: message, ...(remedy ? { remedy } : {}) };
}

/** As a table for people. */
export function doctorLines(checks: readonly Check[], paper: Paper): string[] {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const mark = {
    works: paint(paper, "green", "✓"),
    missing: paint(paper, "yellow", "–"),
    broken: paint(paper, "red", "✗"),
  };
  return checks.flatMap(({ what, state, detail, remedy }) => [
    `${mark[state]} ${what.padEnd(width)}  ${detail}`,
    ...(remedy && state !== "works" ? [`  ${" ".repeat(width)}  ${paint(paper, "dim", `→ ${remedy}`)}`] : []),
  ]);
}
