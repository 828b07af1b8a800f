import type { References } from "../intents/powers.ts";
import type { Thing } from "../intents/result.ts";
import { matchByName } from "./match-name.ts";
import { ordinalOf, pick } from "./ordinals.ts";
import { type Measure, pickByMeasure } from "./pick-by-measure.ts";
import { readPronoun } from "./pronouns.ts";

/** Turns further back are not what "it" means. */
const TURNS_KEPT = 10;

/** The things named in the last turns of this session. */
export interface ConversationReferences extends References {
  /** These were named in this turn, the most salient first; a later mention in the same turn goes in front. */
  mention(turn: number, things: readonly Thing[]): void;
  clear(): void;
}

interface Mention {
  readonly turn: number;
  /** In the order in which they were named: "the second one" counts here. */
  things: readonly Thing[];
  /** What the last call of the turn was about; "it" looks here first. */
  salient: readonly Thing[];
}

/** @param measure size in bytes or age of a thing, for "the bigger one", "the newest"; undefined where it has none. */
export function createReferences(measure: Measure = () => undefined): ConversationReferences {
  let mentions: Mention[] = [];

  const lastGroup = (kinds: readonly Thing["kind"][]): readonly Thing[] => {
    for (const { things } of mentions) {
      const fitting = things.filter((thing) => fits(thing, kinds));
      if (fitting.length > 0) return fitting;
    }
    return [];
  };
  const salient = (kinds: readonly Thing["kind"][]): readonly Thing[] => {
    for (const mention of mentions) {
      const fitting = mention.salient.filter((thing) => fits(thing, kinds));
      if (fitting.length > 0) return fitting;
      const mentioned = mention.things.filter((thing) => fits(thing, kinds));
      if (mentioned.length > 0) return mentioned;
    }
    return [];
  };
  /** The last turn that listed several of these: what ordinals and comparisons count in. */
  const lastList = (kinds: readonly Thing["kind"][]): readonly Thing[] => {
    for (const { things } of mentions) {
      const fitting = things.filter((thing) => fits(thing, kinds));
      if (fitting.length > 1) return fitting;
    }
    return lastGroup(kinds);
  };
  const all = (kinds: readonly Thing["kind"][]): readonly Thing[] =>
    distinct(mentions.flatMap(({ salient: first, things }) => [...first, ...things])).filter((thing) =>
      fits(thing, kinds),
    );

  return {
    mention(turn, things) {
      if (things.length === 0) return;
      const same = mentions.find((mention) => mention.turn === turn);
      if (same === undefined) {
        mentions = [{ turn, things: distinct(things), salient: things }, ...mentions].slice(0, TURNS_KEPT);
        return;
      }
      same.things = distinct([...same.things, ...things]);
      same.salient = things;
    },

    resolve(words, kinds) {
      const named = all(kinds).filter(({ id, name }) => id === words || name === words);
      if (named.length > 0) return named;

      const pronoun = readPronoun(words);
      if (pronoun === "one") return salient(kinds);
      if (pronoun === "all") return lastList(kinds);

      const ordinal = ordinalOf(words);
      if (ordinal === "other") return theOther(lastList(kinds), salient(kinds));
      const list = lastList(kinds);
      if (ordinal !== undefined) {
        const counted = pick(list, ordinal);
        if (counted) return [counted];
      }
      const compared = pickByMeasure(words, list, measure);
      if (compared) return [compared];

      return matchByName(words, all(kinds));
    },

    last: lastGroup,
    clear: () => {
      mentions = [];
    },
  };
}

/** Of two, the one that was not meant last; of more, all the others. */
function theOther(list: readonly Thing[], meant: readonly Thing[]): readonly Thing[] {
  if (meant.length === 1) return list.filter((thing) => !isSame(thing, meant[0]!));
  return list.length === 2 ? list.slice(1) : list;
}

function fits(thing: Thing, kinds: readonly Thing["kind"][]): boolean {
  return kinds.length === 0 || kinds.includes(thing.kind);
}

function isSame(a: Thing, b: Thing): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function distinct(things: readonly Thing[]): readonly Thing[] {
  return things.filter((thing, index) => things.findIndex((other) => isSame(thing, other)) === index);
}
