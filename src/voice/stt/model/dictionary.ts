import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { arpabetOf } from "./arpabet.ts";

const run = promisify(execFile);

/** How words are said, where no dictionary knows them or knows them otherwise. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  am: ["AE M", "AH M", "EY EH M"],
  pm: ["P IY EH M"],
};

export interface CutDictionary {
  /** Lines of a PocketSphinx dictionary, `word PH ON ES` and `word(2) …`. */
  readonly text: string;
  /** Words that nothing here can pronounce; a language model must not hold them. */
  readonly unknown: ReadonlySet<string>;
}

/**
 * The dictionary of just these words: PocketSphinx then starts in 15 ms instead of 10 to 28 s. Words that it lacks are pronounced by espeak-ng;
 * without that program they are unknown.
 * @param full lines of the CMU dictionary
 */
export async function cutDictionary(full: string, words: ReadonlySet<string>): Promise<CutDictionary> {
  const lines: string[] = [];
  const missing = new Set(words);
  for (const line of full.split("\n")) {
    const word = /^[^\s(]+/.exec(line)?.[0];
    if (word === undefined || !words.has(word) || word in OWN) continue;
    lines.push(line);
    missing.delete(word);
  }
  for (const [word, phones] of Object.entries(OWN)) if (missing.delete(word)) lines.push(...entries(word, phones));
  for (const [word, phones] of await pronounce([...missing])) {
    missing.delete(word);
    lines.push(...entries(word, [phones]));
  }
  return { text: `${lines.join("\n")}\n`, unknown: missing };
}

function entries(word: string, pronunciations: readonly string[]): string[] {
  return pronunciations.map((phones, index) => (index === 0 ? `${word} ${phones}` : `${word}(${index + 1}) ${phones}`));
}

/** espeak-ng reads each line on its own; 200 a call keep each answer on its line and each call short. */
const WORDS_A_CALL = 200;

async function pronounce(words: readonly string[]): Promise<Map<string, string>> {
  const pronounced = new Map<string, string>();
  for (let start = 0; start < words.length; start += WORDS_A_CALL) {
    const batch = words.slice(start, start + WORDS_A_CALL);
    const said = await sayInIpa(batch);
    if (said.length !== batch.length) continue;
    for (const [index, word] of batch.entries()) {
      const phones = arpabetOf(said[index]!);
      if (phones) pronounced.set(word, phones);
    }
  }
  return pronounced;
}

async function sayInIpa(words: readonly string[]): Promise<string[]> {
  try {
    const { stdout } = await run("espeak-ng", ["-q", "--ipa", "-v", "en-us", words.join("\n")], { timeout: 20_000 });
    return stdout.split("\n").map((line) => line.trim()).filter(Boolean);
  } catch {
    return []; // not installed: the words stay unknown
  }
}
