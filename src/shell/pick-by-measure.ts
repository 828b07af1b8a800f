import type { Thing } from "../intents/result.ts";
import { fold } from "./text.ts";

export type Dimension = "size" | "time";
/** Bytes, or milliseconds since the epoch of the last change. */
export type Measure = (thing: Thing, dimension: Dimension) => number | undefined;

const COMPARISONS: readonly (readonly [RegExp, Dimension, "most" | "least"])[] = [
  [
    /\b(?:bigger|biggest|larger|largest|heavier|heaviest|plus gros(?:se)?|plus grande?|plus lourde?)\b|最?大的|更大/,
    "size",
    "most",
  ],
  [
    /\b(?:smaller|smallest|lighter|lightest|tiniest|plus petite?|plus legere?|plus leger)\b|最?小的|更小/,
    "size",
    "least",
  ],
  [
    /\b(?:newer|newest|latest|most recent|more recent|plus recente?|plus nouveau|plus nouvelle)\b|最?新的|最近的|更新的/,
    "time",
    "most",
  ],
  [/\b(?:older|oldest|earliest|plus ancien(?:ne)?|plus vieux|plus vieille)\b|最?旧的|最早的|更旧/, "time", "least"],
];

/** "the bigger one", "la plus récente", "最旧的" → that one of the list; undefined when the words compare nothing or nothing can be measured. */
export function pickByMeasure(words: string, list: readonly Thing[], measure: Measure): Thing | undefined {
  const text = fold(words).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  const comparison = COMPARISONS.find(([pattern]) => pattern.test(text));
  if (comparison === undefined) return undefined;
  const [, dimension, which] = comparison;
  const measured = list.flatMap((thing) => {
    const value = measure(thing, dimension);
    return value === undefined ? [] : [{ thing, value: which === "most" ? value : -value }];
  });
  return measured.sort((a, b) => b.value - a.value)[0]?.thing;
}
