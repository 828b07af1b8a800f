import type { Action } from "../../intents/actions/define-action.ts";
import type { Plan, TurnContext } from "../../intents/plan.ts";
import type { ReadAnswerInput } from "./actor-inputs.ts";
import { missingArgs } from "./call-shape.ts";
import { type ActorContext, nowOf } from "./context.ts";

/** Below this the new words are an answer that was not understood, not a change of mind. */
export const REPLACING_CONFIDENCE = 0.85;

/** The words after a question as a plan of their own. @param about the turn they may refer to; none: as if said out of the blue */
export async function understandAnswer(
  { request }: ReadAnswerInput,
  about: TurnContext | undefined,
  shell: ActorContext,
  signal: AbortSignal,
): Promise<Plan | undefined> {
  try {
    return await shell.understand(request.utterance, {
      now: nowOf(request, shell.clock),
      timeZone: shell.timeZone,
      signal,
      ...(about === undefined ? {} : { context: about }),
      ...(request.lang === undefined ? {} : { lang: request.lang }),
    });
  } catch {
    // A mind that fails here has simply not understood the words as a plan; the question is asked again.
    return undefined;
  }
}

/** A plan of its own, complete and at least so sure. "Thanks" or a stray remark does not push a pending call aside. */
export function isAnother(plan: Plan, { catalogue }: ActorContext, confidence: number): boolean {
  const complete = (action: Action | undefined, index: number) =>
    action !== undefined && missingArgs(plan.calls[index]!, action).length === 0;
  return (
    plan.unsure !== true &&
    plan.confidence >= confidence &&
    plan.calls.length > 0 &&
    plan.calls.every((call, index) => complete(catalogue.get(call.action), index)) &&
    !isChatter(plan)
  );
}

function isChatter(plan: Plan): boolean {
  return plan.calls.every(({ action }) => action === "smalltalk" || action === "repeat");
}
