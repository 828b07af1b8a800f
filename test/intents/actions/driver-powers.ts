import type { Drivers } from "../../../devices/drivers/drivers.ts";
import type { Action } from "../../../src/intents/actions/define-action.ts";
import type { Lang } from "../../../src/intents/plan.ts";
import type { Powers } from "../../../src/intents/powers.ts";
import type { Result, UndoData } from "../../../src/intents/result.ts";
import { failureOf } from "../../../src/shell/failure.ts";
import { createReferences } from "../../../src/shell/references.ts";
import { memoryPowers } from "./memory-powers.ts";

type Given = { drivers: Partial<Drivers>; home?: string; config?: Partial<Powers["config"]>; signal?: AbortSignal };

/** Runs actions as a session does: real drivers, real references from turn to turn, errors as results, undo through JSON. */
export function driverPowers(actions: readonly Action[], { drivers, home = "/nowhere", config, signal }: Given) {
  const world = memoryPowers({ drivers });
  const refs = createReferences();
  let turn = 0;
  const powers = (lang: Lang): Powers => {
    const base = world.powers(lang);
    return { ...base, home, refs, signal: signal ?? base.signal, config: { ...base.config, ...config } };
  };
  const find = (name: string): Action => {
    const action = actions.find((candidate) => candidate.name === name);
    if (!action) throw new Error(`no action ${name}`);
    return action;
  };
  return {
    async run(name: string, args: Record<string, unknown> = {}, lang: Lang = "en"): Promise<Result> {
      const action = find(name);
      const input = action.schema.parse(args) as never;
      const result = await action.run(input, powers(lang)).catch((error) => failureOf(error, lang));
      turn += 1;
      if (result.kind === "done" && result.things) refs.mention(turn, result.things);
      return result;
    },
    /** What there is to say before the person is asked for a yes. */
    async look(name: string, args: Record<string, unknown> = {}, lang: Lang = "en"): Promise<Result | undefined> {
      return find(name).look!(args as never, powers(lang)).catch((error) => failureOf(error, lang));
    },
    async undo(name: string, result: Result, lang: Lang = "en"): Promise<Result> {
      if (result.kind !== "done" || !result.undo) throw new Error(`${name} left nothing to undo`);
      const data = JSON.parse(JSON.stringify(result.undo)) as UndoData;
      return find(name).undo!(data, powers(lang)).catch((error) => failureOf(error, lang));
    },
  };
}
