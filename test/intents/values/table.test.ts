import { describe, expect, test } from "vitest";
import type { ArgType } from "../../../src/intents/args.ts";
import type { Lang } from "../../../src/intents/plan.ts";
import { readValue } from "../../../src/intents/values/index.ts";
import { NOW, PHRASES, type Phrase, ZONE } from "./phrases.ts";

const LEAST: Readonly<Record<Lang, number>> = { en: 150, fr: 100, zh: 100 };

for (const lang of ["en", "fr", "zh"] as const) {
  const types = Object.entries(PHRASES[lang]) as [ArgType, readonly Phrase[]][];
  describe(lang, () => {
    test("the table is as long as it should be", () => {
      expect(types.flatMap(([, phrases]) => phrases).length).toBeGreaterThanOrEqual(LEAST[lang]);
    });
    for (const [type, phrases] of types) {
      test.each(phrases.map(([words, value, more]) => ({ words, value, more })))(
        `${type}: $words → $value`,
        ({ words, value, more }) => {
          expect(readValue(type, words, { lang, now: NOW, timeZone: ZONE, ...more })).toEqual(value);
        },
      );
    }
  });
}
