import { assign, fromPromise, setup, stateIn } from "xstate";
import type { Lang } from "../../intents/plan.ts";
import type { Expecting } from "../contracts.ts";
import type { Answered, CueName, HearingContext, HearingEvent, OpenedBy, Reading, Told, Utterance } from "./types.ts";

/** Named here, provided by `createHearing` (or by a test): whoever runs the machine without them hears of it. */
const missing = (): never => {
  throw new Error("the hearing machine runs without its engines: provide them");
};

/** How often an answer that was not heard is waited for again. */
const MOST_MISSES = 2;

/** Everything that the machine's states refer to by name. */
export const hearingSetup = setup({
  types: {
    context: {} as HearingContext,
    events: {} as HearingEvent,
    input: {} as { readonly lang: Lang },
    tags: {} as "wakes" | "captures" | "opens" | "speaks" | "works",
  },
  actors: {
    openMicrophone: fromPromise<void>(missing),
    transcribe: fromPromise<Reading, { by: OpenedBy; expecting: Expecting; lang: Lang }>(missing),
    converse: fromPromise<Answered, { utterance: string }>(missing),
    speak: fromPromise<void, Utterance>(missing),
  },
  guards: {
    microphoneIsOpen: stateIn({ microphone: "open" }),
    isWords: (_, { reading }: { reading: Reading }) => reading.kind === "words",
    isAskedAgain: ({ context }) => context.expecting !== "command" && context.misses < MOST_MISSES,
    hasNews: ({ context }) => context.news.length > 0,
    hasWordsToSay: (_, { answered }: { answered: Answered }) => answered.say.text.trim() !== "",
  },
  actions: {
    tell: missing as (_: unknown, told: Told) => void,
    cue: missing as (_: unknown, name: CueName) => void,
    closeMicrophone: missing,
    startCapture: missing as (_: unknown, how: Pick<HearingContext, "by" | "expecting" | "lang">) => void,
    dropCapture: missing,
    /** The ears wait for speech afresh. */
    awaitSpeech: missing,
    /** Tells what went wrong and queues a sentence about it. */
    sayTrouble: missing as (_: unknown, trouble: { error: unknown }) => void,
    open: assign((_, by: OpenedBy) => ({ by })),
    takeWords: assign((_, { reading }: { reading: Reading }) => ({
      utterance: reading.kind === "words" ? reading.text : "",
      misses: 0,
    })),
    miss: assign(({ context }) => ({ misses: context.misses + 1 })),
    takeAnswer: assign((_, { answered }: { answered: Answered }) => ({
      saying: answered.say,
      lang: answered.say.lang,
      expecting: answered.expecting ?? ("command" as const),
      misses: 0,
    })),
    forgetQuestion: assign({ expecting: "command", misses: 0 }),
    addNews: assign(({ context }, news: Utterance) => ({ news: [...context.news, news] })),
    takeNews: assign(({ context }) => ({ saying: context.news[0]!, news: context.news.slice(1) })),
  },
  delays: {
    /** Milliseconds. A microphone that went away is looked for this often. */
    reopenDelay: 1_000,
    /** The endpointer has its own limit; this one is for a microphone that gives no frames. */
    captureLimit: 60_000,
    transcribeTimeout: 20_000,
    /** The session has limits of its own for each step. */
    turnTimeout: 180_000,
    /** How long words are taken without the wake word after a reply, and, longer, after a question. */
    window: ({ context }) => (context.expecting === "command" ? 6_000 : 10_000),
  },
});
