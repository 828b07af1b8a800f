import { fromPromise } from "xstate";
import type { Plan } from "../../intents/plan.ts";
import { cancellable } from "../cancel-last.ts";
import type { ActInput, DecideInput, ReadAnswerInput, ReplyInput, UnderstandInput } from "./actor-inputs.ts";
import { type ActorContext, nowOf } from "./context.ts";
import { makeRuling } from "./make-ruling.ts";
import { readPlainWords } from "./plain-words.ts";
import { readAnswer } from "./read-answer.ts";
import { runCall } from "./run-call.ts";
import type { Answer, Deed, Reply, Ruling } from "./types.ts";

/** The machine's named actors, for this session. xstate aborts `signal` when the state that invoked one is left. */
export function turnActors(
  shell: ActorContext,
  reply: (input: ReplyInput) => Promise<Reply>,
  isRinging: () => boolean,
) {
  return {
    understand: fromPromise<Plan, UnderstandInput>(async ({ input: { request, previous, lang }, signal }) => {
      startAfresh(shell);
      const how = {
        now: nowOf(request, shell.clock),
        timeZone: shell.timeZone,
        signal,
        ...(request.lang === undefined ? {} : { lang: request.lang }),
      };
      const inContext =
        previous === null ? undefined : await shell.understand(request.utterance, { ...how, context: previous });
      // The turn before is there to help: where it makes a mind doubt ("thanks", after a question for the time), the words are read alone.
      const isDoubtful = inContext === undefined || inContext.unsure === true || inContext.confidence < DOUBT_BELOW;
      const alone = isDoubtful ? await shell.understand(request.utterance, how) : undefined;
      const chosen = alone ? betterOf(alone, inContext) : inContext!;
      const understood = { ...chosen, ms: (inContext?.ms ?? 0) + (alone?.ms ?? 0) };
      const isCancellable = () => {
        const { memory } = shell.powersFor(request, lang, signal);
        return (
          cancellable(memory, { session: shell.session, door: request.door, nowMs: shell.clock.now() }) !== undefined
        );
      };
      const plan = readPlainWords(understood, request.lang ?? lang, isCancellable);
      return isRinging() ? stopWhatRings(plan, shell) : plan;
    }),
    decide: fromPromise<Ruling, DecideInput>(({ input, signal }) => makeRuling(input, shell, signal)),
    readAnswer: fromPromise<Answer, ReadAnswerInput>(async ({ input, signal }) => {
      const answer = await readAnswer(input, shell, signal);
      if (answer.kind === "plan") startAfresh(shell);
      return answer;
    }),
    act: fromPromise<Deed, ActInput>(({ input, signal }) => runCall(input, shell, signal)),
    reply: fromPromise<Reply, ReplyInput>(({ input }) => reply(input)),
  };
}

/** A plan made in context with less confidence than this is held against the same words read alone. */
const DOUBT_BELOW = 0.8;

/**
 * A sure reading before an unsure one. Of two sure ones the one in context, since only it knows what "it" is; unless the other is of the same kind and clearly surer
 * ("add eggs and milk" lost its milk after talk of timers), or the context only confused what is plain without it.
 */
function betterOf(alone: Plan, inContext: Plan | undefined): Plan {
  if (!inContext) return alone;
  if (alone.unsure === true) return inContext;
  if (inContext.unsure === true) return alone;
  const kinds = (plan: Plan) => [...new Set(plan.calls.map(({ action }) => action))].join();
  const isClearlySurer = alone.confidence > inContext.confidence + 0.1;
  const isPlain = alone.confidence >= 0.9 && inContext.confidence < 0.6;
  return isPlain || (isClearlySurer && kinds(alone) === kinds(inContext)) ? alone : inContext;
}

/** A new plan: no question has been asked, and a yes that was given before and not used yet was for the old one. */
function startAfresh({ questions, confirmations }: ActorContext): void {
  questions.reset();
  confirmations.clear();
}

/** While something rings, a bare "stop" is for what rings. */
function stopWhatRings(plan: Plan, { catalogue }: ActorContext): Plan {
  const isBareStop = plan.calls.length === 1 && plan.calls[0]?.action === "cancel";
  return isBareStop && catalogue.has("alarm_stop") ? { ...plan, calls: [{ action: "alarm_stop", args: {} }] } : plan;
}
