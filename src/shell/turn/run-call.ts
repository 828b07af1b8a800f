import type { Action } from "../../intents/actions/define-action.ts";
import type { Call } from "../../intents/plan.ts";
import type { Powers } from "../../intents/powers.ts";
import type { Result } from "../../intents/result.ts";
import { cancelLast } from "../cancel-last.ts";
import { failureOf } from "../failure.ts";
import { decide } from "../policy/decide.ts";
import type { ActInput } from "./actor-inputs.ts";
import { declaredPart } from "./call-shape.ts";
import type { ActorContext } from "./context.ts";
import { lookFirst } from "./look-first.ts";
import { confirmingQuestion } from "./questions.ts";
import type { Deed } from "./types.ts";

/**
 * Runs one call, after asking the policy once more: whatever the machine believes, a call that needs a yes runs only by using up
 * a confirmation of exactly this call.
 */
export async function runCall(input: ActInput, shell: ActorContext, signal: AbortSignal): Promise<Deed> {
  const { call, index, request, lang } = input;
  const action = shell.catalogue.get(call.action);
  const exact = declaredPart(call, action, shell.questions.undeclared(index));
  const { decision, rule } = decide(exact, action, {
    config: shell.policy,
    origin: request.origin,
    door: request.door,
  });
  if (action === undefined || decision === "deny") return { result: null, refused: rule };
  if (signal.aborted) return { result: null, refused: "aborted" };
  if (decision === "ask" && !shell.confirmations.consume(exact)) {
    const instead = await lookFirst(exact, action, (limit) => shell.powersFor(request, lang, limit), signal);
    if (instead) return deedOf(instead, input, exact, shell);
    const question = shell.questions.confirm(
      index,
      exact,
      confirmingQuestion(shell.questions.named(exact), action, lang),
    );
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }

  const powers = shell.powersFor(request, lang, signal);
  const result =
    call.action === "cancel"
      ? await cancelLast(powers, shell.catalogue, {
          session: shell.session,
          door: request.door,
          nowMs: shell.clock.now(),
        })
      : await outcomeOfRun(action, exact.args, call.args, powers);
  if (signal.aborted) {
    shell.finishedLate(call, result, request, lang);
    return { result };
  }
  return deedOf(result, input, exact, shell);
}

/**
 * A thrown error becomes a result: nothing that goes wrong in an action goes further than this. What the action itself asked for goes
 * beside what its schema has passed.
 */
async function outcomeOfRun(
  action: Action,
  declared: Call["args"],
  all: Call["args"],
  powers: Powers,
): Promise<Result> {
  const undeclared = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in declared)));
  try {
    return await action.run({ ...action.schema.parse(declared), ...undeclared } as never, powers);
  } catch (error) {
    return failureOf(error, powers.lang);
  }
}

function deedOf(result: Result, { index, turn }: ActInput, exact: Call, shell: ActorContext): Deed {
  if (result.kind === "done") {
    if (result.things) shell.references.mention(turn, result.things);
    return { result };
  }
  if (result.kind === "choose" && result.options.length > 0) {
    shell.references.mention(turn, result.options);
    const question = shell.questions.choose(index, result.arg, result.question, result.options);
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }
  if (result.kind === "ask") {
    if (!(result.arg in (shell.catalogue.get(exact.action)?.args ?? {}))) {
      shell.questions.noteUndeclared(index, result.arg);
      if (shell.catalogue.get(exact.action)?.risk !== "dangerous") shell.confirmations.giveBack(exact);
    }
    const question = shell.questions.clarify(index, result.arg, result.question);
    return question ? { result: null, question } : { result: null, refused: "GAVE_UP" };
  }
  return { result };
}
