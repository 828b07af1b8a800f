import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ShellError } from "../../../errors.ts";
import { parseTemplate, type TemplateNode } from "./parse-template.ts";

export interface Phrase {
  readonly weight: number;
  readonly nodes: readonly TemplateNode[];
}

export interface PhraseBlock {
  /** Actions of the header; none for `[none]`. */
  readonly actions: readonly string[];
  readonly phrases: readonly Phrase[];
}

/** Phrase files and the vocabularies beside them. */
export interface PhraseBook {
  readonly blocks: readonly PhraseBlock[];
  readonly vocabularies: ReadonlyMap<string, readonly Phrase[]>;
}

/**
 * @param path a phrase file, or a folder of them; vocabularies lie in `vocab/` beside the file or in the folder
 * @throws ShellError FILE_NOT_FOUND, or CONFIG_INVALID with the file and line that cannot be read or the vocabulary that is not there
 */
export function readPhraseBook(path: string): PhraseBook {
  if (!existsSync(path)) throw new ShellError("FILE_NOT_FOUND", `no phrase file ${path}`);
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? textFiles(path) : [path];
  const vocabularies = new Map(
    textFiles(join(isFolder ? path : dirname(path), "vocab")).map((file) => [basename(file, ".txt"), linesOf(file).map(readPhrase)]),
  );
  const blocks = files.flatMap(readBlocks);
  for (const phrases of [...vocabularies.values(), ...blocks.map((block) => block.phrases)])
    for (const { nodes } of phrases) demandVocabularies(nodes, vocabularies, path);
  return { blocks, vocabularies };
}

interface Line {
  readonly text: string;
  /** File and line, for what is said of it. */
  readonly where: string;
}

function textFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => join(folder, name));
}

function linesOf(file: string): Line[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const numbered = lines.map((text, index) => ({ text: text.trim(), where: `${file}:${index + 1}` }));
  return numbered.filter(({ text }) => text !== "" && !text.startsWith("#"));
}

function readBlocks(file: string): PhraseBlock[] {
  const blocks: { actions: string[]; phrases: Phrase[] }[] = [];
  for (const line of linesOf(file)) {
    const header = /^\[([a-z_ +]+)\](?:\s+after\s+[a-z_*]+)?$/.exec(line.text)?.[1];
    if (header) blocks.push({ actions: header.trim() === "none" ? [] : header.split("+").map((name) => name.trim()), phrases: [] });
    else if (blocks.length > 0) blocks.at(-1)!.phrases.push(readPhrase({ ...line, text: line.text.split("=>", 1)[0]!.trim() }));
    else throw new ShellError("CONFIG_INVALID", `${line.where}: a phrase before the first [action]`);
  }
  return blocks;
}

function readPhrase({ text, where }: Line): Phrase {
  const weighted = /^(\d+(?:\.\d+)?):\s+(.*)$/.exec(text);
  try {
    return { weight: weighted ? Number(weighted[1]) : 1, nodes: parseTemplate(weighted?.[2] ?? text) };
  } catch (error) {
    throw new ShellError("CONFIG_INVALID", `${where}: ${(error as Error).message}`, { cause: error });
  }
}

function demandVocabularies(nodes: readonly TemplateNode[], vocabularies: ReadonlyMap<string, unknown>, path: string): void {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    if ("alternatives" in node) for (const option of node.alternatives) demandVocabularies(option, vocabularies, path);
    else if (node.vocabulary !== undefined && !vocabularies.has(node.vocabulary))
      throw new ShellError("CONFIG_INVALID", `${path}: there is no vocab/${node.vocabulary}.txt`, {
        remedy: `write vocab/${node.vocabulary}.txt with one value per line`,
      });
  }
}
