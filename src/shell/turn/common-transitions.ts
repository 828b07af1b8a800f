import { not, or, stateIn } from "xstate";
import { ShellError } from "../../errors.ts";
import type { TurnContext } from "../../intents/plan.ts";
import type { DecideInput } from "./actor-inputs.ts";
import type { Request, Road } from "./types.ts";

/** Muting closes the ear, not the keyboard. */
export const isHeard = or(["isTyped", not(stateIn({ hearing: "muted" }))]);

/** In every state in which something is under way. */
export const cancel = {
  "turn.cancel": { target: "replying", actions: { type: "conclude", params: { outcome: "cancelled" } } },
} as const;

export function requestOf({ type: _, ...request }: { readonly type: string } & Request): Request {
  return request;
}

export function decideInput({ calls, cursor, request, lang }: Road): DecideInput {
  return { calls, cursor, request, lang };
}

export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
  return error instanceof ShellError && error.remedy !== undefined ? `${message} (${error.remedy})` : message;
}

/** What a follow-up may refer to: the calls as they are now, answers filled in. */
export function contextOf({ plan, calls, request }: Road): TurnContext {
  const words = plan?.words === undefined ? {} : { words: plan.words };
  return { utterance: plan?.utterance ?? request.utterance, calls, ...words };
}
