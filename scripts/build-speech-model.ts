/**
 * Samples sentences of the phrase files for the recogniser's language model and writes them, compressed, to speech/sentences-en.txt.br, which
 * the package holds instead of the phrase files. The same phrases give the same bytes. Never reads evals/.
 *
 *   node scripts/build-speech-model.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type PhraseBook, readPhraseBook } from "../src/voice/stt/phrases/phrase-book.ts";
import { pickPhrase, type SampledPiece, samplePhrase, seededRandom } from "../src/voice/stt/phrases/sample-phrase.ts";
import { spokenWords } from "../src/voice/stt/phrases/spoken-words.ts";

const ROOT = join(import.meta.dirname, "..");
const SEED = 20_260_101;
/** For each template, more for one with more to choose from; its weight multiplies it by its square root. */
const SENTENCES_A_TEMPLATE = 11;
/** Values of vocabularies by themselves: an answer to a question of the shell. */
const VALUES_A_VOCABULARY = 40;
const MAX_WORDS = 24;
/** What is only typed. */
const TYPED_ONLY = /\b(pls|plz|thx|u|r|ur|asap|btw|tmrw|tmr|hr|hrs|min|mins|sec|secs)\b/;
/** Vocabularies of things that a person names: their place in a sentence is marked, and names that are learnt are put there too. */
const NAMES = new Set(
  ("agent_name album app artist audiobook bt_device event_title event_with event_with_person file_name folder group_chat home_device lamp lamp_whole list_name " +
    "list_name_new note_title people person person_rel playlist podcast radio_station room routine_name song sound_device timer_label alarm_label wifi_name " +
    "cover_device lock_device video_title").split(" "),
);

const random = seededRandom(SEED);
const book = readPhraseBook(join(ROOT, "reflex/phrases/en"));
const sentences = [...templateSentences(book), ...valueSentences(book)].sort();
const packed = brotliCompressSync(sentences.join("\n"), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
mkdirSync(join(ROOT, "speech"), { recursive: true });
writeFileSync(join(ROOT, "speech/sentences-en.txt.br"), packed);
const words = new Set(sentences.flatMap((sentence) => sentence.replace(/[{}]/g, "").split(" ")));
console.log(`${sentences.length} sentences of ${words.size} words, ${Math.ceil(packed.length / 1024)} KB`);

function templateSentences({ blocks }: PhraseBook): string[] {
  const found: string[] = [];
  for (const block of blocks)
    for (const { weight, nodes } of block.phrases) {
      const wanted = Math.round(SENTENCES_A_TEMPLATE * Math.sqrt(weight));
      for (let count = 0; count < wanted; count++) {
        const sentence = speakable(samplePhrase(nodes, book, random));
        if (sentence) found.push(dressed(sentence));
      }
    }
  return found;
}

function valueSentences({ vocabularies }: PhraseBook): string[] {
  const found: string[] = [];
  for (const [name, phrases] of vocabularies)
    for (let count = 0; count < Math.min(VALUES_A_VOCABULARY, phrases.length * 3); count++) {
      const sentence = speakable(samplePhrase(pickPhrase(phrases, random), book, random).map((piece) => ({ ...piece, vocabulary: piece.vocabulary ?? name, slot: 1 })));
      if (sentence) found.push(sentence);
    }
  return found;
}

/** Politeness before or after in a fifth of the sentences. */
function dressed(sentence: string): string {
  const chance = random();
  const extra = chance < 0.1 ? "please_before" : chance < 0.2 ? "please_after" : undefined;
  const words = extra && speakable(samplePhrase(pickPhrase(book.vocabularies.get(extra)!, random), book, random));
  if (!words) return sentence;
  return extra === "please_before" ? `${words} ${sentence}` : `${sentence} ${words}`;
}

/** One line, names in braces; undefined for what is not said aloud. */
function speakable(pieces: readonly SampledPiece[]): string | undefined {
  const groups: { text: string; name: boolean; slot: number }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && last.slot === piece.slot) last.text += piece.text;
    else groups.push({ text: piece.text, name: piece.vocabulary !== undefined && NAMES.has(piece.vocabulary), slot: piece.slot });
  }
  // Spoken forms are looked for in the whole, since a number and its unit may come from different slots.
  if (!groups.some(({ name }) => name)) return speakableLine(groups.map(({ text }) => text).join(""));
  const parts = groups.map(({ text, name }) => {
    const spoken = speakableLine(text) ?? (text.trim() === "" ? "" : undefined);
    return spoken && name ? `{${spoken}}` : spoken;
  });
  return parts.includes(undefined) ? undefined : tidy(parts.join(" "));
}

function speakableLine(text: string): string | undefined {
  const spoken = spokenWords(text);
  return spoken && !TYPED_ONLY.test(spoken) ? tidy(spoken) : undefined;
}

function tidy(text: string): string | undefined {
  const line = text.replace(/\s+/g, " ").trim();
  const count = line.split(" ").length;
  return line !== "" && count <= MAX_WORDS ? line : undefined;
}
