import { MONTHS_EN, monthEn, WEEKDAYS_EN, weekdayEn } from "../moment/rules-en.ts";
import {
  ALL_DAYS,
  daysIn,
  every,
  type Frequency,
  monthly,
  monthlyWeekday,
  type RecurrenceRule,
  span,
  WEEKENDS,
  WORKDAYS,
  weekly,
  yearly,
} from "./patterns.ts";

const DAY = `(?:${WEEKDAYS_EN})`;
const DAY_NAMES = new RegExp(`\\b(${WEEKDAYS_EN})s?\\b`, "g");
const EVERY = "(?:every|each|all)";
const FREQUENCIES: Readonly<Record<string, Frequency>> = {
  m: "MINUTELY",
  h: "HOURLY",
  d: "DAILY",
  w: "WEEKLY",
  mo: "MONTHLY",
  y: "YEARLY",
};
const frequency = (unit: string): Frequency => FREQUENCIES[unit.startsWith("mo") ? "mo" : unit[0]!] ?? "DAILY";
const re = (source: string): RegExp => new RegExp(`\\b(?:${source})\\b`, "u");
const days = (text: string): number[] => daysIn(text, DAY_NAMES, weekdayEn);

export const RECURRENCES_EN: readonly RecurrenceRule[] = [
  {
    pattern: re(`${EVERY} ?day (?:except|but|apart from)(?: for)?(?: on)? (.*)`),
    rule: (m) => (/week ?end/.test(m[1]!) ? WORKDAYS : weekly(ALL_DAYS.filter((day) => !days(m[1]!).includes(day)))),
  },
  {
    pattern: re(`(?:${EVERY} |from |on )?(${DAY})s? (?:to|through|thru|till|until) (${DAY})s?`),
    rule: (m) => weekly(span(weekdayEn(m[1]!), weekdayEn(m[2]!))),
  },
  {
    pattern: re(
      `(?:(?:on )?the |${EVERY} )?(\\d{1,2}th|last) (${DAY})s?(?: of (?:the|every|each) month| ${EVERY} month| monthly)|${EVERY} (\\d{1,2}th|last) (${DAY})(?! of)`,
    ),
    rule: (m) => {
      const nth = m[1] ?? m[3]!;
      // "every second Friday" is every other one, unless a month is named.
      if (m[3] && Number.parseInt(nth, 10) === 2) return weekly([weekdayEn(m[4]!)], 2);
      return Number.parseInt(nth, 10) > 5
        ? undefined
        : monthlyWeekday(nth === "last" ? -1 : Number.parseInt(nth, 10), weekdayEn((m[2] ?? m[4])!));
    },
  },
  {
    pattern: re(`${EVERY} (?:other|alternate|2 |2th) ?((?:${DAY}s?(?:,? and |,? ))*${DAY})s?`),
    rule: (m) => weekly(days(m[1]!), 2),
  },
  {
    pattern: re(
      `(?:on )?(?:the )?(last day|\\d{1,2}th|\\d{1,2}th day) (?:of|in) (?:the|every|each) month|(?:every|each) (\\d{1,2}th|last day)(?: day)? of (?:the|every|each) month|${EVERY} month on (?:the )?(\\d{1,2})(?:th)?|monthly on (?:the )?(\\d{1,2})(?:th)?`,
    ),
    rule: (m) => monthDay((m[1] ?? m[2] ?? m[3] ?? m[4])!),
  },
  {
    pattern: re(
      `${EVERY} (\\d{1,2})(?:th)?(?: of)? (${MONTHS_EN})|${EVERY} (${MONTHS_EN}) (?:the )?(\\d{1,2})(?:th)?|${EVERY} year on (?:the )?(\\d{1,2})(?:th)?(?: of)? (${MONTHS_EN})|${EVERY} year on (${MONTHS_EN}) (?:the )?(\\d{1,2})(?:th)?`,
    ),
    rule: (m) => yearly(monthEn((m[2] ?? m[3] ?? m[6] ?? m[7])!), Number(m[1] ?? m[4] ?? m[5] ?? m[8])),
  },
  {
    pattern: re(`${EVERY} (\\d{1,2})th(?! (?:day|week|month|hour|minute|year|${DAY}))`),
    rule: (m) => monthly(Number(m[1])),
  },
  { pattern: re(`${EVERY} (?:christmas|xmas)(?! eve)(?: day)?`), rule: () => yearly(12, 25) },
  { pattern: re(`${EVERY} christmas eve`), rule: () => yearly(12, 24) },
  {
    pattern: re(
      "(?:every |each |on |all )?(?:week ?days?|work(?:ing)? ?days?|school days?|business days?)(?: morning| evening| afternoon| night)?s?",
    ),
    rule: (_, text) => (/week ?end/.test(text) && !/not|except/.test(text) ? every("DAILY") : WORKDAYS),
  },
  { pattern: re("(?:every |each |on |at |all )?(?:the )?week ?ends|(?:every|each) week ?end"), rule: () => WEEKENDS },
  { pattern: re(`${EVERY} half (?:an )?hour`), rule: () => every("MINUTELY", 30) },
  { pattern: re(`${EVERY} quarter (?:of an )?hour`), rule: () => every("MINUTELY", 15) },
  { pattern: re(`${EVERY} hour and a half`), rule: () => every("MINUTELY", 90) },
  {
    pattern: re(
      `${EVERY} (?:other|alternate|2th|second) (minute|hour|day|week|month|year|night|morning|evening|afternoon)(?: on ((?:${DAY}s?(?:,? and |,? )?)+))?`,
    ),
    rule: (m) =>
      m[2]
        ? weekly(days(m[2]), 2)
        : every(/night|morning|evening|afternoon/.test(m[1]!) ? "DAILY" : frequency(m[1]!), 2),
  },
  {
    pattern: re(`${EVERY} (\\d{1,3})(?:th)? (minute|min|hour|hr|day|week|month|year)s?`),
    rule: (m) => every(frequency(m[2]!), Number(m[1])),
  },
  {
    pattern: re(`fortnightly|bi ?weekly|${EVERY} fortnight|once a fortnight`),
    rule: (_, text) => weekly(days(text), 2) ?? every("WEEKLY", 2),
  },
  {
    pattern: re(`(?:${EVERY} (?:single )?week|weekly|once a week)(?: on)?(?: ((?:${DAY}s?(?:,? and |,? )?)+))?`),
    rule: (_, text) => weekly(days(text)) ?? every("WEEKLY"),
  },
  {
    pattern: re(
      `(?:${EVERY} (?:single )?|on )((?:${DAY}s?(?:,? and (?:every |on )?|,? & |, ?| (?=${DAY})))*${DAY})s?(?: (?:morning|evening|afternoon|night)s?)?`,
    ),
    rule: (m, text) =>
      /^on/.test(m[0]) && !/days\b|and|,/.test(m[0]) && !/\b(every|each|weekly)\b/.test(text)
        ? undefined
        : weekly(days(m[0])),
  },
  {
    pattern: re(
      `(?:${EVERY} (?:single )?(?:day|morning|evening|afternoon|night)|everyday|daily|nightly|once a day|mornings|evenings|nights|day after day)`,
    ),
    rule: () => every("DAILY"),
  },
  { pattern: re(`${EVERY} (?:single )?hour|hourly|once an hour|on the hour`), rule: () => every("HOURLY") },
  { pattern: re(`${EVERY} minute|once a minute`), rule: () => every("MINUTELY") },
  { pattern: re(`${EVERY} (?:single )?month|monthly|once a month`), rule: () => every("MONTHLY") },
  { pattern: re("quarterly|every quarter|once a quarter"), rule: () => every("MONTHLY", 3) },
  { pattern: re(`${EVERY} (?:single )?year|yearly|annually|once a year|every birthday`), rule: () => every("YEARLY") },
  // Bare names in the plural, or several of them: "Tuesdays", "Monday and Thursday".
  { pattern: re(`${DAY}s|${DAY}(?:,? and |, ?| )${DAY}.*`), rule: (_, text) => weekly(days(text)) },
];

function monthDay(words: string): string | undefined {
  return words.startsWith("last") ? monthly(-1) : monthly(Number.parseInt(words, 10));
}
