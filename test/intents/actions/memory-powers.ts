import { onTestFinished } from "vitest";
import type { Drivers } from "../../../devices/drivers/drivers.ts";
import { ShellError } from "../../../src/errors.ts";
import type { Action } from "../../../src/intents/actions/define-action.ts";
import type { Lang } from "../../../src/intents/plan.ts";
import type { Dialogue, Powers } from "../../../src/intents/powers.ts";
import type { Result, Thing, UndoData } from "../../../src/intents/result.ts";
import { openMemory } from "../../../src/memory/open-memory.ts";
import { temporaryFolder } from "../../memory/temp-memory.ts";

type Done = Extract<Result, { kind: "done" }>;

/** A session's worth of powers with real memory in a temporary folder and no devices. */
export function memoryPowers(options: { lang?: Lang; drivers?: Partial<Drivers>; dialogue?: Partial<Dialogue> } = {}) {
  // 10:00 in Paris on the Monday on which all examples are spoken.
  const clock = { now: new Date("2026-11-23T09:00:00Z") };
  const memory = openMemory(temporaryFolder(), { now: () => clock.now });
  onTestFinished(() => memory[Symbol.dispose]());
  let mentioned: readonly Thing[] = [];

  const powers = (lang: Lang = options.lang ?? "en"): Powers => ({
    lang,
    now: () => clock.now,
    timeZone: "Europe/Paris",
    signal: new AbortController().signal,
    home: "/home/nobody",
    drivers: noDevices(options.drivers),
    memory,
    refs: {
      resolve: (words, kinds) =>
        words === "it" ? mentioned.filter((thing) => kinds.includes(thing.kind)).slice(0, 1) : [],
      last: (kinds) => mentioned.filter((thing) => kinds.includes(thing.kind)),
    },
    config: { units: "metric", folders: {}, commandTimeoutMs: 5_000 },
    dialogue: {
      understand: async (words) => (/dim|mute/.test(words) ? [{ action: "brightness_set", args: {} }] : []),
      undo: async () => ({ kind: "done", say: "" }),
      lastReply: () => undefined,
      lastTurn: () => undefined,
      ...options.dialogue,
    },
  });

  /** The actions of a domain by name; arguments pass their schema as in a real turn. */
  const runnerOf = (actions: readonly Action[]) => {
    const find = (name: string): Action => {
      const action = actions.find((candidate) => candidate.name === name);
      if (action === undefined) throw new Error(`no action ${name}`);
      return action;
    };
    const run = async (name: string, args: Record<string, unknown> = {}, lang?: Lang): Promise<Result> => {
      const action = find(name);
      const result = await action.run(action.schema.parse(args) as never, powers(lang));
      if (result.kind === "done" && result.things !== undefined) mentioned = result.things;
      return result;
    };
    /** Undo data goes through JSON, as through the ledger. */
    const undo = async (name: string, result: Result, lang?: Lang): Promise<Result> => {
      if (result.kind !== "done" || result.undo === undefined) throw new Error(`${name} left nothing to undo`);
      const data = JSON.parse(JSON.stringify(result.undo)) as UndoData;
      return find(name).undo!(data, powers(lang));
    };
    return { run, undo };
  };

  const advance = (ms: number): void => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  return { powers, memory, clock, advance, runnerOf };
}

export function said(result: Result): string {
  if (result.kind === "choose" || result.kind === "ask") return result.question;
  return result.say;
}

export function done(result: Result): Done {
  if (result.kind !== "done") throw new Error(`${result.kind}: ${said(result)}`);
  return result;
}

function noDevices(given: Partial<Drivers> = {}): Drivers {
  const missing = (name: string) => async () => {
    throw new ShellError("BACKEND_MISSING", `no ${name} here`, { remedy: "sudo apt install something" });
  };
  const handler: ProxyHandler<Partial<Drivers>> = {
    get: (target, name) => Reflect.get(target, name) ?? missing(String(name)),
  };
  return new Proxy(given, handler) as Drivers;
}
