import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { packageFile } from "../../../package-file.ts";
import { arpaModel, wordsOf } from "../model/arpa-model.ts";
import { cutDictionary } from "../model/dictionary.ts";
import { phraseGrammar, wordsOfGrammar } from "../phrases/phrase-grammar.ts";
import { readPhraseBook } from "../phrases/phrase-book.ts";
import { seededRandom } from "../phrases/sample-phrase.ts";
import { spokenWords } from "../phrases/spoken-words.ts";
import { sampleDomain } from "./domain-sentences.ts";
import { openSphinxLibrary } from "./library.ts";
import { acousticModel } from "./places.ts";
import { STATE_GRAMMARS } from "./state-grammars.ts";

/** A person's own phrase file, or folder of them: reflex/FORMAT.md. */
export interface Domain {
  readonly name: string;
  readonly path: string;
}

/** What a model is built for. */
export interface ModelWishes {
  readonly cacheFolder: string;
  readonly names: readonly string[];
  readonly domains: readonly Domain[];
}

/** Files of a built model, in its folder. */
export const MODEL_FILES = { commands: "commands.lm.bin", dictionary: "words.dict", grammars: "grammars.json" } as const;

/** Rises with every change of what is built from the same input. */
const BUILD = 1;
/** Sentences that each learnt name is put into. */
const SENTENCES_A_NAME = 24;
const MAX_NAMES = 2000;
const ARPA = 0;
const BINARY = 2;

/** Builds the model unless the cache has it: some seconds of one core. @returns its folder, named for the hash of all that goes in */
export async function buildModel({ cacheFolder, names, domains }: ModelWishes): Promise<string> {
  const packed = readFileSync(packageFile("speech/sentences-en.txt.br"));
  const books = domains.map(({ name, path }) => ({ name, book: readPhraseBook(path) }));
  const said = [...new Set(names.map((name) => spokenWords(name)).filter((name): name is string => !!name))].sort().slice(0, MAX_NAMES);
  const hash = createHash("sha256").update(packed).update(JSON.stringify([BUILD, said, books.map(({ name, book }) => [name, book.blocks, [...book.vocabularies]])]));
  const folder = join(cacheFolder, `en-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(folder)) return folder;

  const marked = brotliDecompressSync(packed).toString("utf8").split("\n");
  const sentences = [
    ...marked.map((line) => line.replace(/[{}]/g, "")),
    ...withNames(marked, said),
    ...books.flatMap(({ book }) => sampleDomain(book)),
  ];
  const grammars: Record<string, string> = { ...STATE_GRAMMARS };
  for (const { name, book } of books) grammars[domainSearch(name)] = phraseGrammar(domainSearch(name), book);

  const words = wordsOf(sentences);
  for (const grammar of Object.values(grammars)) for (const word of wordsOfGrammar(grammar)) words.add(word);
  const dictionary = await cutDictionary(readFileSync(acousticModel().dictionary, "utf8"), words);
  const known = dictionary.unknown.size ? sentences.filter((line) => line.split(" ").every((word) => !dictionary.unknown.has(word))) : sentences;

  mkdirSync(cacheFolder, { recursive: true });
  const building = mkdtempSync(join(cacheFolder, "building-"));
  const arpa = join(building, "commands.arpa");
  writeFileSync(arpa, arpaModel(known));
  packModel(arpa, join(building, MODEL_FILES.commands));
  rmSync(arpa);
  writeFileSync(join(building, MODEL_FILES.dictionary), dictionary.text);
  writeFileSync(join(building, MODEL_FILES.grammars), JSON.stringify(grammars));
  try {
    renameSync(building, folder);
  } catch {
    rmSync(building, { recursive: true, force: true }); // another process was quicker
  }
  return folder;
}

/** The search of a domain's grammar. */
export function domainSearch(name: string): string {
  return `domain_${name.replace(/[^a-z0-9]+/gi, "_")}`;
}

/** Each name in sentences where a name may stand, and by itself. */
function withNames(marked: readonly string[], names: readonly string[]): string[] {
  const places = marked.filter((line) => line.includes("{"));
  const random = seededRandom(names.length);
  return names.flatMap((name) => {
    const sentences = [name, name];
    for (let count = 0; count < SENTENCES_A_NAME; count++) {
      const line = places[Math.floor(random() * places.length)];
      if (line) sentences.push(line.replace(/\{[^}]*\}/, name).replace(/[{}]/g, ""));
    }
    return sentences;
  });
}

/** ARPA text → the library's own form, which it maps into memory in milliseconds. */
function packModel(arpa: string, binary: string): void {
  const library = openSphinxLibrary();
  const model = library.readModel(null, arpa, ARPA, library.newLogMath(1.0001, 0, 0));
  if (!model || library.writeModel(model, binary, BINARY) < 0) throw new Error("PocketSphinx does not take the language model that was built");
}
