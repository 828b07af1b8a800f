import { Temporal } from "temporal-polyfill";
import type { Facts } from "./facts.ts";
import { isSpokenYear } from "./local-clock.ts";
import { besideOf, nthOf } from "./nth.ts";

type Day = Temporal.PlainDate;

/** Whole days from `start` up to, without, `end`. `named`: the words said which day, so that it is not moved on when past. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}
export interface Days {
  /** What the words may mean, in calendar order, the first from `today` on (or, with `back`, the latest before). */
  readonly ranges: readonly DayRange[];
  /** False when the words said nothing of a day: then today and tomorrow are offered. */
  readonly named: boolean;
}

/** The days that facts may mean. Empty when they name an impossible one (31 April). */
export function daysOf(facts: Facts, today: Day, back: boolean): Days {
  const { edge, nth, beside } = facts;
  // The day after a day that is just over may still be ahead.
  const from = beside && beside.days > 0 ? today.subtract({ days: beside.days }) : today;
  const ranges = namedDays(facts, from, back);
  if (!ranges) return { ranges: [dayRange(today), dayRange(today.add({ days: 1 }))], named: false };
  const narrowed = nth
    ? ranges.flatMap((range) => nthOf(range, nth))
    : edge
      ? ranges.map((range) => edgeOf(range, edge))
      : ranges;
  return { ranges: beside ? narrowed.map((range) => besideOf(range, beside)) : narrowed, named: true };
}

export function dayRange(start: Day): DayRange {
  return { start, end: start.add({ days: 1 }) };
}

function namedDays(facts: Facts, today: Day, back: boolean): readonly DayRange[] | undefined {
  if (facts.date) return datesOf(facts, facts.date, today, back || facts.date.back === true);
  if (facts.weekday) return weekdaysOf(facts.weekday, today, back).map(dayRange);
  if (facts.days !== undefined) return [dayRange(today.add({ days: facts.days }))];
  if (facts.season) return seasonsOf(facts.season, today, back);
  if (facts.unit && facts.unit.of !== "hour") {
    const { of, shift } = facts.unit;
    const isLong = (of === "month" || of === "year") && shift === 0 && !back;
    // "The end of the month", said after it has passed, is the next month's.
    const shifts = isLong && (facts.edge || facts.nth) ? [shift, shift + 1] : [shift];
    return shifts.map((n) => unitRange(of, n, today));
  }
  return undefined;
}

function datesOf(facts: Facts, date: NonNullable<Facts["date"]>, today: Day, back: boolean): readonly DayRange[] {
  const { day, month } = date;
  const year = date.year ?? (facts.unit?.of === "year" ? today.year + facts.unit.shift : undefined);
  if (year !== undefined && !isSpokenYear(year)) return [];
  if (month === undefined && day === undefined) return year === undefined ? [] : [monthsFrom(year, 1, 12)];
  if (month !== undefined) {
    const years = year === undefined ? [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => today.year + n) : [year];
    const all = years.flatMap((y) => (day === undefined ? [monthsFrom(y, month, 1)] : validDay(y, month, day)));
    return year === undefined ? around(all, today, back) : all;
  }
  if (facts.unit?.of === "month") {
    const { shift } = facts.unit;
    return (shift === 0 && !back ? [0, 1] : [shift]).flatMap((months) => {
      const first = today.with({ day: 1 }).add({ months });
      return validDay(first.year, first.month, day!);
    });
  }
  const months = [-2, -1, 0, 1, 2, 3, 4].map((n) => today.with({ day: 1 }).add({ months: n }));
  return around(
    months.flatMap((first) => validDay(first.year, first.month, day!)),
    today,
    back,
  );
}

/** Those not over yet; looking back, the latest that has begun. */
function around(all: readonly DayRange[], today: Day, back: boolean): readonly DayRange[] {
  if (!back) return all.filter(({ end }) => Temporal.PlainDate.compare(end, today) > 0);
  const begun = all.filter(({ start }) => Temporal.PlainDate.compare(start, today) <= 0);
  return begun.slice(-1);
}

function validDay(year: number, month: number, day: number): DayRange[] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (day < 0) return [dayRange(first.with({ day: first.daysInMonth + day + 1 }))];
  return day > first.daysInMonth ? [] : [dayRange(first.with({ day }))];
}

function monthsFrom(year: number, month: number, months: number): DayRange {
  const start = Temporal.PlainDate.from({ year, month, day: 1 });
  return { start, end: start.add({ months }) };
}

function weekdaysOf({ day, week, last, more }: NonNullable<Facts["weekday"]>, today: Day, back: boolean): Day[] {
  if (week !== undefined) return [monday(today).add({ days: 7 * week + day - 1 })];
  const ahead = (day - today.dayOfWeek + 7) % 7;
  if (last || back) return [today.add({ days: ahead === 0 ? (last ? -7 : 0) : ahead - 7 })];
  if (more) return [today.add({ days: (ahead === 0 ? 7 : ahead) + 7 * more })];
  return [today.add({ days: ahead }), today.add({ days: ahead + 7 })];
}

function unitRange(of: "week" | "weekend" | "month" | "year", shift: number, today: Day): DayRange {
  if (of === "week" || of === "weekend") {
    const start = monday(today).add({ days: 7 * shift + (of === "weekend" ? 5 : 0) });
    return { start, end: start.add({ days: of === "weekend" ? 2 : 7 }) };
  }
  if (of === "month") {
    const start = today.with({ day: 1 }).add({ months: shift });
    return { start, end: start.add({ months: 1 }) };
  }
  return monthsFrom(today.year + shift, 1, 12);
}

function seasonsOf({ of, shift }: NonNullable<Facts["season"]>, today: Day, back: boolean): readonly DayRange[] {
  const all = [-2, -1, 0, 1, 2].map((n) => monthsFrom(today.year + n, 3 * of + 3, 3));
  if (shift > 0) return all.filter(({ start }) => Temporal.PlainDate.compare(start, today) > 0).slice(0, 1);
  if (shift < 0) return all.filter(({ end }) => Temporal.PlainDate.compare(end, today) <= 0).slice(-1);
  return around(all, today, back);
}

function monday(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The first, middle or last day of a range; the last of a week is its Friday, when people say that the week ends. */
function edgeOf({ start, end }: DayRange, edge: NonNullable<Facts["edge"]>): DayRange {
  const days = start.until(end).days;
  if (edge === "start") return dayRange(start);
  if (edge === "middle")
    return dayRange(
      days > 300 ? start.with({ month: 7, day: 1 }) : start.add({ days: days === 7 ? 2 : Math.min(14, days - 1) }),
    );
  return dayRange(days === 7 ? start.add({ days: 4 }) : end.subtract({ days: 1 }));
}
