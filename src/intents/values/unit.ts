import type { ValueContext } from "./context.ts";
import { UNITS, type UnitCategory } from "./unit-words.ts";
import { clean } from "./words/clean.ts";

/**
 * A unit that mathjs computes with; only a `currency` is a code of ISO 4217, which mathjs does not know. `factor`: one of
 * what was said is so many of `unit` (斤 → 0.5 kg, knot → 1.852 km/h), where mathjs has no such unit.
 */
export interface Unit {
  readonly unit: string;
  readonly category: UnitCategory;
  readonly factor?: number;
}

const BY_WORD = new Map<string, Unit>();
const CASED = new Map<string, Unit>();
for (const [category, said, words, cased = ""] of UNITS) {
  for (const word of words.split("|")) BY_WORD.set(word, unitOf(said, category));
  for (const word of cased.split("|").filter(Boolean)) CASED.set(word, unitOf(said, category));
}

/** "kilometres", "kilomètres", 公里 → km; "degrees fahrenheit", 华氏度 → degF. Undefined for a word that is no unit. */
export function readUnit(words: string, _context?: Partial<ValueContext>): Unit | undefined {
  const exact = CASED.get(words.trim());
  if (exact) return exact;
  const text = clean(words)
    .replace(/^(?:(?:in|into|to|en|vers|a|of|de|des|les?|the|an?) |d'|换成|多少|几)+/, "")
    .replace(/^\d+(?:\.\d+)?\s*/, "");
  for (const form of [text, text.replace(/s$/, ""), text.replace(/s\b/g, ""), text.replace(/^个/, "")]) {
    const known = BY_WORD.get(form);
    if (known) return known;
  }
  return undefined;
}

/** "0.5 kg" of the table as unit and factor. */
function unitOf(said: string, category: UnitCategory): Unit {
  const [factor, unit] = said.split(" ");
  return unit === undefined ? { unit: said, category } : { unit, category, factor: Number(factor) };
}
