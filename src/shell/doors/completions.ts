import { catalogue } from "../../intents/catalogue.ts";
import { LANGS } from "../../intents/plan.ts";

const MOST = 12;

/** What a line may become: the person's own earlier lines first, then example sentences. Readline's form: [candidates, what they replace]. */
export function completions(line: string, history: readonly string[]): [string[], string] {
  const start = line.toLowerCase();
  const own = history.toReversed().filter((l) => l.toLowerCase().startsWith(start));
  const examples = [...catalogue.values()].flatMap((action) =>
    LANGS.flatMap((lang) => action.examples[lang].map(([utterance]) => utterance)),
  );
  const fitting = start === "" ? [] : examples.filter((l) => l.toLowerCase().startsWith(start));
  return [[...new Set([...own, ...fitting])].slice(0, MOST), line];
}
