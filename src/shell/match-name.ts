import { editDistance } from "../edit-distance.ts";
import type { Thing } from "../intents/result.ts";
import { fold, tokens } from "./text.ts";

/** Words that only name the kind or point at it; they decide nothing about which one is meant. */
const EMPTY = new Set(
  "the a an my our this that one file timer alarm reminder event list note device network app le la les l' un une mon ma mes ce cet cette fichier minuteur alarme rappel liste appareil reseau de du des d' of called named please thanks stp svp merci 的 个 这 那 我".split(
    " ",
  ),
);

/**
 * The things that the words name, best first. Equal to the name, or to the name without its extension: only those. Else those whose
 * name holds all the words, letters wrong at most one in five; with equal claim, all of them, so that the caller can ask which.
 */
export function matchByName(words: string, things: readonly Thing[]): readonly Thing[] {
  const said = fold(words);
  if (said === "") return [];
  const equal = things.filter(({ name, id }) => fold(name) === said || fold(stem(name)) === said || id === words);
  if (equal.length > 0) return equal;

  const wanted = tokens(words).filter((token) => !EMPTY.has(token));
  if (wanted.length === 0) return [];
  const scored = things
    .map((thing) => ({ thing, score: claim(wanted, tokens(thing.name.replace(/[._-]+/g, " "))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best - 1e-9).map(({ thing }) => thing);
}

/** 0 when a wanted word is missing; else more the more of the name the words cover. */
function claim(wanted: readonly string[], name: readonly string[]): number {
  if (name.length === 0) return 0;
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(...name.map((part) => likeness(word, part)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum / Math.max(wanted.length, name.length);
}

/** 1 equal, 0.9 the beginning of it, 0.8 one letter in five wrong, 0 otherwise. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length >= 3 && b.startsWith(a)) return 0.9;
  const allowed = Math.floor(Math.max(a.length, b.length) / 5);
  return allowed > 0 && editDistance(a, b) <= allowed ? 0.8 : 0;
}

function stem(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
}
