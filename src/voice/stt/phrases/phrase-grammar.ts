import type { TemplateNode } from "./parse-template.ts";
import type { Phrase, PhraseBook } from "./phrase-book.ts";
import { spokenWords } from "./spoken-words.ts";

/**
 * A phrase book as a grammar of the Java Speech Grammar Format 1.0: every phrase of it and nothing else can be heard.
 * @param name letters, digits and _
 */
export function phraseGrammar(name: string, book: PhraseBook): string {
  const used = new Set<string>();
  const sentences = book.blocks.flatMap((block) => block.phrases);
  const rules = [`public <${name}> = ${choice(sentences, used)};`];
  const written = new Set<string>();
  for (let todo = [...used]; todo.length > 0; todo = [...used].filter((vocabulary) => !written.has(vocabulary))) {
    for (const vocabulary of todo) {
      written.add(vocabulary);
      rules.push(`<v_${vocabulary}> = ${choice(book.vocabularies.get(vocabulary) ?? [], used)};`);
    }
  }
  return `#JSGF V1.0;\ngrammar ${name};\n${rules.join("\n")}\n`;
}

/** The words of a grammar written as above or by hand. */
export function wordsOfGrammar(grammar: string): Set<string> {
  const body = grammar.split("\n").filter((line) => line.includes("="));
  const words = body.flatMap((line) => line.slice(line.indexOf("=") + 1).replace(/<[^>]*>|\/[^/]*\//g, " ").match(/[a-z']+/g) ?? []);
  return new Set(words);
}

function choice(phrases: readonly Phrase[], used: Set<string>): string {
  const options = phrases.map(({ weight, nodes }) => ({ weight, words: sequence(nodes, used) })).filter(({ words }) => words !== "");
  if (options.length === 0) return "<VOID>";
  return options.map(({ weight, words }) => `/${weight}/ ${words}`).join(" | ");
}

/** What nobody reads aloud (an address, code) cannot be said at all: such a sequence is left out, with the phrase that needs it. */
function sequence(nodes: readonly TemplateNode[], used: Set<string>): string {
  return nodes.map((node) => oneNode(node, used)).join(" ").replace(/\s+/g, " ").trim();
}

function oneNode(node: TemplateNode, used: Set<string>): string {
  if (typeof node === "string") return spokenWords(node) ?? (node.trim() === "" ? "" : "<VOID>");
  if ("alternatives" in node) return group(node.alternatives, used);
  if (node.values) return group(node.values, used);
  used.add(node.vocabulary!);
  return `<v_${node.vocabulary}>`;
}

function group(alternatives: readonly (readonly TemplateNode[])[], used: Set<string>): string {
  const options = alternatives.map((option) => sequence(option, used));
  const said = options.filter((option) => option !== "");
  if (said.length === 0) return "";
  const inside = said.join(" | ");
  return said.length < options.length ? `[ ${inside} ]` : `( ${inside} )`;
}
