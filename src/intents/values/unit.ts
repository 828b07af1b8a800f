import type { ValueContext } from "./context.ts";
import { UNITS, type UnitCategory } from "./unit-words.ts";
import { clean } from "./words/clean.ts";

/** A unit that mathjs computes with; `currency` alone is a code of ISO 4217, which mathjs does not know. */
export interface Unit {
  readonly unit: string;
  readonly category: UnitCategory;
}

const BY_WORD = new Map<string, Unit>();
const CASED = new Map<string, Unit>();
for (const [category, unit, words, cased = ""] of UNITS) {
  for (const word of words.split("|")) BY_WORD.set(word, { unit, category });
  for (const word of cased.split("|").filter(Boolean)) CASED.set(word, { unit, category });
}

/** "kilometres", "kilomètres", 公里 → km; "degrees fahrenheit", 华氏度 → degF. Undefined for a word that is no unit. */
export function readUnit(words: string, _context?: Partial<ValueContext>): Unit | undefined {
  const exact = CASED.get(words.trim());
  if (exact) return exact;
  const text = clean(words)
    .replace(/^(?:(?:in|into|to|en|vers|a|of|de|des|d'|les?|the|an?|换成|多少|几)\s?)+(?=\S)/, "")
    .replace(/^\d+(?:\.\d+)?\s*/, "");
  for (const form of [text, text.replace(/s$/, ""), text.replace(/s\b/g, ""), text.replace(/^个/, "")]) {
    const known = BY_WORD.get(form);
    if (known) return known;
  }
  return undefined;
}
