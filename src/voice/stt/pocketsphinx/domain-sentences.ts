import type { PhraseBook } from "../phrases/phrase-book.ts";
import { pickPhrase, samplePhrase, seededRandom } from "../phrases/sample-phrase.ts";
import { spokenWords } from "../phrases/spoken-words.ts";

/** Beside some 80,000 of the shell's own: enough for the first pass to notice whose domain it is. */
const SENTENCES = 3000;

/** Sentences of a person's own phrase file, for the model that hears everything. */
export function sampleDomain(book: PhraseBook): string[] {
  const phrases = book.blocks.flatMap((block) => block.phrases);
  const random = seededRandom(phrases.length);
  const sentences: string[] = [];
  for (let count = 0; count < SENTENCES; count++) {
    const pieces = samplePhrase(pickPhrase(phrases, random), book, random);
    const sentence = spokenWords(pieces.map(({ text }) => text).join(""));
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}
