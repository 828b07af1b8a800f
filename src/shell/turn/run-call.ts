import type { Action } from "../../intents/actions/define-action.ts";
import type { Powers } from "../../intents/powers.ts";
import type { Result } from "../../intents/result.ts";
import { cancelLast } from "../cancel-last.ts";
import { failureOf } from "../failure.ts";
import { decide } from "../policy/decide.ts";
import type { ActorContext } from "./context.ts";
import type { ActInput } from "./machine.ts";
import { confirmingQuestion } from "./questions.ts";
import type { Deed } from "./types.ts";

/**
 * Runs one call, after asking the policy once more: whatever the machine believes, a call that needs a yes runs only by using up
 * a confirmation of exactly this call.
 */
export async function runCall(input: ActInput, shell: ActorContext, signal: AbortSignal): Promise<Deed> {
  const { call, index, request, lang } = input;
  const action = shell.catalogue.get(call.action);
  const { decision, rule } = decide(call, action, { config: shell.policy, origin: request.origin, door: request.door });
  if (action === undefined || decision === "deny") return { result: null, refused: rule };
  if (signal.aborted) return { result: null, refused: "aborted" };
  if (decision === "ask" && !shell.confirmations.consume(call)) {
    const question = shell.questions.confirm(index, call, confirmingQuestion(call, action, lang));
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }

  const powers = shell.powersFor(request, lang, signal);
  const result =
    call.action === "cancel"
      ? await cancelLast(powers, shell.catalogue, { door: request.door, nowMs: shell.clock.now() })
      : await outcomeOfRun(action, call.args, powers);
  if (signal.aborted) {
    shell.finishedLate(call, result, request, lang);
    return { result };
  }
  return ask(result, input, shell);
}

/** A thrown error becomes a result: nothing that goes wrong in an action goes further than this. */
export async function outcomeOfRun(
  action: Action,
  args: Readonly<Record<string, unknown>>,
  powers: Powers,
): Promise<Result> {
  try {
    return await action.run(action.schema.parse(args) as never, powers);
  } catch (error) {
    return failureOf(error, powers.lang);
  }
}

function ask(result: Result, { index, turn }: ActInput, shell: ActorContext): Deed {
  if (result.kind === "done") {
    if (result.things) shell.references.mention(turn, result.things);
    return { result };
  }
  if (result.kind === "choose" && result.options.length > 0) {
    const question = shell.questions.choose(index, result.arg, result.question, result.options);
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }
  if (result.kind === "ask") {
    const question = shell.questions.clarify(index, result.arg, result.question);
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }
  return { result };
}
