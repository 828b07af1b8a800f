import { assign, emit, enqueueActions, fromPromise, setup } from "xstate";
import type { Lang, Plan } from "../../intents/plan.ts";
import type { Outcome } from "../../memory/memory.ts";
import type { ActInput, DecideInput, ReadAnswerInput, ReplyInput, UnderstandInput } from "./actor-inputs.ts";
import type { Alert, Answer, Deed, Emitted, Question, Reply, Request, Road, RoadEvent, Ruling } from "./types.ts";
import {
  begin,
  beginAnswer,
  beginUndo,
  conclude,
  fillIn,
  ring,
  silence,
  takeDeed,
  takePlan,
  takeQuestion,
  takeReply,
  takeRuling,
} from "./updates.ts";

/** Named here, provided by the session (or by a test): whoever runs the machine without them hears of it. */
const missing = (): never => {
  throw new Error("the turn machine runs without its actors: provide them");
};

/** Everything that the machine's states refer to by name. */
export const turnSetup = setup({
  types: {
    context: {} as Road,
    events: {} as RoadEvent,
    emitted: {} as Emitted,
    input: {} as { readonly lang: Lang },
  },
  actors: {
    understand: fromPromise<Plan, UnderstandInput>(missing),
    decide: fromPromise<Ruling, DecideInput>(missing),
    readAnswer: fromPromise<Answer, ReadAnswerInput>(missing),
    act: fromPromise<Deed, ActInput>(missing),
    reply: fromPromise<Reply, ReplyInput>(missing),
  },
  guards: {
    isTyped: ({ event }) => event.type === "utterance.received" && event.door !== "voice",
    isUnderstood: (_, plan: Plan) => plan.calls.length > 0 && plan.unsure !== true,
    asksTo: (_, params: { question: Question | undefined; kind: Question["kind"] }) =>
      params.question?.kind === params.kind,
    rules: (_, params: { ruling: Ruling; next: Ruling["next"]["kind"] }) => params.ruling.next.kind === params.next,
    answers: (_, params: { answer: Answer; kind: Answer["kind"] }) => params.answer.kind === params.kind,
    hasMoreToDo: ({ context }, deed: Deed) => deed.result?.kind === "done" && context.cursor + 1 < context.calls.length,
    leavesOthersRinging: ({ context }, id: string | undefined) =>
      id !== undefined && context.alerts.some((alert) => alert.id !== id),
  },
  actions: {
    begin: assign(({ context }, request: Request) => begin(context, request)),
    beginAnswer: assign(({ context }, request: Request) => beginAnswer(context, request)),
    beginUndo: assign(({ context }, door: string) => beginUndo(context, door)),
    takePlan: assign(({ context }, plan: Plan) => takePlan(context, plan)),
    takeRuling: assign(({ context }, ruling: Ruling) => takeRuling(context, ruling)),
    takeQuestion: assign(({ context }, question: Question) => takeQuestion(context, question)),
    fillIn: assign(({ context }, args: Readonly<Record<string, unknown>>) => fillIn(context, args)),
    takeDeed: assign(({ context }, deed: Deed) => takeDeed(context, deed)),
    conclude: assign(({ context }, end: { outcome: Outcome; because?: string }) => conclude(context, end)),
    undoAfterwards: assign({ thenUndo: true }),
    takeReply: assign(({ context }, reply: Reply) => takeReply(context, reply)),
    closeFollowUp: assign({ previous: null }),
    ring: assign(({ context }, alert: Alert) => ring(context, alert)),
    silence: assign(({ context }, id: string | undefined) => silence(context, id)),

    announceStart: emit(({ context }) => ({
      type: "turn.started" as const,
      turn: context.turn,
      utterance: context.request.utterance,
      door: context.request.door,
    })),
    announcePlan: emit(({ context }, plan: Plan) => ({ type: "turn.understood" as const, turn: context.turn, plan })),
    announceRuling: emit(({ context }, ruling: Ruling) => ({
      type: "turn.decided" as const,
      turn: context.turn,
      decisions: ruling.decisions,
    })),
    announceQuestion: emit(({ context }) => ({
      type: "turn.asked" as const,
      turn: context.turn,
      question: context.question!,
    })),
    announceDeed: enqueueActions(({ context, enqueue }, deed: Deed) => {
      const call = context.calls[context.cursor];
      if (deed.result === null || call === undefined) return;
      enqueue.emit({ type: "turn.acted", turn: context.turn, call, index: context.cursor, result: deed.result });
      if (deed.result.kind !== "done") return;
      if (call.action === "alarm_stop") enqueue.raise({ type: "alert.stop" });
      if (call.action === "alarm_snooze") enqueue.raise({ type: "alert.snooze" });
    }),
    announceReply: emit(({ context }, reply: Reply) => ({
      type: "turn.replied" as const,
      turn: context.turn,
      reply,
      outcome: context.outcome ?? "failed",
    })),
    announceEnd: emit(({ context }) => ({
      type: "turn.ended" as const,
      turn: context.turn,
      outcome: context.outcome ?? "failed",
    })),
    announceIdle: emit(({ context }) => ({ type: "turn.idle" as const, turn: context.turn })),
    announceMuted: emit({ type: "hearing.muted" as const }),
    announceUnmuted: emit({ type: "hearing.unmuted" as const }),
    announceRinging: emit(({ context }) => ({ type: "alert.ringing" as const, alerts: context.alerts })),
    announceQuiet: emit((_, how: "stopped" | "snoozed" | "missed") => ({ type: "alert.ended" as const, how })),
  },
  delays: {
    /** Milliseconds. A mind that has not answered by then does not answer. */
    understandTimeout: 60_000,
    /** Rules take no time; looking for what is to be confirmed (a device in the air) does. */
    decideTimeout: 20_000,
    /** Silence is no. */
    confirmTimeout: 30_000,
    questionTimeout: 120_000,
    /** The ruling sets a limit for each call; commands and recordings have their own. */
    callTimeout: ({ context }) => context.limitsMs[context.cursor] ?? 30_000,
    replyTimeout: 10_000,
    /** How long the next utterance may refer to this turn. */
    followUpWindow: 60_000,
    /** Nobody is there: an alert that rang this long has been missed. */
    ringLimit: 600_000,
  },
});
