import type { Frame, SttOptions } from "../../../src/voice/contracts.ts";
import type { Services } from "../../../src/voice/wyoming/index.ts";

const works = { available: async () => ({ ok: true }) as const };

/** Engines that tell what they were given; turns that say their words back. */
export function spokenServices(asked: unknown[] = []): Services {
  return {
    version: "1",
    langs: ["en", "fr"],
    langOf: () => undefined,
    stt: {
      ...works,
      open: async () => ({
        start(options: SttOptions) {
          const frames: Frame[] = [];
          return {
            feed: (frame: Frame) => void frames.push(frame),
            partial: () => "",
            finish: async () => {
              asked.push(options);
              return { text: `${frames.length} frames, last at ${frames.at(-1)?.at}`, confidence: 1, alternatives: [] };
            },
            cancel: () => void asked.push("cancelled"),
          };
        },
        learn: () => undefined,
        async [Symbol.asyncDispose]() {},
      }),
    },
    tts: {
      ...works,
      open: async () => ({
        async *speak(sentence, lang) {
          asked.push([sentence, lang]);
          yield { rate: 22_050, samples: new Int16Array(3_000).fill(1) };
        },
        async [Symbol.asyncDispose]() {},
      }),
    },
    recognize: async (text) =>
      text
        .split(" and ")
        .filter((it) => it !== "nonsense")
        .map((action) => ({ action, args: { volume: 30 } })),
    turn: async (text, conversation, lang) => {
      asked.push([text, conversation, lang]);
      return { handled: text !== "nonsense", text: `you said ${text}`, lang: lang ?? "en" };
    },
  };
}
