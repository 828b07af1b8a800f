import type { Drivers } from "../../devices/drivers/drivers.ts";
import type { Action } from "../../src/intents/actions/define-action.ts";
import type { Lang } from "../../src/intents/plan.ts";
import type { Powers } from "../../src/intents/powers.ts";
import type { Result, UndoData } from "../../src/intents/result.ts";
import { openMemory } from "../../src/memory/open-memory.ts";

export type Done = Extract<Result, { kind: "done" }>;

/** Runs the actions of a domain with real drivers and real memory, as a turn does. */
export interface DeviceRunner extends Disposable {
  run(name: string, args?: Record<string, unknown>, lang?: Lang): Promise<Result>;
  /** The result, which must be "done". */
  done(name: string, args?: Record<string, unknown>, lang?: Lang): Promise<Done>;
  /** What there is to say before the person is asked for a yes; undefined: it can be done. */
  look(name: string, args?: Record<string, unknown>): Promise<Result | undefined>;
  /** Undo data goes through JSON, as through the ledger. */
  undo(name: string, result: Result, lang?: Lang): Promise<Result>;
  readonly powers: Powers;
}

/** @param folder home, and where the memory lies */
export function deviceRunner(actions: readonly Action[], drivers: Drivers, folder: string): DeviceRunner {
  // 10:00 in Paris on the Monday on which all examples are spoken.
  const now = () => new Date("2026-11-23T09:00:00Z");
  const memory = openMemory(folder, { now });
  const powersIn = (lang: Lang): Powers => ({
    lang,
    now,
    timeZone: "Europe/Paris",
    signal: new AbortController().signal,
    home: folder,
    drivers,
    memory,
    refs: { resolve: () => [], last: () => [] },
    config: { units: "metric", folders: {}, commandTimeoutMs: 5_000 },
    dialogue: {
      understand: async () => [],
      undo: async () => ({ kind: "done", say: "" }),
      lastReply: () => undefined,
      lastTurn: () => undefined,
    },
  });
  const find = (name: string): Action => {
    const action = actions.find((a) => a.name === name);
    if (action === undefined) throw new Error(`no action ${name}`);
    return action;
  };
  const run: DeviceRunner["run"] = async (name, args = {}, lang = "en") => {
    const action = find(name);
    return action.run(action.schema.parse(args) as never, powersIn(lang));
  };
  return {
    powers: powersIn("en"),
    run,
    done: async (...args) => {
      const result = await run(...args);
      if (result.kind !== "done") throw new Error(`${args[0]}: ${JSON.stringify(result)}`);
      return result;
    },
    look: async (name, args = {}) => {
      const action = find(name);
      return action.look!(action.schema.parse(args) as never, powersIn("en"));
    },
    undo: async (name, result, lang = "en") => {
      if (result.kind !== "done" || result.undo === undefined) throw new Error(`${name} left nothing to undo`);
      return find(name).undo!(JSON.parse(JSON.stringify(result.undo)) as UndoData, powersIn(lang));
    },
    [Symbol.dispose]: () => memory[Symbol.dispose](),
  };
}
