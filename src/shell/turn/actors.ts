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
      const isDoubtful = inContext === undefined || inContext.unsure === true;
      const alone = isDoubtful ? await shell.understand(request.utterance, how) : undefined;
      const chosen = alone && alone.unsure !== true ? alone : (inContext ?? alone!);
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
