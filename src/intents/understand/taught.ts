import type { Lang, Plan, TurnContext } from "../plan.ts";

/** A phrase the person taught: "when I say {phrase}, do {meaning}". Words in braces stand for anything: "movie night in {place}". */
export interface TaughtPhrase {
  readonly phrase: string;
  readonly meaning: string;
}

export interface UnderstandOptions {
  readonly lang?: Lang;
  readonly now: Date;
  readonly timeZone: string;
  readonly context?: TurnContext;
  readonly signal?: AbortSignal;
}

/** The meaning, in words, of an utterance that a taught phrase covers. Exact phrases go before templates, long before short. */
export function taughtMeaning(utterance: string, phrases: readonly TaughtPhrase[]): string | undefined {
  const said = fold(utterance);
  const exact = phrases.find(({ phrase }) => fold(phrase) === said);
  if (exact) return exact.meaning;
  const templates = phrases
    .filter(({ phrase }) => SLOT.test(phrase))
    .sort((a, b) => literal(b.phrase).length - literal(a.phrase).length);
  for (const { phrase, meaning } of templates) {
    const words = match(phrase, said);
    if (words) return meaning.replace(SLOTS, (whole, name: string) => words.get(name) ?? whole);
  }
  return undefined;
}

/** The taught tier: what the phrase means is understood by the tiers below it, as if the person had said that. */
export async function understandTaught(
  utterance: string,
  options: UnderstandOptions,
  phrases: readonly TaughtPhrase[],
  understandWords: (words: string, options: UnderstandOptions) => Promise<Plan>,
): Promise<Plan | undefined> {
  const started = performance.now();
  const meaning = taughtMeaning(utterance, phrases);
  // a phrase that means itself would go round for ever
  if (meaning === undefined || fold(meaning) === fold(utterance)) return undefined;
  const { context: _, ...plain } = options;
  const plan = await understandWords(meaning, plain);
  const ms = performance.now() - started;
  if (plan.unsure) return { ...plan, utterance, meaning, ms };
  return { ...plan, utterance, meaning, tier: "taught", confidence: 1, ms };
}

const SLOT = /\{\p{L}[\p{L}\p{N}_]*\}/u;
const SLOTS = /\{(\p{L}[\p{L}\p{N}_]*)\}/gu;
const literal = (phrase: string) => phrase.replace(SLOTS, "");

/** Case, accents on capitals, blanks and closing signs do not matter. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s　]+/g, " ")
    .replace(/[.!?。！？,，]+$/u, "")
    .trim();
}

function match(phrase: string, said: string): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const source = fold(phrase)
    .split(/(\{\p{L}[\p{L}\p{N}_]*\})/u)
    .map((part) => {
      if (!SLOT.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(part.slice(1, -1));
      return "(.{1,80}?)";
    })
    .join("");
  const found = new RegExp(`^${source}$`, "u").exec(said);
  return found ? new Map(names.map((name, i) => [name, found[i + 1]!.trim()])) : undefined;
}
