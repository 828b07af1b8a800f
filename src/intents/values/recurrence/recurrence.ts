import type { Lang } from "../../plan.ts";
import type { ValueContext } from "../context.ts";
import { tidy } from "../words/tidy.ts";
import type { RecurrenceRule } from "./patterns.ts";
import { RECURRENCES_EN } from "./patterns-en.ts";
import { RECURRENCES_FR } from "./patterns-fr.ts";
import { RECURRENCES_ZH } from "./patterns-zh.ts";

const PATTERNS: Readonly<Record<Lang, readonly RecurrenceRule[]>> = {
  en: RECURRENCES_EN,
  fr: RECURRENCES_FR,
  zh: RECURRENCES_ZH,
};

/** "every other Monday" → FREQ=WEEKLY;INTERVAL=2;BYDAY=MO (RFC 5545); undefined when the words repeat nothing. */
export function readRecurrence(words: string, context: Pick<ValueContext, "lang">): string | undefined {
  return findRecurrence(tidy(words, context.lang), context.lang)?.rule;
}

/** The first pattern of the language that reads the tidied words, and what it leaves of them. */
export function findRecurrence(text: string, lang: Lang): { rule: string; rest: string } | undefined {
  for (const { pattern, rule } of PATTERNS[lang]) {
    const match = pattern.exec(text);
    const found = match && rule(match, text);
    if (found)
      return { rule: found, rest: `${text.slice(0, match.index)} | ${text.slice(match.index + match[0].length)}` };
  }
  return undefined;
}

/**
 * Tidied words without those that only say how often; a part of the day among them stays, for it says when:
 * "every morning" → "morning".
 */
export function withoutRecurrence(text: string, lang: Lang): string {
  const found = findRecurrence(text, lang);
  if (!found) return text;
  const part =
    /morning|afternoon|evening|night|midnight|noon|matin|apres midi|soir|nuit|midi|minuit|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|凌晨/.exec(
      text.slice(0, text.length - (found.rest.split(" | ").at(-1)?.length ?? 0)),
    );
  return part && !found.rest.includes(part[0]) ? `${found.rest} ${part[0]}` : found.rest;
}
