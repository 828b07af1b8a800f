import { arg } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { languageCode } from "../language-names.ts";
import { askProgram, quoted } from "./local-program.ts";
import { noSource } from "./no-source.ts";

export const translate = defineAction({
  name: "translate",
  summary: "Say something in another language, with a translator on this machine.",
  args: { text: arg("text", "what to translate"), to: arg("text", "into which language") },
  risk: "read",
  examples: {
    en: [
      ["how do you say cheese in French", { text: "cheese", to: "French" }],
      ["translate good morning to Chinese", { text: "good morning", to: "Chinese" }],
      ["what's thank you very much in Spanish", { text: "thank you very much", to: "Spanish" }],
    ],
    fr: [
      ["comment dit-on fromage en anglais", { text: "fromage", to: "anglais" }],
      ["traduis bonjour en chinois", { text: "bonjour", to: "chinois" }],
      ["traduis où est la gare en espagnol", { text: "où est la gare", to: "espagnol" }],
    ],
    zh: [
      ["奶酪用法语怎么说", { text: "奶酪", to: "法语" }],
      ["把早上好翻译成英语", { text: "早上好", to: "英语" }],
      ["谢谢用西班牙语怎么说", { text: "谢谢", to: "西班牙语" }],
    ],
  },
  negatives: {
    en: ["speak French from now on", "define fromage"],
    fr: ["parle anglais à partir de maintenant", "définis cheese"],
    zh: ["以后说英语", "cheese是什么意思"],
  },
  describe: ({ text, to }, lang) =>
    say(lang, {
      en: `translate “${text}” into ${to}`,
      fr: `traduire « ${text} » en ${to}`,
      zh: `把“${text}”翻译成${to}`,
    }),
  async run({ text: words, to }, powers) {
    const target = languageCode(to);
    if (target === undefined) {
      const text = {
        en: `I don't know the language ${to}.`,
        fr: `Je ne connais pas la langue « ${to} ».`,
        zh: `我不知道“${to}”是什么语言。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    const translated = (await byApertium(words, target, powers)) ?? (await byArgos(words, target, powers));
    if (translated === undefined) {
      return noSource(
        powers.lang,
        {
          en: `I have no translator into ${to} here.`,
          fr: `Je n'ai pas de traducteur vers cette langue ici : ${to}.`,
          zh: `我这里没有${to}的翻译程序。`,
        },
        "source.no-translator",
        { from: powers.lang, to: target },
      );
    }
    return { kind: "done", say: translated, data: { text: words, to: target, translated } };
  },
});

/** Apertium names its pairs by two or three letters: `en-es`, `eng-spa`. */
async function byApertium(words: string, target: string, powers: Powers): Promise<string | undefined> {
  const listed = await askProgram("apertium", "apertium -l", powers);
  const wanted = pairNames(powers.lang, target);
  const pair = listed?.output.split(/\s+/).find((name) => wanted.includes(name));
  if (pair === undefined) return undefined;
  const answer = await askProgram("apertium", `printf %s ${quoted(words)} | apertium -u ${pair}`, powers);
  return answer?.exitCode === 0 && answer.output !== "" ? answer.output : undefined;
}

async function byArgos(words: string, target: string, powers: Powers): Promise<string | undefined> {
  const line = `printf %s ${quoted(words)} | argos-translate --from-lang ${powers.lang} --to-lang ${target}`;
  const answer = await askProgram("argos-translate", line, powers);
  return answer?.exitCode === 0 && answer.output !== "" ? answer.output : undefined;
}

function pairNames(from: string, to: string): readonly string[] {
  const names = (code: string) => [code, THREE_LETTERS[code] ?? code];
  return names(from).flatMap((a) => names(to).map((b) => `${a}-${b}`));
}

/** ISO 639-3 of those languages that Apertium has. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  en: "eng",
  fr: "fra",
  zh: "zho",
  es: "spa",
  it: "ita",
  pt: "por",
  ca: "cat",
  de: "deu",
  nl: "nld",
  ro: "ron",
  eo: "epo",
  gl: "glg",
  oc: "oci",
  sv: "swe",
  da: "dan",
  nb: "nob",
  is: "isl",
  cy: "cym",
  br: "bre",
  eu: "eus",
  ru: "rus",
  uk: "ukr",
};
