import { ShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import type { Sound, TtsEngine } from "../contracts.ts";
import type { Address } from "./address.ts";
import { soundOf } from "./audio.ts";
import { dial } from "./connection.ts";
import { langOf, type Model } from "./info.ts";
import { answerOf, availability, openPeer } from "./peer.ts";

/** From the words to the first sound, and from one piece of it to the next. */
const SOUND_MS = 30_000;
/** A sentence that is longer than this is a server gone mad. */
const MAX_SENTENCE_S = 300;

/** Any Wyoming server with a service "tts". @param server "tcp://host:port"; "": never available */
export function wyomingTts(server: string): TtsEngine {
  return {
    name: "wyoming",
    available: () => availability(server, "tts", "tts"),
    async open({ voice = "" }) {
      const { address, models } = await openPeer(server, "tts");
      const named = models.some(({ name }) => name === voice);
      if (voice !== "" && models.length > 0 && !named)
        throw new ShellError("NOT_FOUND", `${server} has no voice ${JSON.stringify(voice)}`, {
          remedy: `use one of: ${models
            .slice(0, 20)
            .map(({ name }) => name)
            .join(", ")}`,
        });
      const ended = new AbortController();
      return {
        speak(sentence, lang, signal) {
          const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
          return speak(address, sentence, voiceFor(models, lang, voice), either);
        },
        async [Symbol.asyncDispose]() {
          ended.abort();
        },
      };
    },
  };
}

function voiceFor(models: readonly Model[], lang: Lang, wanted: string): { name?: string; language: string } {
  if (wanted !== "") return { name: wanted, language: lang };
  const fit = models.find(({ languages }) => languages.some((tag) => langOf(tag) === lang));
  return fit ? { name: fit.name, language: lang } : { language: lang };
}

async function* speak(
  address: Address,
  text: string,
  voice: { name?: string; language: string },
  signal: AbortSignal,
): AsyncGenerator<Sound> {
  if (signal.aborted) return;
  try {
    using connection = await dial(address, { signal });
    const hangUp = () => connection[Symbol.dispose]();
    signal.addEventListener("abort", hangUp, { once: true });
    try {
      await connection.send({ type: "synthesize", data: { text, voice } });
      for (let seconds = 0; seconds < MAX_SENTENCE_S; ) {
        const event = await answerOf(connection, ["audio-chunk", "audio-stop"], SOUND_MS);
        if (event.type === "audio-stop" || signal.aborted) return;
        const sound = soundOf(event);
        seconds += sound.samples.length / sound.rate;
        if (sound.samples.length > 0) yield sound;
      }
    } finally {
      signal.removeEventListener("abort", hangUp);
    }
  } catch (error) {
    // silence is what was asked for
    if (!signal.aborted) throw error;
  }
}
