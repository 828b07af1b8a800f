import { expect, test } from "vitest";
import type { Action } from "../../src/intents/actions/define-action.ts";
import { LANGS } from "../../src/intents/plan.ts";

/** What holds for every action of a domain, whatever it does. @param names the catalogue's, in its order */
export function actionsContract(domain: string, actions: readonly Action[], names: readonly string[]): void {
  test(`the domain ${domain} has the actions of the catalogue`, () => {
    expect(actions.map((a) => a.name)).toEqual(names);
    expect(new Set(actions.map((a) => a.domain))).toEqual(new Set([domain]));
  });

  test.each(actions.map((a) => [a.name, a] as const))(
    "%s: examples, negatives and a sentence in every language",
    (_, action) => {
      for (const lang of LANGS) {
        expect(action.examples[lang].length).toBeGreaterThanOrEqual(3);
        expect(action.negatives[lang].length).toBeGreaterThanOrEqual(2);
        for (const [utterance, args] of action.examples[lang]) {
          expect(action.schema.safeParse(args).error, utterance).toBeUndefined();
          expect(action.describe(args as never, lang)).toMatch(/\S/);
          // Free text is copied from the utterance, word for word.
          for (const [name, value] of Object.entries(args))
            if (action.args[name]?.type === "text") expect(utterance).toContain(value);
        }
      }
      expect(action.summary).toMatch(/^[A-Z].*\.$/);
    },
  );

  test(`no utterance of ${domain} means two things`, () => {
    const seen = new Map<string, string>();
    for (const action of actions)
      for (const lang of LANGS)
        for (const [utterance] of action.examples[lang]) {
          expect(seen.get(utterance) ?? action.name, utterance).toBe(action.name);
          seen.set(utterance, action.name);
        }
  });
}
