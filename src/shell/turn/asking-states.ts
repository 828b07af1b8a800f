import type { Plan } from "../../intents/plan.ts";
import { cancel, contextOf, decideInput, isHeard, messageOf, requestOf } from "./common-transitions.ts";
import { turnSetup } from "./setup.ts";
import type { Answer, Question } from "./types.ts";

/** A state that waits for an answer; silence ends it with `outcome`. */
const asking = (description: string, delay: "questionTimeout" | "confirmTimeout", outcome: "cancelled" | "refused") => {
  const silence = {
    target: "replying",
    actions: { type: "conclude", params: { outcome, because: "UNANSWERED" } },
  } as const;
  return turnSetup.createStateConfig({
    description,
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
    after: delay === "confirmTimeout" ? { confirmTimeout: silence } : { questionTimeout: silence },
  });
};

export const clarifying = asking(
  "A required argument is missing: the shell asks for it and keeps the rest. At most two questions per argument.",
  "questionTimeout",
  "cancelled",
);

export const choosing = asking(
  "Several things fit the person's words: they are listed with numbers, and one of them, or none, is named.",
  "questionTimeout",
  "cancelled",
);

export const confirming = asking(
  "The exact call is read back and waits for a clear yes. Silence, a delay, an error and everything else are no. The yes is bound to the call, used once, and expires.",
  "confirmTimeout",
  "refused",
);

export const answering = turnSetup.createStateConfig({
  description:
    "The words after a question are read: as the value that was asked for, as a choice, as yes or no, or as another complete plan that takes the old one's place.",
  invoke: {
    src: "readAnswer",
    input: ({ context }) => ({ ...decideInput(context), question: context.question!, about: contextOf(context) }),
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
});

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
