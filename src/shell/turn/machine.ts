import { assign, emit, enqueueActions, fromPromise, not, or, setup, stateIn } from "xstate";
import type { Call, Lang, Plan, TurnContext } from "../../intents/plan.ts";
import type { Outcome } from "../../memory/memory.ts";
import type { Alert, Answer, Deed, Emitted, Question, Reply, Request, Road, RoadEvent, Ruling } from "./types.ts";
import {
  begin,
  beginAnswer,
  beginUndo,
  conclude,
  emptyRoad,
  fillIn,
  ring,
  silence,
  takeDeed,
  takePlan,
  takeQuestion,
  takeReply,
  takeRuling,
} from "./updates.ts";

export interface UnderstandInput {
  readonly request: Request;
  readonly previous: TurnContext | null;
}
export interface DecideInput {
  readonly calls: readonly Call[];
  /** The first call that is not done yet. */
  readonly cursor: number;
  readonly request: Request;
  readonly lang: Lang;
}
export interface ReadAnswerInput extends DecideInput {
  readonly question: Question;
}
export interface ActInput {
  readonly call: Call;
  readonly index: number;
  readonly turn: number;
  readonly request: Request;
  readonly lang: Lang;
}
export interface ReplyInput {
  readonly road: Road;
}

/** Named here, provided by the session (or by a test): whoever runs the machine without them hears of it. */
const missing = (): never => {
  throw new Error("the turn machine runs without its actors: provide them");
};

const machineSetup = setup({
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
    decideTimeout: 5_000,
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

/** Muting closes the ear, not the keyboard. */
const isHeard = or(["isTyped", not(stateIn({ hearing: "muted" }))]);

const cancel = {
  "turn.cancel": { target: "replying", actions: { type: "conclude", params: { outcome: "cancelled" } } },
} as const;

/**
 * The road of a turn. Three regions live side by side: `hearing` (whether the microphone's words count), `turn` (the road from
 * the first word to the end of the reply) and `alerts` (what rings; it never blocks a turn). No I/O, no clock, no console:
 * `understand`, `decide`, `readAnswer`, `act` and `reply` are actors that the session provides, and delays have names.
 * docs/turn-machine.md is generated from this file; `description` is the paragraph that stands there.
 */
export const turnMachine = machineSetup.createMachine({
  id: "road",
  type: "parallel",
  context: ({ input }) => emptyRoad(input.lang),
  states: {
    hearing: {
      description: "Whether words from the microphone count. Typed words always do.",
      initial: "idle",
      states: {
        idle: {
          description: "Words from every door are taken.",
          on: { "hearing.mute": { target: "muted", actions: "announceMuted" } },
        },
        muted: {
          description: "Words that came by voice are not taken; typed ones still are.",
          on: { "hearing.unmute": { target: "idle", actions: "announceUnmuted" } },
        },
      },
    },

    turn: {
      description: "The road of one turn, from the person's first word to the end of the reply.",
      initial: "idle",
      states: {
        idle: {
          description: "Nothing is under way and nothing can be referred back to: the follow-up window is closed.",
          entry: ["closeFollowUp", "announceIdle"],
          on: {
            "utterance.received": {
              guard: isHeard,
              target: "understanding",
              actions: [{ type: "begin", params: ({ event }) => requestOf(event) }, "announceStart"],
            },
            "turn.undo": {
              target: "deciding",
              actions: [{ type: "beginUndo", params: ({ event }) => event.door }, "announceStart"],
            },
          },
        },

        understanding: {
          description:
            "The minds are asked for a plan, the cheapest first. A plan without calls, or one that nobody is sure of, ends the turn with what the shell can do instead.",
          invoke: {
            src: "understand",
            input: ({ context }) => ({ request: context.request, previous: context.previous }),
            onDone: [
              {
                guard: { type: "isUnderstood", params: ({ event }) => event.output },
                target: "deciding",
                actions: [
                  { type: "takePlan", params: ({ event }) => event.output },
                  { type: "announcePlan", params: ({ event }) => event.output },
                ],
              },
              {
                target: "replying",
                actions: [
                  { type: "takePlan", params: ({ event }) => event.output },
                  { type: "announcePlan", params: ({ event }) => event.output },
                  { type: "conclude", params: { outcome: "not_understood" } },
                ],
              },
            ],
            onError: {
              target: "replying",
              actions: {
                type: "conclude",
                params: ({ event }) => ({ outcome: "failed", because: messageOf(event.error) }),
              },
            },
          },
          after: {
            understandTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "failed", because: "TIMEOUT" } },
            },
          },
          on: cancel,
        },

        deciding: {
          description:
            "Schemas and the policy look at every call that is not done yet, before any of them runs: what is missing is asked for, what needs a yes is read back, what is denied ends the turn. An error or a delay here means no.",
          invoke: {
            src: "decide",
            input: ({ context }) => decideInput(context),
            onDone: [
              {
                guard: { type: "rules", params: ({ event }) => ({ ruling: event.output, next: "act" }) },
                target: "acting",
                actions: [
                  { type: "takeRuling", params: ({ event }) => event.output },
                  { type: "announceRuling", params: ({ event }) => event.output },
                ],
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: askedBy(event.output), kind: "clarify" }),
                },
                target: "clarifying",
                actions: [
                  { type: "takeRuling", params: ({ event }) => event.output },
                  { type: "takeQuestion", params: ({ event }) => askedBy(event.output)! },
                ],
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: askedBy(event.output), kind: "confirm" }),
                },
                target: "confirming",
                actions: [
                  { type: "takeRuling", params: ({ event }) => event.output },
                  { type: "announceRuling", params: ({ event }) => event.output },
                  { type: "takeQuestion", params: ({ event }) => askedBy(event.output)! },
                ],
              },
              {
                target: "replying",
                actions: [
                  { type: "takeRuling", params: ({ event }) => event.output },
                  { type: "announceRuling", params: ({ event }) => event.output },
                ],
              },
            ],
            onError: {
              target: "replying",
              actions: {
                type: "conclude",
                params: ({ event }) => ({ outcome: "refused", because: messageOf(event.error) }),
              },
            },
          },
          after: {
            decideTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "refused", because: "TIMEOUT" } },
            },
          },
          on: cancel,
        },

        clarifying: {
          description:
            "A required argument is missing: the shell asks for it and keeps the rest. At most two questions per argument.",
          entry: "announceQuestion",
          on: {
            ...cancel,
            "utterance.received": {
              guard: isHeard,
              target: "answering",
              actions: [{ type: "beginAnswer", params: ({ event }) => requestOf(event) }, "announceStart"],
            },
            "turn.undo": {
              target: "deciding",
              actions: [{ type: "beginUndo", params: ({ event }) => event.door }, "announceStart"],
            },
          },
          after: {
            questionTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "cancelled", because: "UNANSWERED" } },
            },
          },
        },

        choosing: {
          description:
            "Several things fit the person's words: they are listed with numbers, and one of them, or none, is named.",
          entry: "announceQuestion",
          on: {
            ...cancel,
            "utterance.received": {
              guard: isHeard,
              target: "answering",
              actions: [{ type: "beginAnswer", params: ({ event }) => requestOf(event) }, "announceStart"],
            },
            "turn.undo": {
              target: "deciding",
              actions: [{ type: "beginUndo", params: ({ event }) => event.door }, "announceStart"],
            },
          },
          after: {
            questionTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "cancelled", because: "UNANSWERED" } },
            },
          },
        },

        confirming: {
          description:
            "The exact call is read back and waits for a clear yes. Silence, a delay, an error and everything else are no. The yes is bound to the call, used once, and expires.",
          entry: "announceQuestion",
          on: {
            ...cancel,
            "utterance.received": {
              guard: isHeard,
              target: "answering",
              actions: [{ type: "beginAnswer", params: ({ event }) => requestOf(event) }, "announceStart"],
            },
            "turn.undo": {
              target: "deciding",
              actions: [{ type: "beginUndo", params: ({ event }) => event.door }, "announceStart"],
            },
          },
          after: {
            confirmTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "refused", because: "UNANSWERED" } },
            },
          },
        },

        answering: {
          description:
            "The words after a question are read: as the value that was asked for, as a choice, as yes or no, or as another complete plan that takes the old one's place.",
          invoke: {
            src: "readAnswer",
            input: ({ context }) => ({ ...decideInput(context), question: context.question! }),
            onDone: [
              {
                guard: { type: "answers", params: ({ event }) => ({ answer: event.output, kind: "fill" }) },
                target: "deciding",
                actions: { type: "fillIn", params: ({ event }) => argsOf(event.output) },
              },
              {
                guard: { type: "answers", params: ({ event }) => ({ answer: event.output, kind: "yes" }) },
                target: "deciding",
                actions: { type: "fillIn", params: {} },
              },
              {
                guard: { type: "answers", params: ({ event }) => ({ answer: event.output, kind: "plan" }) },
                target: "deciding",
                actions: [
                  { type: "takePlan", params: ({ event }) => planOf(event.output) },
                  { type: "announcePlan", params: ({ event }) => planOf(event.output) },
                ],
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: againOf(event.output), kind: "clarify" }),
                },
                target: "clarifying",
                actions: { type: "takeQuestion", params: ({ event }) => againOf(event.output)! },
              },
              {
                guard: { type: "asksTo", params: ({ event }) => ({ question: againOf(event.output), kind: "choose" }) },
                target: "choosing",
                actions: { type: "takeQuestion", params: ({ event }) => againOf(event.output)! },
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: againOf(event.output), kind: "confirm" }),
                },
                target: "confirming",
                actions: { type: "takeQuestion", params: ({ event }) => againOf(event.output)! },
              },
              {
                guard: { type: "answers", params: ({ event }) => ({ answer: event.output, kind: "no" }) },
                target: "replying",
                actions: { type: "conclude", params: { outcome: "refused", because: "NO" } },
              },
              {
                guard: { type: "answers", params: ({ event }) => ({ answer: event.output, kind: "giveUp" }) },
                target: "replying",
                actions: { type: "conclude", params: { outcome: "cancelled", because: "GAVE_UP" } },
              },
              { target: "replying", actions: { type: "conclude", params: { outcome: "cancelled" } } },
            ],
            onError: {
              target: "replying",
              actions: {
                type: "conclude",
                params: ({ event }) => ({ outcome: "refused", because: messageOf(event.error) }),
              },
            },
          },
          after: {
            understandTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "refused", because: "TIMEOUT" } },
            },
          },
          on: cancel,
        },

        acting: {
          description:
            "The calls run one after the other, each within its time limit; the first that fails ends it. The policy is asked once more at the door of each call, and what undoes it is written to the ledger. Cancelling aborts the call that runs.",
          invoke: {
            src: "act",
            input: ({ context }) => ({
              call: context.calls[context.cursor]!,
              index: context.cursor,
              turn: context.turn,
              request: context.request,
              lang: context.lang,
            }),
            onDone: [
              {
                guard: { type: "asksTo", params: ({ event }) => ({ question: event.output.question, kind: "choose" }) },
                target: "choosing",
                actions: { type: "takeQuestion", params: ({ event }) => event.output.question! },
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: event.output.question, kind: "clarify" }),
                },
                target: "clarifying",
                actions: { type: "takeQuestion", params: ({ event }) => event.output.question! },
              },
              {
                guard: {
                  type: "asksTo",
                  params: ({ event }) => ({ question: event.output.question, kind: "confirm" }),
                },
                target: "confirming",
                actions: { type: "takeQuestion", params: ({ event }) => event.output.question! },
              },
              {
                guard: { type: "hasMoreToDo", params: ({ event }) => event.output },
                target: "acting",
                reenter: true,
                actions: [
                  { type: "announceDeed", params: ({ event }) => event.output },
                  { type: "takeDeed", params: ({ event }) => event.output },
                ],
              },
              {
                target: "replying",
                actions: [
                  { type: "announceDeed", params: ({ event }) => event.output },
                  { type: "takeDeed", params: ({ event }) => event.output },
                ],
              },
            ],
            onError: {
              target: "replying",
              actions: {
                type: "conclude",
                params: ({ event }) => ({ outcome: "failed", because: messageOf(event.error) }),
              },
            },
          },
          after: {
            callTimeout: {
              target: "replying",
              actions: { type: "conclude", params: { outcome: "failed", because: "TIMEOUT" } },
            },
          },
          on: {
            ...cancel,
            "turn.undo": {
              target: "replying",
              actions: [{ type: "conclude", params: { outcome: "cancelled" } }, "undoAfterwards"],
            },
          },
        },

        replying: {
          description: "One reply is made of what became of the calls, and the turn goes into the ledger.",
          invoke: {
            src: "reply",
            input: ({ context }) => ({ road: context }),
            onDone: {
              target: "followUp",
              actions: [
                { type: "takeReply", params: ({ event }) => event.output },
                { type: "announceReply", params: ({ event }) => event.output },
              ],
            },
            onError: {
              target: "followUp",
              actions: [
                { type: "takeReply", params: ({ event }) => brokenReply(event.error) },
                { type: "announceReply", params: ({ event }) => brokenReply(event.error) },
              ],
            },
          },
          after: {
            replyTimeout: {
              target: "followUp",
              actions: [
                { type: "takeReply", params: { text: "", show: [] } },
                { type: "announceReply", params: { text: "", show: [] } },
              ],
            },
          },
        },

        followUp: {
          description: 'The turn is over. For a while the next utterance may refer to it ("and the bedroom too").',
          entry: "announceEnd",
          on: {
            "utterance.received": {
              guard: isHeard,
              target: "understanding",
              actions: [{ type: "begin", params: ({ event }) => requestOf(event) }, "announceStart"],
            },
            "turn.undo": {
              target: "deciding",
              actions: [{ type: "beginUndo", params: ({ event }) => event.door }, "announceStart"],
            },
          },
          after: { followUpWindow: "idle" },
        },
      },
    },

    alerts: {
      description: "Timers, alarms and reminders that are due. Turns go on while something rings.",
      initial: "quiet",
      states: {
        quiet: {
          description: "Nothing rings.",
          on: {
            "alert.due": {
              target: "ringing",
              actions: [{ type: "ring", params: ({ event }) => event }, "announceRinging"],
            },
          },
        },
        ringing: {
          description: "At least one alert rings, until it is stopped or snoozed, or nobody came.",
          on: {
            "alert.due": {
              target: "ringing",
              reenter: true,
              actions: [{ type: "ring", params: ({ event }) => event }, "announceRinging"],
            },
            "alert.stop": [
              {
                guard: { type: "leavesOthersRinging", params: ({ event }) => event.id },
                actions: [{ type: "silence", params: ({ event }) => event.id }, "announceRinging"],
              },
              {
                target: "quiet",
                actions: [
                  { type: "silence", params: ({ event }) => event.id },
                  { type: "announceQuiet", params: "stopped" },
                ],
              },
            ],
            "alert.snooze": [
              {
                guard: { type: "leavesOthersRinging", params: ({ event }) => event.id },
                actions: [{ type: "silence", params: ({ event }) => event.id }, "announceRinging"],
              },
              {
                target: "quiet",
                actions: [
                  { type: "silence", params: ({ event }) => event.id },
                  { type: "announceQuiet", params: "snoozed" },
                ],
              },
            ],
          },
          after: {
            ringLimit: {
              target: "quiet",
              actions: [
                { type: "silence", params: undefined },
                { type: "announceQuiet", params: "missed" },
              ],
            },
          },
        },
      },
    },
  },
});

function requestOf({ type: _, ...request }: { readonly type: string } & Request): Request {
  return request;
}

function decideInput({ calls, cursor, request, lang }: Road): DecideInput {
  return { calls, cursor, request, lang };
}

function askedBy(ruling: Ruling): Question | undefined {
  return ruling.next.kind === "question" ? ruling.next.question : undefined;
}

function againOf(answer: Answer): Question | undefined {
  return answer.kind === "again" ? answer.question : undefined;
}

function argsOf(answer: Answer): Readonly<Record<string, unknown>> {
  return answer.kind === "fill" ? answer.args : {};
}

function planOf(answer: Answer): Plan {
  if (answer.kind !== "plan") throw new Error("not a plan");
  return answer.plan;
}

function brokenReply(error: unknown): Reply {
  return { text: messageOf(error), show: [] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
}
