import { editDistance } from "./edit-distance.ts";

/** How well a thing fits the words with which the person named it. */
export interface Match<T> {
  readonly thing: T;
  /** 0-1; 1 is the same name. */
  readonly score: number;
}

/**
 * The things that fit the words, best first; those that fit clearly worse than the best are left out, so that more than
 * one result means "which?". A thing may go by several names.
 * @param minScore below it nothing fits; 0.5 takes half of the words or one slip of the ear per word
 */
export function matchNames<T>(
  words: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  minScore = 0.5,
): readonly Match<T>[] {
  const scored = things
    .map((thing) => ({ thing, score: Math.max(0, ...namesOf(thing).map((name) => nameScore(words, name))) }))
    .filter((match) => match.score >= minScore)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter((match) => match.score >= best - 0.05);
}

/** 0-1: 1 the same name, 0.9 all of the words in it, else the share of the words that it holds. */
export function nameScore(words: string, name: string): number {
  const wanted = plain(words);
  const given = plain(name);
  if (wanted === "" || given === "") return 0;
  if (wanted === given) return 1;
  const squeezed = given.replaceAll(" ", "");
  const wantedSqueezed = wanted.replaceAll(" ", "");
  if (wantedSqueezed === squeezed) return 0.98;
  const wantedTokens = tokens(wanted);
  const givenTokens = tokens(given);
  let found = 0;
  for (const token of wantedTokens) found += Math.max(0, ...givenTokens.map((other) => tokenScore(token, other)));
  const share = found / wantedTokens.length;
  const length = Math.min(1, wantedTokens.length / givenTokens.length);
  if (share === 1) return 0.85 + 0.1 * length;
  const inside = wantedSqueezed.length >= 3 && squeezed.includes(wantedSqueezed);
  return Math.max(inside ? 0.8 : 0, share * (0.75 + 0.1 * length));
}

/** Lower case, without accents and punctuation, one space between words. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words; a run of Han characters counts one by one, since Chinese is written without spaces. */
function tokens(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];
}

function tokenScore(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter >= 3 && longer - shorter <= 2 && (a.startsWith(b) || b.startsWith(a))) return 0.9;
  if (shorter < 4) return 0;
  return editDistance(a, b) <= Math.floor(shorter / 4) ? 0.8 : 0;
}
