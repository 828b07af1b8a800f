import type { Player, Sound, TextToSpeech } from "../contracts.ts";
import { spokenSentences } from "../tts/index.ts";
import type { Utterance } from "./types.ts";

/** Says replies. */
export interface Mouth {
  /** Resolves when the last sample has been played, or within 100 ms of the signal. */
  say(what: Utterance, signal: AbortSignal): Promise<void>;
  /** Whether the word stands in what is being said: the shell must not wake itself. */
  isSaying(word: string): boolean;
}

/** @param onSentence the first sound of a sentence is on its way to the player */
export function createMouth(options: {
  readonly tts: TextToSpeech;
  readonly player: Player;
  readonly onSentence: (sentence: string) => void;
}): Mouth {
  const { tts, player, onSentence } = options;
  let saying = "";
  return {
    async say({ text, lang }, signal) {
      const sentences = spokenSentences(text, lang);
      if (sentences.length === 0) return;
      saying = text.toLowerCase();
      const stop = new AbortController();
      const ended = AbortSignal.any([signal, stop.signal]);
      try {
        await player.play(sounds(sentences, lang, ended), ended);
      } finally {
        stop.abort();
        saying = "";
      }
    },
    isSaying: (word) => saying !== "" && saying.includes(word.toLowerCase()),
  };

  async function* sounds(
    sentences: readonly string[],
    lang: Utterance["lang"],
    signal: AbortSignal,
  ): AsyncGenerator<Sound> {
    for (const sentence of sentences) {
      let isFirst = true;
      for await (const sound of tts.speak(sentence, lang, signal)) {
        if (isFirst) onSentence(sentence);
        isFirst = false;
        yield sound;
      }
      if (signal.aborted) return;
    }
  }
}

/** Where nothing can or shall be spoken. */
export const SILENT_MOUTH: Mouth = { say: async () => undefined, isSaying: () => false };
