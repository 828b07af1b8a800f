import type { DurationParts } from "../duration-parts.ts";

/** Parts of the day, of all three languages; `dawn` is 凌晨, `tonight` the evening and night of today. */
export type Part = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "tonight" | "night" | "midnight";

/**
 * A time on the clock. `sure`: 24-hour or with am/pm · `said`: 24-hour unless a part of the day decides (French) ·
 * `twelve`: either half of the day.
 */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly kind: "sure" | "said" | "twelve";
}

/** What words say about when, before it is put on a calendar. Every field is optional: the resolvers fill the rest. */
export interface Facts {
  /** Days from today: tomorrow 1, avant-hier -2. */
  days?: number;
  /** ISO weekday 1-7. `week`: of the calendar week so many from now · `last`: the latest before today · `more`: weeks added. */
  weekday?: { readonly day: number; readonly week?: number; readonly last?: boolean; readonly more?: number };
  /** Parts of a calendar date; `back`: the latest such date before now. A negative day counts from the month's end. */
  date?: { readonly day?: number; readonly month?: number; readonly year?: number; readonly back?: boolean };
  /** A calendar unit so many from the present one; `edge` narrows it to its first, middle or last day. */
  unit?: { readonly of: "week" | "weekend" | "month" | "year" | "hour"; readonly shift: number };
  /** A meteorological season, 0 spring to 3 winter; `shift` 0 the running or coming one, 1 the next that has not begun. */
  season?: { readonly of: number; readonly shift: number };
  edge?: "start" | "middle" | "end";
  /** The nth of a month or year, an ISO weekday or another piece of it; -1 is the last. */
  nth?: { readonly n: number; readonly of: number | "day" | "week" | "weekend" };
  /** So many days from the day that the rest names, or (`weekday`) the nearest such weekday after or before it. */
  beside?: { readonly days: number; readonly weekday?: number };
  clock?: Clock;
  part?: Part;
  /** Now plus (or minus) an amount; with `from` it is counted from the day said instead. */
  offset?: { readonly parts: DurationParts; readonly sign: 1 | -1 };
  /** The last or next three hours: a period that ends or starts now. */
  rolling?: { readonly parts: DurationParts; readonly sign: 1 | -1 };
  bound?: "since" | "until" | "before" | "after";
  now?: true;
}

/** One way of saying something; it may decline by returning false, and then its words stay. */
export interface Rule {
  readonly pattern: RegExp;
  read(facts: Facts, match: RegExpExecArray): boolean | undefined;
}

/** Rules one after the other, each on what the ones before left; a match is cut out so that no word is read twice. */
export function applyRules(text: string, rules: readonly Rule[]): { facts: Facts; rest: string } {
  const facts: Facts = {};
  let rest = text;
  for (const rule of rules) {
    const match = rule.pattern.exec(rest);
    if (!match || rule.read(facts, match) === false) continue;
    rest = `${rest.slice(0, match.index).trimEnd()} | ${rest.slice(match.index + match[0].length).trimStart()}`;
  }
  return { facts, rest };
}

export function isEmpty(facts: Facts): boolean {
  return Object.keys(facts).every((key) => key === "bound" || key === "edge");
}

/** A clock from its figures, or undefined when there is no such time. */
export function clockOf(hour: number, minute: number, kind: Clock["kind"], second = 0): Clock | undefined {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 && second < 60)) return undefined;
  const sure = hour > 12 || hour === 0 ? "sure" : kind;
  return second ? { hour, minute, second, kind: sure } : { hour, minute, kind: sure };
}

/** A year as said: 26 → 2026, "20 26" → 2026. */
export function yearOf(words: string | undefined): number | undefined {
  if (!words) return undefined;
  const year = Number(words.replace(/\D/g, ""));
  return year < 100 ? 2000 + year : year;
}
