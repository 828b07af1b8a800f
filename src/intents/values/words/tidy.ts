import type { Lang } from "../../plan.ts";
import { clean } from "./clean.ts";
import { digitsEn } from "./numbers-en.ts";
import { digitsFr } from "./numbers-fr.ts";
import { digitsZh } from "./numbers-zh.ts";

/** Cleaned words with their numbers as digits: what every reader's patterns are written against. */
export function tidy(words: string, lang: Lang): string {
  const text = clean(words);
  if (lang === "fr") return digitsFr(text);
  if (lang === "zh") return digitsZh(text);
  return digitsEn(
    text
      .replace(/\b([ap])\.? ?m\b\.?/g, "$1m")
      .replace(/\bo ?'? ?clock\b/g, "oclock")
      .replace(/(?<=\d)(?=[ap]m\b)/g, " ")
      .replace(/^(?=(?:week|fortnight|month|year) (?:from|after) )/, "a "),
  );
}
