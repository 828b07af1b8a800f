import { alertsRegion } from "./alerts-region.ts";
import { answering, choosing, clarifying, confirming } from "./asking-states.ts";
import { cancel, decideInput, isHeard, messageOf, requestOf } from "./common-transitions.ts";
import { turnSetup } from "./setup.ts";
import type { Question, Reply, Ruling } from "./types.ts";
import { emptyRoad } from "./updates.ts";

/**
 * The road of a turn. Three regions live side by side: `hearing` (whether the microphone's words count), `turn` (the road from
 * the first word to the end of the reply) and `alerts` (what rings; it never blocks a turn). No I/O, no clock, no console:
 * `understand`, `decide`, `readAnswer`, `act` and `reply` are actors that the session provides, and delays have names.
 * docs/turn-machine.md is generated from this file; `description` is the paragraph that stands there.
 */
export const turnMachine = turnSetup.createMachine({
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
            input: ({ context }) => ({ request: context.request, previous: context.previous, lang: context.lang }),
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
            "Schemas and the policy look at every call that is not done yet, before any of them runs: what is missing is asked for, what needs a yes and can be done is read back, what is denied ends the turn. An error or a delay here means no.",
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

        clarifying,

        choosing,

        confirming,

        answering,

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

    alerts: alertsRegion,
  },
});

function askedBy(ruling: Ruling): Question | undefined {
  return ruling.next.kind === "question" ? ruling.next.question : undefined;
}

function brokenReply(error: unknown): Reply {
  return { text: messageOf(error), show: [] };
}
