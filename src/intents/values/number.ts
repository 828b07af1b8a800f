import type { Lang } from "../plan.ts";
import type { ValueContext } from "./context.ts";
import { tidy } from "./words/tidy.ts";

/** A number as said: "two and a half" → 2.5, "moins cinq" → -5, 三点五 → 3.5; undefined when there is none. */
export function readNumber(words: string, context: Pick<ValueContext, "lang">): number | undefined {
  return findNumber(tidy(words, context.lang), context.lang);
}

/** "the first five" is five: a count goes before an ordinal. */
export function readInt(words: string, context: Pick<ValueContext, "lang">): number | undefined {
  const text = tidy(words, context.lang);
  const counted = text.replace(/\d+(?:th|er|e)\b|第\d+/g, (ordinal) =>
    /(?<![\d第])\d+(?!\d|th|er|e\b)/.test(text) ? " " : ordinal,
  );
  const number =
    findNumber(counted, context.lang) ??
    (/[a-z]*(th|er|e)\b/.test(text) ? Number.parseInt(text.replace(/^\D+/, ""), 10) : undefined);
  return number === undefined || Number.isNaN(number) ? undefined : Math.round(number);
}

const MINUS: Readonly<Record<Lang, RegExp>> = {
  en: /(?:^|\s)(?:minus|negative|-)\s*(?=\d)|below zero|below 0/,
  fr: /(?:^|\s)(?:moins|-)\s*(?=\d)/,
  zh: /(?:^|[^\d])(?:负|零下|0下|-)(?=\d)/,
};
const HALVES: Readonly<Record<Lang, readonly (readonly [RegExp, number])[]>> = {
  en: [
    [/and (?:a |1 )?half/, 0.5],
    [/and (?:a |1 )?quarter/, 0.25],
    [/and 3 quarters/, 0.75],
  ],
  fr: [
    [/et demie?/, 0.5],
    [/et (?:1 )?quart/, 0.25],
  ],
  zh: [[/\d[个度]?半/, 0.5]],
};

/** The first number of tidied words. */
export function findNumber(text: string, lang: Lang): number | undefined {
  const plain = lang === "zh" ? text.replace(/(?<=\d)点(?=\d)/g, ".").replace(/0下(?=\d)/, "-") : withoutArticles(text);
  const match = /(?<![\d.])(?:\d+(?:\.\d+)?|\.\d+)/.exec(plain);
  if (!match) return loneFraction(plain, lang);
  const fraction = /^\s*\/\s*(\d+)/.exec(plain.slice(match.index + match[0].length));
  let value = Number(match[0]);
  if (fraction && Number(fraction[1]) > 0) value /= Number(fraction[1]);
  const after = plain.slice(match.index);
  for (const [pattern, part] of HALVES[lang]) if (pattern.test(after)) value += part;
  if (lang === "zh" && /\d+千/.test(after)) value *= 1000;
  if (/^[\d.]+ ?k\b/.test(after)) value *= 1000;
  const minus = MINUS[lang].exec(plain);
  return minus && minus.index <= match.index + match[0].length + 12 ? -value : value;
}

/** "un peu" and "one more" hold an article or a pronoun, no amount. */
function withoutArticles(text: string): string {
  return text.replace(/\b1 (?:petit )?(?:peu|poil|chouia|cran|more time)\b/g, " ");
}

function loneFraction(text: string, lang: Lang): number | undefined {
  if (lang === "zh") return /半/.test(text) ? 0.5 : undefined;
  if (/\bhalf\b|\bdemie?\b|\bmoitie\b/.test(text)) return 0.5;
  return /\bquarter\b|\bquart\b/.test(text) ? 0.25 : undefined;
}
