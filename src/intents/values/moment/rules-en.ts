import { findDuration } from "../duration.ts";
import type { DurationParts } from "../duration-parts.ts";
import { durationSource } from "../duration-patterns.ts";
import { offset, rolling } from "./amounts.ts";
import { type Clock, clockOf, type Facts, type Rule, yearOf } from "./facts.ts";

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTH_STARTS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = "mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const DAY_STARTS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const YEAR = "(\\d{4}|20 \\d{2})";
const DURATION = durationSource("en");
const HOUR = "(\\d{1,2})";
const NOONS: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 24 };

const month = (word: string): number => MONTH_STARTS.indexOf(word.slice(0, 3)) + 1;
/** The ISO number of an English weekday's name. */
export const weekdayEn = (word: string): number => DAY_STARTS.indexOf(word.slice(0, 2)) + 1;
export const WEEKDAYS_EN = DAYS;
export const monthEn = month;
export const MONTHS_EN = MONTHS;
const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "u"),
  read,
});
const pieceOf = (word: string): NonNullable<Facts["nth"]>["of"] =>
  word === "day" || word === "week" ? word : word.startsWith("week") ? "weekend" : weekdayEn(word);
const shiftOf = (word: string | undefined): number =>
  /next|following|coming/.test(word ?? "") ? 1 : /last|previous|past/.test(word ?? "") ? -1 : 0;
const duration = (words: string): DurationParts => findDuration(words.trim(), "en") ?? {};

/** English, in the order in which it must be read: what is longer and more certain first. */
export const RULES_EN: readonly Rule[] = [
  rule(
    `(?:on |in |by )?(?:the )?(\\d{1,2}th|last|final) (${DAYS}|day|week ?end|week)(?: (?:of|in)(?: (\\d{4})|(?= (?:(?:the |this |next |last )?(?:month|year)|${MONTHS})\\b))|(?= (?:this|next|last) (?:month|year)\\b))`,
    (f, m) => {
      if (m[3]) f.date = { year: Number(m[3]) };
      f.nth = { n: /^\d/.test(m[1]!) ? Number.parseInt(m[1]!, 10) : -1, of: pieceOf(m[2]!) };
    },
  ),
  rule("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:t(?=\\d))?", (f, m) =>
    date(f, Number(m[3]), Number(m[2]), Number(m[1])),
  ),
  rule("(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})", (f, m) => {
    const first = Number(m[1] ?? m[4]);
    const second = Number(m[2] ?? m[5]);
    const year = yearOf(m[3] ?? m[6]);
    return first > 12 || m[4] ? date(f, first, second, year) : date(f, second, first, year);
  }),
  rule(`(?:the )?(\\d{1,2})(?:th)?(?: day)?(?: of)? (${MONTHS})(?:,? ${YEAR})?`, (f, m) =>
    date(f, Number(m[1]), month(m[2]!), yearOf(m[3])),
  ),
  rule(`(${MONTHS}) (?:the )?(\\d{1,2})(?:th)?(?!:| ?(?:am|pm|oclock))(?: ${YEAR})?`, (f, m) =>
    date(f, Number(m[2]), month(m[1]!), yearOf(m[3])),
  ),
  rule(`(?:(next|last|this) )?(${MONTHS})(?: ${YEAR})?`, (f, m) => {
    if (f.date) return false;
    const year = yearOf(m[3]);
    f.date = { month: month(m[2]!), ...(year && { year }), ...(m[1] === "last" && { back: true }) };
  }),
  rule("(christmas|xmas) eve", (f) => date(f, 24, 12)),
  rule("boxing day", (f) => date(f, 26, 12)),
  rule("christmas(?: day)?|xmas(?: day)?", (f) => date(f, 25, 12)),
  rule("new year'?s? eve", (f) => date(f, 31, 12)),
  rule("new year'?s?(?: day)?", (f) => date(f, 1, 1)),
  rule("halloween", (f) => date(f, 31, 10)),
  rule("valentine'?s?(?: day)?", (f) => date(f, 14, 2)),

  // Beside a day that was named: what names it has been cut out by now.
  rule(`(?:on |by )?(?:the )?(day|${DAYS}) (after|before|following) \\|`, (f, m) => {
    const days = m[2] === "before" ? -1 : 1;
    f.beside = m[1] === "day" ? { days } : { days, weekday: weekdayEn(m[1]!) };
  }),
  rule(`(${DURATION}) (after|before) \\|`, (f, m) => {
    const { days = 0, weeks = 0 } = duration(m[1]!);
    if (days + weeks === 0) return false;
    f.beside = { days: (m[2] === "before" ? -1 : 1) * (days + 7 * weeks) };
  }),

  // Clock times that hold a preposition come before the durations and prepositions they would be mistaken for.
  rule(
    `(?:a )?(quarter|half|\\d{1,2})(?: minutes?)? (past|after|to|of|til|till|before) (?:${HOUR}|noon|midday|midnight)(?: oclock)?(?: ([ap]m))?(?! ?(?:minutes?|mins?|hours?|days?|weeks?|seconds?))`,
    (f, m) => relativeClock(f, m),
  ),
  rule(`half ${HOUR}(?! ?(?:minutes?|mins?|hours?|days?|an?))(?: ([ap]m))?`, (f, m) => clock(f, m[1], "30", m[2])),

  rule(
    `(?:in |over |for |during |within |from |of )?(?:the )?(last|past|previous|next|coming|following) (?:few )?(${DURATION}|(?:few|2 or 3) (?:minutes|hours|days|weeks|months|years))`,
    (f, m) => rolling(f, shiftOf(m[1]), duration(m[2]!.replace(/^(?:few|2 or 3)/, "3"))),
  ),
  rule(
    "(?:in |over |for |during |within )?(?:the )?(last|past|next|coming) (hour|minute|second|24 hours)|(?:in |over |for |during )?(?:the )?(past) (day|week|month|year)",
    (f, m) => rolling(f, shiftOf(m[1] ?? m[3]), duration(`1 ${m[2] ?? m[4]}`)),
  ),
  rule("this hour", (f) => {
    f.unit = { of: "hour", shift: 0 };
  }),
  rule(
    `(${DURATION}) (?:from|after)(?= (?:tomorrow|today|next|on |this |${DAYS}))|(?:in )?(${DURATION}) on(?= (?:${DAYS}))`,
    (f, m) => offset(f, duration((m[1] ?? m[2])!), 1),
  ),
  rule(
    `(?:in|after|within)(?: about| around| another| exactly| the next)? (${DURATION})(?:'?s? time)?(?: from now)?`,
    (f, m) => offset(f, duration(m[1]!), 1),
  ),
  rule(`(${DURATION})(?: from now| later| hence|'?s? time| after now)`, (f, m) => offset(f, duration(m[1]!), 1)),
  rule(`(${DURATION}) (?:ago|back|before now|earlier)`, (f, m) => offset(f, duration(m[1]!), -1)),

  rule("(?:by |at )?(?:the )?(?:end|close) of (?:the |this )?day|eod|close of business|after work", (f) => {
    f.days ??= 0;
    f.clock = { hour: 18, minute: 0, kind: "sure" };
  }),
  rule("(?:the )?day after tomorrow|overmorrow", (f) => {
    f.days = 2;
  }),
  rule("(?:the )?day before yesterday", (f) => {
    f.days = -2;
  }),
  rule("(?:tomorrow|tmrw|tmr|tomorow|tommorow)(?:'?s)?", (f) => {
    f.days = 1;
  }),
  rule("last night", (f) => {
    f.days = -1;
    f.part = "night";
  }),
  rule("yesterday(?:'?s)?", (f) => {
    f.days = -1;
  }),
  rule("tonight|tonite|this night", (f) => {
    f.days = 0;
    f.part = "tonight";
  }),
  rule("this (morning|afternoon|evening)", (f, m) => {
    f.days = 0;
    f.part = m[1] as "morning";
  }),
  rule("today(?:'?s)?|the day|this day", (f) => {
    f.days ??= 0;
  }),
  rule("(?:right )?now|immediately|straight away", (f) => {
    f.now = true;
  }),

  rule(`(?:the )?(${DAYS}) (?:after next)`, (f, m) => {
    f.weekday = { day: weekdayEn(m[1]!), week: 2 };
  }),
  rule(`(?:the )?(next|last|previous|past|this|coming|following) (${DAYS})(?: coming)?`, (f, m) => {
    const day = weekdayEn(m[2]!);
    f.weekday =
      m[1] === "next" || m[1] === "following" ? { day, week: 1 } : shiftOf(m[1]) < 0 ? { day, last: true } : { day };
  }),
  rule(`(?:a )?week on (${DAYS})|(${DAYS}) week`, (f, m) => {
    f.weekday = { day: weekdayEn((m[1] ?? m[2])!), more: 1 };
  }),
  rule(`(${DAYS}) (?:of )?(next|this|last) week`, (f, m) => {
    f.weekday = { day: weekdayEn(m[1]!), week: shiftOf(m[2]) };
  }),
  rule(`(${DAYS})(?:'?s)?`, (f, m) => {
    f.weekday ??= { day: weekdayEn(m[1]!) };
  }),

  rule(
    "(?:the )?(?:(very )?end|late|last day) (?:of|in|by)(?= (?:the |this |next |last )?(?:month|year|week|day)| \\|)|late(?= \\|)",
    (f) => {
      f.edge = "end";
    },
  ),
  rule(
    "(?:the )?(?:beginning|start|first day|early) (?:of|in)(?= (?:the |this |next |last )?(?:month|year|week|day)| \\|)|early(?= \\|)",
    (f) => {
      f.edge = "start";
    },
  ),
  rule("(?:the )?(?:middle of|mid)(?= (?:the |this |next |last )?(?:month|year|week|day)| \\|)|mid(?= \\|)", (f) => {
    f.edge = "middle";
  }),
  rule(
    "(?:in |during |over )?(?:the |(this|next|last|coming) )?(spring|summer|autumn|fall|winter)(?:time)?",
    (f, m) => {
      f.season = {
        of: ["spring", "summer", "autumn", "winter"].indexOf(m[2] === "fall" ? "autumn" : m[2]!),
        shift: m[1] === "coming" ? 0 : shiftOf(m[1]),
      };
    },
  ),
  rule("(?:at )?month end", (f) => {
    f.unit = { of: "month", shift: 0 };
    f.edge = "end";
  }),
  rule("(?:the )?week after next", (f) => {
    f.unit = { of: "week", shift: 2 };
  }),
  rule("(?:the )?(?:(this|next|last|coming|previous|following|current) )?week ?ends?(?: (coming))?", (f, m) => {
    f.unit = { of: "weekend", shift: m[1] === "coming" ? 0 : shiftOf(m[1]) };
  }),
  rule("(?:(?:the )?(this|next|last|coming|previous|following|current)|the) (week|month|year)(?:'?s)?", (f, m) => {
    f.unit = { of: m[2] as "week", shift: shiftOf(m[1]) };
  }),

  rule(
    "(?:in |during |for )?(?:the )?(?:early |late )?(morning|afternoon|evening|night)s?|at night|over ?night",
    (f, m) => {
      f.part ??= (m[1] ?? "night") as "night";
    },
  ),
  rule(
    `(?:at |around |about |by |@ ?)?${HOUR}[:.h ]([0-5]\\d)(?:[:.]([0-5]\\d))?(?: oclock)?(?: ([ap]m))?(?! ?(?:percent|%))`,
    (f, m) => clock(f, m[1], m[2], m[4], m[3], /^\D*(?:0\d|\d+h)/.test(m[0])),
  ),
  rule(`(?:for )?(${DURATION})`, (f, m) =>
    f.weekday || f.date || f.clock || f.days !== undefined || f.offset || f.rolling
      ? false
      : offset(f, duration(m[1]!), 1),
  ),
  rule(
    `(?:at |around |about |by |@ ?)?([01]\\d|2[0-3])([0-5]\\d)(?: hours| hrs)?(?: ([ap]m))?|(?:at |around )?(\\d)([0-5]\\d)(?: ([ap]m))?`,
    (f, m) => clock(f, m[1] ?? m[4], m[2] ?? m[5], m[3] ?? m[6], undefined, m[1]?.startsWith("0")),
  ),
  rule(`(?:at |around |about |by |@ ?)?${HOUR} ?(?:oclock )?([ap]m|[ap])(?: oclock)?`, (f, m) =>
    clock(f, m[1], "0", m[2]),
  ),
  rule(`(?:at |around |about |by |@ ?)?${HOUR} oclock|${HOUR} ?h(?:00)?`, (f, m) =>
    clock(f, m[1] ?? m[2], "0", undefined, undefined, m[2] !== undefined),
  ),
  rule("(?:at |around |by )?(?:12 )?(noon|midday|midnight|lunch ?time)", (f, m) => noonOrMidnight(f, m[1]!)),
  rule("(?:on |by )?(?:the )?(\\d{1,2})th", (f, m) => (f.date || f.days !== undefined ? false : date(f, Number(m[1])))),
  rule(`(?:at |around |about |by |@ ?)${HOUR}`, (f, m) => clock(f, m[1], "0")),
];

/** A number alone is an hour, once nothing else is left to be read: "tomorrow seven". */
export const BARE_HOUR_EN = rule(HOUR, (f, m) => clock(f, m[1], "0"));

function date(f: Facts, day: number, month?: number, year?: number): boolean {
  if (f.date || day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return false;
  f.date = { day, ...(month && { month }), ...(year && { year }) };
  return true;
}

function clock(f: Facts, hour?: string, minute?: string, half?: string, second?: string, full = false): boolean {
  if (f.clock) return false;
  let h = Number(hour);
  let kind: Clock["kind"] = full ? "sure" : "twelve";
  if (half && h <= 12) {
    h = (h % 12) + (half.startsWith("p") ? 12 : 0);
    kind = "sure";
  }
  const found = clockOf(h, Number(minute ?? 0), kind, Number(second ?? 0));
  if (found) f.clock = found;
  return found !== undefined;
}

function relativeClock(f: Facts, m: RegExpExecArray): boolean {
  const minutes = m[1] === "quarter" ? 15 : m[1] === "half" ? 30 : Number(m[1]);
  const named = /noon|midday|midnight/.exec(m[0])?.[0];
  const hour = named ? NOONS[named]! : Number(m[3]);
  if (minutes > 59 || hour > 24) return false;
  const after = m[2] === "past" || m[2] === "after";
  const total = after ? hour * 60 + minutes : (hour === 0 ? 24 : hour) * 60 - minutes;
  // "ten to one" without am or pm is before one or before thirteen: both are said as 12:50.
  const h = Math.floor(total / 60);
  return clock(f, String(named ? h % 24 : h === 0 ? 12 : h), String(total % 60), m[4], undefined, named !== undefined);
}

function noonOrMidnight(f: Facts, word: string): boolean {
  if (f.clock && word !== "midnight" && f.clock.hour !== 12) return false;
  f.part = word === "midnight" ? "midnight" : "noon";
  return true;
}
