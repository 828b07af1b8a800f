import { matchNames, nameScore } from "../../match-name.ts";

/**
 * The things that go by these words, best first: those whose name holds the words, else those whose whole name is in
 * the words ("the dentist appointment" names the event "dentist").
 */
export function namedAlike<T>(
  words: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): readonly T[] {
  const holding = matchNames(words, things, namesOf, 0.55).map((match) => match.thing);
  if (holding.length > 0) return holding;
  const within = (thing: T) => Math.max(0, ...namesOf(thing).map((name) => nameScore(name, words)));
  const held = things.map((thing) => ({ thing, score: within(thing) })).filter(({ score }) => score >= 0.8);
  const best = Math.max(0, ...held.map(({ score }) => score));
  return held.filter(({ score }) => score >= best - 0.05).map(({ thing }) => thing);
}
