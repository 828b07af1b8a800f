import type { WyomingEvent } from "./event.ts";
import type { Services } from "./services.ts";

const ATTRIBUTION = { name: "saysh", url: "" };

/** The voice that `synthesize` may name, one for each language. */
export const voiceName = (lang: string): string => `saysh-${lang}`;

/** The answer to "describe": what works here now. */
export async function ownInfo({ version, langs, stt, tts }: Services): Promise<WyomingEvent> {
  const [hears, speaks] = await Promise.all([stt.available(), tts.available()]);
  const artifact = (description: string) => ({ attribution: ATTRIBUTION, installed: true, description, version });
  const program = { name: "saysh", ...artifact("Natural-language shell") };
  const model = { name: "saysh", ...artifact("Whatever engine the shell uses"), languages: langs };
  return {
    type: "info",
    data: {
      asr: hears.ok ? [{ ...program, models: [model], supports_transcript_streaming: false }] : [],
      tts: speaks.ok
        ? [
            {
              ...program,
              voices: langs.map((lang) => ({
                name: voiceName(lang),
                ...artifact("Whatever voice the shell uses"),
                languages: [lang],
                speakers: null,
              })),
              supports_synthesize_streaming: false,
            },
          ]
        : [],
      handle: [
        { ...program, models: [{ ...model, description: "Understands and acts" }], supports_home_control: true },
      ],
      intent: [{ ...program, models: [{ ...model, description: "Understands, and tells what" }] }],
      wake: [],
      mic: [],
      snd: [],
    },
  };
}
