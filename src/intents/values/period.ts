import { Temporal } from "temporal-polyfill";
import type { Lang } from "../plan.ts";
import { calendarOf } from "./calendar.ts";
import type { ValueContext } from "./context.ts";
import { isClockOnly } from "./duration-parts.ts";
import { daysOf } from "./moment/days.ts";
import type { Facts, Part } from "./moment/facts.ts";
import { isoLocal, localAfter, withinCalendar } from "./moment/local-clock.ts";
import { type Calendar, pickMoment } from "./moment/pick.ts";
import { readFacts } from "./moment/read-facts.ts";
import { type Bound, splitRange, takeBound, takeYear } from "./period-words.ts";
import { tidy } from "./words/tidy.ts";

type Local = Temporal.PlainDateTime;
interface Interval {
  readonly start: Local;
  readonly end: Local;
}

/** A half-open interval of local datetimes, `start/end`: "Thursday afternoon" → 2026-11-26T12:00/2026-11-26T18:00. */
export function readPeriod(words: string, context: ValueContext): string | undefined {
  return withinCalendar(() => {
    const found = periodOf(tidy(words, context.lang), context.lang, calendarOf(context));
    if (!found || Temporal.PlainDateTime.compare(found.start, found.end) >= 0) return undefined;
    return `${isoLocal(found.start)}/${isoLocal(found.end)}`;
  });
}

function periodOf(text: string, lang: Lang, calendar: Calendar): Interval | undefined {
  const range = splitRange(text, lang);
  if (range) {
    const found = between(range.from, range.to, range.around, lang, calendar);
    if (found) return found;
  }
  const { bound, rest } = takeBound(text, lang);
  const looking = bound === "since" ? { ...calendar, back: true } : calendar;
  const inner = plain(rest, lang, looking);
  return inner && bound ? bounded(bound, inner, rest, lang, calendar) : inner;
}

/**
 * When a range of clock times starts: an event "from three to five" is at three. Undefined for "ten to seven", which is one
 * time, and for what is no range.
 */
export function rangeStart(text: string, lang: Lang, calendar: Calendar): Local | undefined {
  const range = splitRange(text, lang);
  if (!range || /^(?:(?:a )?quarter|half|5|10|20|25|\d+ minutes?)$/.test(range.from)) return undefined;
  if (!readFacts(range.from, lang).facts.clock || !readFacts(range.to, lang).facts.clock) return undefined;
  return between(range.from, range.to, range.around, lang, calendar)?.start;
}

/** Words with neither a range nor a bound. */
function plain(text: string, lang: Lang, calendar: Calendar): Interval | undefined {
  const facts = takeYear(text) ?? readFacts(text, lang).facts;
  const { local, now, timeZone } = calendar;
  if (facts.rolling) {
    const other = localAfter(now, timeZone, facts.rolling.parts, facts.rolling.sign);
    return facts.rolling.sign < 0 ? { start: other, end: local } : { start: local, end: other };
  }
  if (facts.unit?.of === "hour" || (facts.now && !facts.clock)) {
    const start = local.with({ minute: 0, second: 0 });
    return { start, end: start.add({ hours: 1 }) };
  }
  if (facts.offset && !facts.clock && !facts.part) return atOffset(facts, facts.offset, calendar);
  if (facts.clock || facts.part === "noon" || facts.part === "midnight") {
    const start = pickMoment(facts, calendar);
    return start && { start, end: start.add({ hours: 1 }) };
  }
  const days = daysOf(facts, local.toPlainDate(), calendar.back);
  if (!days.named && !facts.part) return undefined;
  const intervals = days.ranges.map(({ start, end }) =>
    facts.part
      ? partOf(start, facts.part, facts.days === 0 && facts.part === "tonight")
      : { start: midnight(start), end: midnight(end) },
  );
  if (calendar.back && !days.named)
    return intervals.findLast(({ start }) => Temporal.PlainDateTime.compare(start, local) <= 0) ?? intervals[0];
  return intervals.find(({ end }) => Temporal.PlainDateTime.compare(end, local) > 0) ?? intervals[0];
}

/** "In three days" is that day, "in two hours" the hour from then. */
function atOffset(facts: Facts, offset: NonNullable<Facts["offset"]>, calendar: Calendar): Interval | undefined {
  const start = pickMoment(facts, calendar);
  if (!start) return undefined;
  if (isClockOnly(offset.parts)) return { start, end: start.add({ hours: 1 }) };
  const day = start.toPlainDate();
  return { start: midnight(day), end: midnight(day.add({ days: 1 })) };
}

const PART_HOURS: Readonly<Record<Part, readonly [start: number, end: number]>> = {
  dawn: [0, 6],
  morning: [6, 12],
  noon: [12, 13],
  afternoon: [12, 18],
  evening: [18, 22],
  tonight: [18, 24],
  night: [22, 30],
  midnight: [24, 25],
};

function partOf(day: Temporal.PlainDate, part: Part, tonight: boolean): Interval {
  const [start, end] = PART_HOURS[tonight ? "tonight" : part];
  const base = midnight(day);
  return { start: base.add({ hours: start }), end: base.add({ hours: end }) };
}

function midnight(day: Temporal.PlainDate): Local {
  return day.toPlainDateTime();
}

/** Both ends are read with what stands around them; the second takes from the first the day and half of the day it leaves open. */
function between(from: string, to: string, around: string, lang: Lang, calendar: Calendar): Interval | undefined {
  const first = readFacts(from, lang).facts;
  const second = readFacts(to, lang).facts;
  const rest = readFacts(around, lang).facts;
  delete rest.clock;
  const known = { ...dayFacts(rest), ...(rest.part && { part: rest.part }) };
  const a: Facts = { ...known, ...first };
  const b: Facts = { ...known, ...dayFacts(first), ...second };
  if (Object.keys(dayFacts(first)).length === 0) Object.assign(a, dayFacts(second), first);
  if (/^\d{1,2}$/.test(from) && second.date?.day && !second.clock) {
    a.date = { ...second.date, day: Number(from) };
    delete a.clock;
  }
  if (first.date?.month && b.date?.day && !b.date.month) b.date = { ...first.date, day: b.date.day };
  if (second.now) return closed(plainFacts(a, calendar)?.start, calendar.local);
  if (a.clock && !b.clock) return undefined;
  if (!a.clock || !b.clock) {
    if (first.date?.day && !first.date.month && second.date?.month) a.date = { ...second.date, day: first.date.day };
    const start = plainFacts(a, calendar);
    const end = plainFacts(b, start ? { ...calendar, local: later(start.start, calendar.local) } : calendar);
    return closed(start?.start, end?.end);
  }
  if (a.clock.kind === "twelve" && b.clock.kind === "sure" && !a.part) a.clock = sameHalf(a.clock, b.clock);
  const working =
    a.clock.kind === "twelve" &&
    b.clock.kind === "twelve" &&
    !a.part &&
    a.clock.hour < 12 &&
    a.clock.hour > b.clock.hour;
  if (working) a.clock = { ...a.clock, kind: "sure" };
  if (b.part && !a.part && a.clock.kind !== "sure") a.part = b.part;
  const start = pickMoment(a, calendar);
  if (!start) return undefined;
  const end = start.with({ hour: 0, minute: 0 }).add({ hours: b.clock.hour, minutes: b.clock.minute });
  const halves = b.clock.kind === "sure" ? [0, 24] : b.clock.kind === "said" && !b.part ? [0, 24] : [0, 12, 24, 36];
  const at12 = b.clock.kind !== "sure" && b.clock.hour === 12 ? end.subtract({ hours: 12 }) : end;
  return closed(
    start,
    halves.map((hours) => at12.add({ hours })).find((moment) => Temporal.PlainDateTime.compare(moment, start) > 0),
  );
}

function plainFacts(facts: Facts, calendar: Calendar): Interval | undefined {
  const { local } = calendar;
  if (facts.offset || facts.now) {
    const moment = pickMoment(facts, calendar);
    return moment && { start: moment, end: moment };
  }
  const days = daysOf(facts, local.toPlainDate(), calendar.back);
  if (!days.named && !facts.part) return undefined;
  const range = days.ranges[0];
  if (!range) return undefined;
  return facts.part
    ? partOf(range.start, facts.part, false)
    : { start: midnight(range.start), end: midnight(range.end) };
}

/** "between 3 and 5 pm": the first has the half of the day of the second, unless it would then come after it. */
function sameHalf(a: NonNullable<Facts["clock"]>, b: NonNullable<Facts["clock"]>): NonNullable<Facts["clock"]> {
  const pm = (a.hour % 12) + (b.hour >= 12 ? 12 : 0);
  const hour = pm * 60 + a.minute < b.hour * 60 + b.minute ? pm : a.hour % 12;
  return { ...a, hour, kind: "sure" };
}

function dayFacts({ days, weekday, date, unit, edge }: Facts): Facts {
  return {
    ...(days !== undefined && { days }),
    ...(weekday && { weekday }),
    ...(date && { date }),
    ...(unit && { unit }),
    ...(edge && { edge }),
  };
}

function closed(start: Local | undefined, end: Local | undefined): Interval | undefined {
  return start && end && Temporal.PlainDateTime.compare(start, end) < 0 ? { start, end } : undefined;
}

function later(a: Local, b: Local): Local {
  return Temporal.PlainDateTime.compare(a, b) > 0 ? a : b;
}

/** Since and until a moment: the other end is now; "after five" ends with its day. */
function bounded(
  bound: Bound,
  { start, end }: Interval,
  text: string,
  lang: Lang,
  { local }: Calendar,
): Interval | undefined {
  const clock = readFacts(text, lang).facts.clock !== undefined;
  switch (bound) {
    case "since":
      // "Since three" said at ten in the morning was this night's three, not this afternoon's.
      return closed(
        Temporal.PlainDateTime.compare(start, local) < 0 ? start : start.subtract({ hours: clock ? 12 : 24 }),
        local,
      );
    case "until":
      return closed(local, clock ? start : end);
    case "before":
      return closed(local, start);
    case "after": {
      const from = clock ? start : end;
      return closed(from, midnight(from.toPlainDate().add({ days: 1 })));
    }
  }
}
