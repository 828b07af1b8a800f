import type { z } from "zod";
import { type Args, type InputOf, schemaOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";

/**
 * read: never asks · reversible: acts at once and can be undone · external: leaves the device, reads back and waits
 * for yes · dangerous: loses work or weakens security, reads back and waits for yes, never from untrusted text.
 */
export type Risk = "read" | "reversible" | "external" | "dangerous";

/** An utterance with the arguments it must give. `now` for all examples is 2026-11-23T10:00 (a Monday), Europe/Paris. */
export type Example = readonly [utterance: string, args: Readonly<Record<string, unknown>>];

export interface ActionSpec<A extends Args = Args> {
  readonly name: string;
  /** One line for people, tool descriptions and docs. */
  readonly summary: string;
  readonly args: A;
  readonly risk: Risk;
  readonly examples: Readonly<Record<Lang, readonly Example[]>>;
  /** Utterances that sound near but must not give this action. */
  readonly negatives: Readonly<Record<Lang, readonly string[]>>;
  /** The sentence read back before a confirmation and in a dry run: "turn the machine off", "éteindre la machine". */
  describe(input: InputOf<A>, lang: Lang): string;
  /**
   * Before the person is asked for a yes: what there is to say instead (nothing of that name, several, nothing here can do it, it is so
   * already). Undefined: it can be done. Changes nothing, and is no permission: `run` looks again.
   */
  look?(input: InputOf<A>, powers: Powers): Promise<Result | undefined>;
  run(input: InputOf<A>, powers: Powers): Promise<Result>;
  /** Puts back what `run` did, from the data it left. Present whenever risk is reversible, unless nothing changes. */
  undo?(data: UndoData, powers: Powers): Promise<Result>;
}

export interface Action extends ActionSpec {
  readonly domain: string;
  readonly schema: z.ZodType<Record<string, unknown>>;
}

/** Types, grammar, tool description, docs and the MCP export all derive from this one declaration. */
export function defineAction<const A extends Args>(spec: ActionSpec<A>): ActionSpec {
  // The catalogue holds actions of every input type; each run is only ever handed input that its own schema passed.
  return spec as unknown as ActionSpec;
}

/** The actions of one file, under their domain. */
export function defineDomain(domain: string, specs: readonly ActionSpec[]): readonly Action[] {
  return specs.map((spec) => ({ ...spec, domain, schema: schemaOf(spec.args) }));
}
