import { CHOICE_WORDS } from "./choice-words.ts";
import type { ValueContext } from "./context.ts";
import { clean } from "./words/clean.ts";

/** The word of the list that the words mean, in any of the three languages; undefined when they mean none of it. */
export function readEnum(words: string, context: Pick<ValueContext, "enumValues">): string | undefined {
  const values = context.enumValues ?? [];
  const text = clean(words);
  const exact = values.find((value) => value === text);
  if (exact) return exact;
  for (const [value, pattern] of CHOICE_WORDS) if (values.includes(value) && pattern.test(text)) return value;
  return values.find((value) => new RegExp(`\\b${value}s?\\b`).test(text));
}
