import type { Lang } from "../../../intents/plan.ts";
import { sentencesOf } from "../sentences.ts";
import { sayPlaces } from "./names-of-places.ts";
import { rowsAsSentences, tidied, withoutMarks } from "./plain-marks.ts";
import type { SpokenWords } from "./spoken-words.ts";
import { CHINESE } from "./words-zh.ts";
import { ENGLISH } from "./words-en.ts";
import { FRENCH } from "./words-fr.ts";

const WORDS = { en: ENGLISH, fr: FRENCH, zh: CHINESE } satisfies Record<Lang, SpokenWords>;
const NUMBER = "\\d+(?:[.,]\\d+)?";

/** A reply as the sentences to be said, one after the other; those of which nothing is left to say are dropped. */
export function spokenSentences(text: string, lang: Lang): readonly string[] {
  return sentencesOf(rowsAsSentences(text))
    .map((sentence) => speakable(sentence, lang))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Written text as one would say it: times, dates, numbers with their units, file names and addresses in words, marks and emoji gone. */
export function speakable(text: string, lang: Lang): string {
  const words = WORDS[lang];
  let said = sayPlaces(withoutMarks(text), words).replace(words.thousands, "");
  for (const step of [sayDates, sayTimes, sayMoney, saySignedNumbers, sayUnits, saySigns]) said = step(said, words);
  return tidied(said);
}

function sayDates(text: string, words: SpokenWords): string {
  const said = text.replace(
    /\b(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?/g,
    (_, y: string, m: string, d: string, time?: string) =>
      `${words.date(Number(y), Number(m), Number(d))}${time === undefined ? "" : `, ${time}`}`,
  );
  if (words.dayOfMonth === undefined) return said;
  const { pattern, say } = words.dayOfMonth;
  return said.replace(pattern, (_, day: string, month: string) => say(day, month));
}

function sayTimes(text: string, words: SpokenWords): string {
  return text
    .replace(/(?<![\d:.])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])/g, (_, h: string, m: string, s: string) =>
      words.elapsed(Number(h), Number(m), Number(s)),
    )
    .replace(
      /(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(?:\s?([ap])(?:\.m\.(?=\s*\S)|\.?m\b))?/gi,
      (_, h: string, m: string, half?: string) => words.time(Number(h), Number(m), halfOf(half)),
    )
    .replace(/(?<![\d:.])([01]?\d|2[0-4])\s?h(?:\s?([0-5]\d))?(?![\p{L}\d])/gu, (whole, h: string, m?: string) =>
      words.units["h"] === undefined || m !== undefined ? words.time(Number(h), Number(m ?? 0), undefined) : whole,
    )
    .replace(/(?<![\d:.])(1[0-2]|[1-9])\s?([ap])(?:\.m\.(?=\s*\S)|\.?m\b)/gi, (_, h: string, half: string) =>
      words.time(Number(h), 0, halfOf(half)),
    );
}

function halfOf(letter: string | undefined): "am" | "pm" | undefined {
  return letter === undefined ? undefined : letter.toLowerCase() === "a" ? "am" : "pm";
}

function sayMoney(text: string, words: SpokenWords): string {
  return text
    .replace(new RegExp(`([€$£¥])\\s?(${NUMBER})`, "g"), (_, sign: string, amount: string) => words.money(amount, sign))
    .replace(new RegExp(`(${NUMBER})\\s?([€$£¥])`, "g"), (_, amount: string, sign: string) =>
      words.money(amount, sign),
    );
}

/** "-5" at the start of a number, "5-10" between two, "~5", "#3". */
function saySignedNumbers(text: string, words: SpokenWords): string {
  const joined = words.measure("", "").trim() === "" && words.minus.length === 1 ? "" : " ";
  return text
    .replace(
      /(\d)\s?[–—]\s?(?=\d)|(?<![\d-]\d{0,3}-)(?<=\b\d{1,3})-(?=\d{1,3}\b(?!-))/g,
      (_, before?: string) => `${before ?? ""} ${words.to} `,
    )
    .replace(/(?<![\p{L}\p{N}])[-−](?=\d)/gu, `${words.minus}${joined}`)
    .replace(/(?<![\p{L}\p{N}])~\s?(?=\d)/gu, `${words.about} `)
    .replace(/(?<![\p{L}\p{N}])(?:#|n°|№)\s?(?=\d)/gu, `${words.number} `);
}

function sayUnits(text: string, words: SpokenWords): string {
  const signs = Object.keys(words.units)
    .sort((a, b) => b.length - a.length)
    .map((sign) => sign.replace("/", "\\/"));
  return text
    .replace(new RegExp(`(${NUMBER})\\s?[%％]`, "g"), (_, amount: string) => words.percent(amount))
    .replace(
      new RegExp(`(?<![A-Za-zÀ-ÿ\\d])(${NUMBER})\\s?(${signs.join("|")})(?![\\p{L}\\p{N}/])`, "gu"),
      (_, amount: string, sign: string) => {
        const [one, many] = words.units[sign]!;
        return words.measure(amount, words.isMany(Number(amount.replace(",", "."))) ? many : one);
      },
    );
}

function saySigns(text: string, words: SpokenWords): string {
  let said = text;
  for (const [sign, word] of Object.entries(words.signs)) {
    if (!said.includes(sign)) continue;
    const pattern =
      sign === "+" || sign === "<" || sign === ">" ? `(?<=[\\p{L}\\p{N}]\\s?)\\${sign}(?=\\s?[\\p{L}\\p{N}])` : sign;
    said = said.replace(new RegExp(`\\s*${pattern}\\s*`, "gu"), ` ${word} `);
  }
  return said.replace(/\s\/\s/g, ", ").replace(/…/g, ".");
}
