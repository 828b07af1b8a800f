import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { hasProgram } from "../../../devices/drivers/run-program.ts";
import { toShellError } from "../../errors.ts";
import { resolvePaths } from "../../paths.ts";
import { type House, openHouse } from "../house.ts";
import { connectDaemon } from "./client.ts";
import { loudspeaker, microphone } from "./doctor-sound.ts";
import { voiceEngines } from "./doctor-voice.ts";
import { type Paper, paint } from "./print.ts";
import { PLAYERS } from "./tone.ts";

export interface Check {
  readonly what: string;
  readonly state: "works" | "missing" | "broken";
  readonly detail: string;
  /** The command or step that mends it. */
  readonly remedy?: string;
}

/** A service that hangs must not make the doctor hang. */
const PROBE_LIMIT_MS = 8_000;

/** What works on this machine, what is missing, and what mends it. Acts on nothing. */
export async function examine(): Promise<readonly Check[]> {
  const first: Check[] = [{ what: "node", state: "works", detail: process.version }, await daemon(), tone(), notices()];
  let house: House;
  try {
    house = openHouse();
  } catch (error) {
    return [...first, broken("configuration and memory", error)];
  }
  try {
    const { paths } = house;
    const configuration = existsSync(paths.configFile) ? paths.configFile : `defaults (no ${paths.configFile})`;
    // one after the other: the model's time is told as well
    const reflex = await mind(house);
    return [
      first[0]!,
      { what: "configuration", state: "works", detail: configuration },
      { what: "memory", state: "works", detail: paths.data },
      reflex,
      ...first.slice(1),
      ...(await wyoming(house)),
      ...(await capabilities(house)),
      await microphone(house.config.voice.microphone),
      await loudspeaker(house.config.voice.speaker),
      ...(await voiceEngines()),
    ];
  } finally {
    await Promise.race([house[Symbol.asyncDispose](), delay(PROBE_LIMIT_MS)]);
  }
}

async function daemon(): Promise<Check> {
  const client = await connectDaemon(resolvePaths().runtime);
  client?.[Symbol.dispose]();
  if (client) return { what: "daemon", state: "works", detail: "running" };
  const detail = "not running; alerts ring while a shell is open, or one is started for them";
  return { what: "daemon", state: "missing", detail, remedy: "saysh daemon &" };
}

function tone(): Check {
  const player = PLAYERS.find(([program]) => hasProgram(program, process.env));
  return player
    ? { what: "alert tone", state: "works", detail: player[0] }
    : { what: "alert tone", state: "missing", detail: "no player of sounds", remedy: "sudo apt install alsa-utils" };
}

function notices(): Check {
  return hasProgram("notify-send", process.env)
    ? { what: "alert notice", state: "works", detail: "notify-send" }
    : {
        what: "alert notice",
        state: "missing",
        detail: "alerts are not shown on the desktop",
        remedy: "sudo apt install libnotify-bin",
      };
}

async function mind(house: House): Promise<Check> {
  try {
    const started = performance.now();
    const understanding = await house.understanding();
    const loadedMs = performance.now() - started;
    const plan = await understanding.understand("set a timer for ten minutes", {
      now: new Date(),
      timeZone: house.timeZone,
    });
    const megabytes = (understanding.residentBytes / 1e6).toFixed(1);
    const works = plan.calls[0]?.action === "timer_start";
    return {
      what: "reflex model",
      state: works ? "works" : "broken",
      detail: `${megabytes} MB, loaded in ${loadedMs.toFixed(0)} ms, an answer in ${plan.ms.toFixed(0)} ms`,
      ...(works ? {} : { remedy: "install saysh again: its model does not understand “set a timer for ten minutes”" }),
    };
  } catch (error) {
    return broken("reflex model", error);
  }
}

/** A row for each Wyoming service that is configured. */
async function wyoming({ config }: House): Promise<readonly Check[]> {
  const { stt, tts, wake, serve } = config.voice.wyoming;
  if (!stt && !tts && !wake && !serve) return [];
  const { wyomingChecks } = await import("./wyoming-checks.ts");
  return wyomingChecks(config.voice.wyoming);
}

async function capabilities(house: House): Promise<readonly Check[]> {
  const found = await Promise.race([house.drivers.probe(), delay(PROBE_LIMIT_MS, undefined, { ref: false })]);
  if (found === undefined)
    return [
      {
        what: "capabilities",
        state: "broken",
        detail: `a service of this machine does not answer within ${PROBE_LIMIT_MS / 1000} seconds`,
        remedy: "systemctl --failed; systemctl --user --failed",
      },
    ];
  return found.map(({ capability, backend, remedy }) =>
    backend === undefined
      ? {
          what: capability,
          state: "missing",
          detail: "no backend on this machine",
          remedy: remedy ?? `set up ${capability} in the settings of this system`,
        }
      : { what: capability, state: "works", detail: backend },
  );
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
