import type { Expecting } from "../contracts.ts";
import { hearingSetup } from "./setup.ts";
import type { OpenedBy } from "./types.ts";

const opens = (by: OpenedBy) => ({ type: "open" as const, params: by });
const stopsSpeaking = (why: OpenedBy) => ({
  type: "tell" as const,
  params: { type: "speaking.ended" as const, why },
});
const captureEnds = (why: "endpoint" | "silence" | "key" | "limit" | "microphone") => ({
  type: "tell" as const,
  params: { type: "capture.ended" as const, why },
});

/** The wake word, a key or a button open the ears; the key only where there is a microphone. */
const isCalled = {
  wake: {
    target: "capturing",
    actions: [
      {
        type: "tell",
        params: ({ event }: { event: { keyword: string } }) => ({
          type: "wake.heard" as const,
          keyword: event.keyword,
        }),
      },
      opens("wake"),
    ],
  },
  "talk.pressed": { guard: "microphoneIsOpen", target: "capturing", actions: opens("talk") },
} as const;

/**
 * Hearing, from the wake word to the spoken answer, in two regions: `microphone` (whether there is sound) and `conversation` (what the
 * sound is for). No I/O, no clock, no console: engines are actors and actions that `createHearing` provides, and delays have names. The
 * turn itself goes through the turn machine, as typed words do. docs/voice.md holds the diagram that is made from this file.
 */
export const hearingMachine = hearingSetup.createMachine({
  id: "hearing",
  type: "parallel",
  context: ({ input: { lang } }) => ({
    by: "wake",
    expecting: "command",
    misses: 0,
    utterance: "",
    saying: { text: "", lang },
    news: [],
    lang,
  }),
  on: { announce: { actions: { type: "addNews", params: ({ event }) => event.news } } },
  states: {
    microphone: {
      description: "Whether sound comes in. What is being said or done goes on without it.",
      initial: "opening",
      states: {
        opening: {
          description: "The microphone is being opened.",
          invoke: {
            src: "openMicrophone",
            onDone: { target: "open", actions: { type: "tell", params: { type: "microphone.opened" } } },
            onError: {
              target: "lost",
              actions: { type: "sayTrouble", params: ({ event }) => ({ error: event.error }) },
            },
          },
          on: { mute: "muted" },
        },
        open: {
          description: "Sound comes in; what is done with it, the other region says.",
          exit: "closeMicrophone",
          on: {
            mute: "muted",
            "microphone.lost": {
              target: "lost",
              actions: [
                {
                  type: "tell",
                  params: ({ event }) => ({ type: "microphone.lost" as const, message: event.message }),
                },
                { type: "cue", params: "error" },
                { type: "sayTrouble", params: ({ event }) => ({ error: event.message }) },
              ],
            },
            "sound.ended": { target: "ended", actions: { type: "tell", params: { type: "sound.ended" } } },
          },
        },
        lost: {
          description: "The microphone went away, which was said; it is looked for again and again.",
          after: { reopenDelay: "reopening" },
          on: { mute: "muted" },
        },
        reopening: {
          description: "It is tried whether the microphone is back.",
          invoke: {
            src: "openMicrophone",
            onDone: { target: "open", actions: { type: "tell", params: { type: "microphone.opened" } } },
            onError: "lost",
          },
          on: { mute: "muted" },
        },
        muted: {
          description: "The microphone is closed: no program of ours records, and the system shows that none does.",
          entry: { type: "tell", params: { type: "microphone.muted" } },
          on: {
            unmute: { target: "opening", actions: { type: "tell", params: { type: "microphone.unmuted" } } },
          },
        },
        ended: { description: "The sound was a file, and the file is over." },
      },
    },

    conversation: {
      description: "What the sound is for.",
      initial: "asleep",
      states: {
        asleep: {
          description: "Only the wake word, a key or a button is waited for. Nothing is kept but the last half second.",
          tags: ["wakes"],
          entry: { type: "tell", params: { type: "asleep" } },
          always: { guard: "hasNews", target: "speaking", actions: "takeNews" },
          on: isCalled,
        },

        capturing: {
          description:
            "What is said goes to the recogniser, beginning with the sound from before that still belongs to it, until the endpointer hears the end. What is understood so far makes it wait longer or less.",
          tags: ["captures"],
          entry: [
            {
              type: "tell",
              params: ({ context: { by, expecting } }) => ({ type: "capture.started" as const, by, expecting }),
            },
            { type: "startCapture", params: ({ context: { by, expecting, lang } }) => ({ by, expecting, lang }) },
            { type: "cue", params: "wake" },
          ],
          on: {
            // said in an open window, or over the reply, it is heard when its first sounds have opened the ears already
            wake: { ...isCalled.wake, reenter: true },
            "speech.ended": { target: "transcribing", actions: captureEnds("endpoint") },
            "talk.pressed": { target: "transcribing", actions: captureEnds("key") },
            "speech.gaveUp": {
              target: "asleep",
              actions: [captureEnds("silence"), "dropCapture", { type: "cue", params: "end" }],
            },
            mute: { target: "asleep", actions: [captureEnds("microphone"), "dropCapture"] },
            "microphone.lost": { target: "asleep", actions: [captureEnds("microphone"), "dropCapture"] },
            "sound.ended": { target: "transcribing", actions: captureEnds("endpoint") },
          },
          after: { captureLimit: { target: "transcribing", actions: captureEnds("limit") } },
        },

        transcribing: {
          description:
            "The recogniser finishes. Of its readings the one that is understood best is taken; what was not meant for the shell is dropped.",
          tags: ["wakes", "works"],
          entry: { type: "cue", params: "end" },
          invoke: {
            src: "transcribe",
            input: ({ context: { by, expecting, lang } }) => ({ by, expecting, lang }),
            onDone: [
              {
                guard: { type: "isWords", params: ({ event }) => ({ reading: event.output }) },
                target: "thinking",
                actions: { type: "takeWords", params: ({ event }) => ({ reading: event.output }) },
              },
              { guard: "isAskedAgain", target: "window", actions: "miss" },
              { target: "asleep", actions: "forgetQuestion" },
            ],
            onError: {
              target: "asleep",
              actions: [
                { type: "sayTrouble", params: ({ event }) => ({ error: event.error }) },
                { type: "cue", params: "error" },
              ],
            },
          },
          after: { transcribeTimeout: { target: "asleep", actions: { type: "cue", params: "error" } } },
          on: isCalled,
        },

        thinking: {
          description: "The words take the same road as typed ones: understood, decided, done.",
          tags: ["wakes", "works"],
          invoke: {
            src: "converse",
            input: ({ context }) => ({ utterance: context.utterance }),
            onDone: [
              {
                guard: { type: "hasWordsToSay", params: ({ event }) => ({ answered: event.output }) },
                target: "speaking",
                actions: { type: "takeAnswer", params: ({ event }) => ({ answered: event.output }) },
              },
              {
                target: "window",
                actions: { type: "takeAnswer", params: ({ event }) => ({ answered: event.output }) },
              },
            ],
            onError: {
              target: "asleep",
              actions: [
                { type: "sayTrouble", params: ({ event }) => ({ error: event.error }) },
                { type: "cue", params: "error" },
              ],
            },
          },
          after: { turnTimeout: { target: "asleep", actions: { type: "cue", params: "error" } } },
          on: isCalled,
        },

        speaking: {
          description:
            "The reply, a question or news is said, sentence by sentence. The wake word, a key or clear words over it end it at once.",
          tags: ["wakes", "speaks"],
          entry: {
            type: "tell",
            params: ({ context }) => ({ type: "speaking.started" as const, text: context.saying.text }),
          },
          invoke: {
            src: "speak",
            input: ({ context }) => context.saying,
            onDone: {
              target: "window",
              actions: { type: "tell", params: { type: "speaking.ended", why: "end" } },
            },
            onError: { target: "window", actions: { type: "cue", params: "error" } },
          },
          on: {
            wake: { ...isCalled.wake, actions: [stopsSpeaking("wake"), ...isCalled.wake.actions] },
            "talk.pressed": { ...isCalled["talk.pressed"], actions: [stopsSpeaking("talk"), opens("talk")] },
            "speech.clear": { target: "capturing", actions: [stopsSpeaking("barge-in"), opens("barge-in")] },
          },
        },

        window: {
          description:
            "For a moment the next words need no wake word: the answer to a question, a follow-up, a correction. What is not understood in it is taken for talk between people.",
          tags: ["wakes", "opens"],
          entry: [
            "awaitSpeech",
            {
              type: "tell",
              params: ({ context }) => ({ type: "window.opened" as const, expecting: context.expecting }),
            },
          ],
          always: { guard: "hasNews", target: "speaking", actions: "takeNews" },
          on: {
            ...isCalled,
            "speech.started": { target: "capturing", actions: opens("speech") },
            mute: "asleep",
            "microphone.lost": "asleep",
            "sound.ended": "asleep",
          },
          after: {
            window: { target: "asleep", actions: "forgetQuestion" },
          },
        },
      },
    },
  },
});

/** Whether a question waits for words of this kind. */
export function isAnswer(expecting: Expecting): boolean {
  return expecting !== "command";
}
