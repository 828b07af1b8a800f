import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arpabetOf } from "../../../../src/voice/stt/model/arpabet.ts";
import { arpaModel } from "../../../../src/voice/stt/model/arpa-model.ts";
import { cutDictionary } from "../../../../src/voice/stt/model/dictionary.ts";
import { readPhraseBook } from "../../../../src/voice/stt/phrases/phrase-book.ts";
import { phraseGrammar, wordsOfGrammar } from "../../../../src/voice/stt/phrases/phrase-grammar.ts";
import { samplePhrase, seededRandom } from "../../../../src/voice/stt/phrases/sample-phrase.ts";
import { spokenWords } from "../../../../src/voice/stt/phrases/spoken-words.ts";

/** A phrase file with one vocabulary beside it. */
function phraseFile(text: string, drinks = "tea\n2: [iced] coffee\n"): string {
  const folder = mkdtempSync(join(tmpdir(), "phrases-"));
  mkdirSync(join(folder, "vocab"));
  writeFileSync(join(folder, "vocab", "drink.txt"), drinks);
  writeFileSync(join(folder, "drinks.txt"), text);
  return join(folder, "drinks.txt");
}

describe("a phrase file", () => {
  it("is read with its weights, and gives the same sentences for the same seed", () => {
    const book = readPhraseBook(phraseFile("# drinks\n[order]\n3: (make|get) me [a] {drink} => on=true\n"));
    expect(book.blocks).toMatchObject([{ actions: ["order"], phrases: [{ weight: 3 }] }]);
    const sentences = (seed: number): string[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => spokenWords(samplePhrase(book.blocks[0]!.phrases[0]!.nodes, book, random).map((piece) => piece.text).join(""))!);
    };
    expect(sentences(1)).toEqual(sentences(1));
    for (const sentence of sentences(2)) expect(sentence).toMatch(/^(make|get) me (a )?(tea|(iced )?coffee)$/);
  });

  it("becomes a grammar of just its sentences", () => {
    const grammar = phraseGrammar("drinks", readPhraseBook(phraseFile("[order]\n(make|get) me [a|2] {drink}\n")));
    expect(grammar).toContain("public <drinks> = /1/ ( make | get ) me [ a | two ] <v_drink>;");
    expect(grammar).toContain("<v_drink> = /1/ tea | /2/ [ iced ] coffee;");
    expect([...wordsOfGrammar(grammar)].sort()).toEqual(["a", "coffee", "get", "iced", "make", "me", "tea", "two"]);
  });

  it.each([
    ["[order]\nmake (me {drink}\n", "a bracket that is never closed"],
    ["[order]\nmake me {drink\n", "a { that is never closed"],
    ["[order]\nmake me {dish}\n", "vocab/dish.txt"],
    ["make me {drink}\n", "before the first [action]"],
  ])("that is wrong is told of: %j", (text, told) => {
    expect(() => readPhraseBook(phraseFile(text))).toThrow(expect.objectContaining({ code: "CONFIG_INVALID", message: expect.stringContaining(told) }));
  });

  it("that is not there is told of", () => {
    expect(() => readPhraseBook("/nowhere/drinks.txt")).toThrow(expect.objectContaining({ code: "FILE_NOT_FOUND" }));
  });
});

it.each([
  ["Set a timer for 10 min, please!", "set a timer for ten minutes please"],
  ["wake me at 7:30pm", "wake me at seven thirty pm"],
  ["at 7:05", "at seven oh five"],
  ["on the 21st", "on the twenty first"],
  ["the 12th or 30th", "the twelfth or thirtieth"],
  ["volume to 45%", "volume to forty five percent"],
  ["1,000 km", "one thousand kilometers"],
  ["19.5 degrees", "nineteen point five degrees"],
  ["in 2024", "in twenty twenty four"],
  ["it costs $5", "it costs five dollars"],
  ["the café’s wi-fi", "the cafe's wi fi"],
  ["open https://example.org/a_b", undefined],
  ["打开灯", undefined],
])("%s is said: %s", (written, said) => expect(spokenWords(written)).toBe(said));

it("a model holds every gram with probabilities that sum to one after a history", () => {
  const text = arpaModel(["set a timer", "set an alarm", "set a timer"]);
  expect(text).toContain("ngram 1=7\n"); // five words, <s> and </s>
  const unigrams = text.split("\\1-grams:\n")[1]!.split("\n\n")[0]!.split("\n");
  const sum = unigrams.filter((line) => !line.includes("<s>")).reduce((total, line) => total + 10 ** Number(line.split("\t")[0]), 0);
  expect(sum).toBeCloseTo(1, 2);
});

describe("pronunciations", () => {
  it.each([
    ["spˈɑːɾɪfˌaɪ", "S P AA T IH F AY"],
    ["tʃˈɛɹi", "CH EH R IY"],
    ["", ""],
  ])("%s → %s", (ipa, phones) => expect(arpabetOf(ipa)).toBe(phones));

  it("come from the dictionary where it knows the word and from espeak-ng where not", async () => {
    const { text, unknown } = await cutDictionary("lamp L AE M P\nlamp(2) L AA M P\nother AH DH ER\n", new Set(["lamp", "zorbletron"]));
    const lines = text.trim().split("\n");
    expect(lines.slice(0, 2)).toEqual(["lamp L AE M P", "lamp(2) L AA M P"]);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^zorbletron Z AO R /);
    expect(unknown.size).toBe(0);
  });
});
