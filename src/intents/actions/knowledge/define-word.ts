import { arg } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { askProgram, quoted } from "./local-program.ts";
import { noSource } from "./no-source.ts";

export const defineWord = defineAction({
  name: "define_word",
  summary: "Say what a word means, from a dictionary on this machine.",
  args: { word: arg("text", "the word") },
  risk: "read",
  examples: {
    en: [
      ["define serendipity", { word: "serendipity" }],
      ["what does ubiquitous mean", { word: "ubiquitous" }],
      ["what's the meaning of the word liminal", { word: "liminal" }],
    ],
    fr: [
      ["définis éphémère", { word: "éphémère" }],
      ["que veut dire ubiquité", { word: "ubiquité" }],
      ["quelle est la définition de procrastination", { word: "procrastination" }],
    ],
    zh: [
      ["“邂逅”是什么意思", { word: "邂逅" }],
      ["解释一下蹉跎这个词", { word: "蹉跎" }],
      ["serendipity是什么意思", { word: "serendipity" }],
    ],
  },
  negatives: {
    en: ["how do you say cheese in French", "what does this button do"],
    fr: ["comment dit-on fromage en anglais", "à quoi sert ce bouton"],
    zh: ["奶酪用法语怎么说", "这个按钮有什么用"],
  },
  describe: ({ word }, lang) =>
    say(lang, { en: `look up the word ${word}`, fr: `chercher le mot « ${word} »`, zh: `查“${word}”这个词` }),
  async run({ word }, powers) {
    const found = await definitionOf(word, powers);
    if (found === undefined) {
      return noSource(
        powers.lang,
        {
          en: "I have no dictionary here.",
          fr: "Je n'ai pas de dictionnaire ici.",
          zh: "我这里没有词典。",
        },
        "source.no-dictionary",
      );
    }
    const [first] = found;
    if (first === undefined) {
      const text = {
        en: `The dictionary doesn't have “${word}”.`,
        fr: `« ${word} » n'est pas dans le dictionnaire.`,
        zh: `词典里没有“${word}”。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    const text = { en: `${word}: ${first}.`, fr: `${word} : ${first}.`, zh: `${word}：${first}。` };
    return { kind: "done", say: say(powers.lang, text), show: found, data: { word, definitions: found } };
  },
});

/** The senses of the word, the commonest first; undefined without a dictionary. Nothing is asked of the network. */
async function definitionOf(word: string, powers: Powers): Promise<readonly string[] | undefined> {
  const dict = await askProgram("dict", `dict -P - -h localhost -- ${quoted(word)}`, powers);
  // 20: the word is not in it. Anything else above 0: no local server answers.
  if (dict?.exitCode === 0) return sensesOfDict(dict.output);
  const wordNet = await askProgram("wn", `wn ${quoted(word.replace(/^-+/, ""))} -over`, powers);
  if (wordNet !== undefined) return sensesOfWordNet(wordNet.output);
  return dict?.exitCode === 20 ? [] : undefined;
}

/** `    n 1: good luck in making … [syn: …]`, lines wrapped and indented; other dictionaries: their text as it is. */
export function sensesOfDict(output: string): readonly string[] {
  const [, ...entries] = output.split(/^From .*:$/m);
  const body = (entries[0] ?? "").trim();
  const joined = body.replace(/\s*\n\s+/g, " ");
  const numbered = joined.split(/(?:^|\s)(?:(?:n|v|adj|adv) )?\d+: /).slice(1);
  const senses = numbered.length > 0 ? numbered : [body.split("\n").slice(1).join(" ").replace(/\s+/g, " ")];
  return senses.map(shorten).filter((sense) => sense !== "");
}

/** `1. (3) word, synonym -- (what it means; "an example")`. */
export function sensesOfWordNet(output: string): readonly string[] {
  return [...output.matchAll(/^\d+\. (?:\(\d+\) )?.*? -- \((.*)\)$/gm)].map((match) => shorten(match[1]!));
}

/** Without examples, synonyms and a full stop: what is read out. */
function shorten(sense: string): string {
  return sense
    .replace(/;? ["“].*$/s, "")
    .replace(/ ?\[(?:syn|ant|also):.*$/s, "")
    .replace(/[.;\s]+$/, "")
    .trim();
}
