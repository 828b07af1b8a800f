import type { Action } from "../intents/actions/define-action.ts";
import type { Lang } from "../intents/plan.ts";
import { tokens } from "./text.ts";

/** What fits most people, when the words fit nothing. */
const STAPLES = ["timer_start", "weather_get", "volume_change", "reminder_set", "list_add"];

/**
 * Three things that can be said, from the actions' own examples: what a mind took it for (`likely`, action names) first,
 * then those that share the rarest words with the utterance.
 */
export function suggestions(
  utterance: string,
  lang: Lang,
  catalogue: ReadonlyMap<string, Action>,
  likely: readonly string[] = [],
  count = 3,
): readonly string[] {
  const said = new Set(tokens(utterance));
  const whole = [...said].join(" ");
  const examples = [...catalogue.values()]
    .flatMap((action) =>
      action.examples[lang].map(([words]) => ({ action: action.name, words, tokens: new Set(tokens(words)) })),
    )
    // what was just said and not understood is no advice
    .filter((example) => [...example.tokens].join(" ") !== whole);
  const frequency = new Map<string, number>();
  for (const example of examples)
    for (const token of example.tokens) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const rarity = (token: string) => Math.log(examples.length / (frequency.get(token) ?? Number.POSITIVE_INFINITY));

  const ranked = examples
    .map((example) => {
      const shared = [...said].filter((token) => example.tokens.has(token));
      const score = shared.reduce((sum, token) => sum + rarity(token), 0) / Math.sqrt(example.tokens.size || 1);
      return { ...example, score };
    })
    .filter(({ score }) => score > 0.5)
    .sort((a, b) => b.score - a.score);
  const guessed = likely.flatMap(
    (name) => ranked.find(({ action }) => action === name) ?? examples.find(({ action }) => action === name) ?? [],
  );
  const staples = STAPLES.flatMap((name) => examples.find(({ action }) => action === name) ?? []);

  const chosen = new Map<string, string>();
  for (const { action, words } of [...guessed, ...ranked, ...staples, ...examples]) {
    if (chosen.size >= count) break;
    if (!chosen.has(action)) chosen.set(action, words);
  }
  return [...chosen.values()];
}
