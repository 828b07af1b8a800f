import type { Thing } from "../../intents/result.ts";
import { matchByName } from "../match-name.ts";
import { ordinalOf, pick } from "../ordinals.ts";
import { fold } from "../text.ts";

const CARDINALS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

const NONE =
  /^(?:no|nope|none(?: of (?:them|these|those))?|neither(?: of them)?|not? any|non|aucune?(?: (?:des deux|d'entre eux|d'entre elles))?|ni l'une? ni l'autre|都不是|都不要|一个也不是|没有|不是|不要|不用)$/;

/**
 * Reads which of the numbered options is meant: "2", "the second one", a name, "none". Gives its id, which the
 * action knows it by and which, unlike a name, is one thing's alone.
 */
export function readChoice(words: string, options: readonly Thing[]): string | "none" | undefined {
  const text = fold(words).replace(/^(?:the|le|la|les|option|number|numero|take|prends|选|要|我要|就)\s*/u, "");
  if (NONE.test(fold(words)) || NONE.test(fold(words).replace(/\s+/g, ""))) return "none";
  // A name may hold a number or an ordinal ("Lamp 2"): a name said in full goes first.
  const exact = options.filter((option) => fold(option.name) === fold(words) || fold(option.name) === text);
  if (exact.length === 1) return exact[0]!.id;
  const ordinal = ordinalOf(words) ?? cardinal(text);
  const counted = ordinal && pick(options, ordinal);
  if (counted) return counted.id;
  const [named, ...others] = matchByName(words, options);
  return named && others.length === 0 ? named.id : undefined;
}

function cardinal(text: string) {
  const number = CARDINALS[text.replace(/ ?(?:one|个|号)$/u, "") || text];
  return number === undefined ? undefined : ({ from: "start", index: number - 1 } as const);
}
