import { createRequire } from "node:module";
import type { Chrono, ParsedComponents } from "chrono-node";
import type { Lang } from "../plan.ts";
import type { ValueContext } from "./context.ts";

/** Longer words are no date that somebody says; chrono-node took up to 40 ms on fuzzed ones of 240 characters. */
const MAX_LENGTH = 80;

/**
 * "7202389 quarter ET" leaves JavaScript's dates, and chrono-node 2.10.3 then looks without end for the Sunday on which a zone
 * with daylight saving changes (getNthWeekdayOfMonth). No date holds a number of five figures.
 */
const ENDLESS = /\d{5}/;

/**
 * What our own rules do not know, chrono-node may: "Tue Dec 8 2026 17:00 GMT". It is loaded only then, and only for the
 * language spoken: one takes 45 ms of processor time and 14 MB, all of them 130 ms and 22 MB (docs/adr/0004-values.md).
 */
export function chronoDateTime(words: string, context: ValueContext): string | undefined {
  if (!/\d/.test(words) || ENDLESS.test(words) || words.length > MAX_LENGTH) return undefined;
  const result = parserOf(context.lang).parse(words, wallClock(context), { forwardDate: true })[0];
  if (!result) return undefined;
  return isoOf(result.start);
}

const load = createRequire(import.meta.url);
const parsers = new Map<Lang, Chrono>();

function parserOf(lang: Lang): Chrono {
  const known = parsers.get(lang);
  if (known) return known;
  const { casual: parser } = load(`chrono-node/${lang}`) as typeof import("chrono-node/en");
  parsers.set(lang, parser);
  return parser;
}

/** The user's wall clock as if it were this process's: only the components are read back, so the process's zone is without effect. */
function wallClock({ now, timeZone }: ValueContext): Date {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "medium" }).formatToParts(
    now,
  );
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return new Date(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

function isoOf(start: ParsedComponents): string | undefined {
  const two = (n: number | null): string => String(n ?? 0).padStart(2, "0");
  const year = start.get("year");
  const said =
    start.isCertain("day") || start.isCertain("month") || start.isCertain("weekday") || start.isCertain("hour");
  if (!year || year < 1000 || year > 9999 || !said) return undefined;
  const time = start.isCertain("hour") ? `${two(start.get("hour"))}:${two(start.get("minute"))}` : "09:00";
  return `${year}-${two(start.get("month"))}-${two(start.get("day"))}T${time}`;
}
