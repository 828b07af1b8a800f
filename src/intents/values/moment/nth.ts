import type { Temporal } from "temporal-polyfill";
import type { DayRange } from "./days.ts";
import type { Facts } from "./facts.ts";

/** The nth weekday, day, week or weekend of a month or year; none where it has no such one (a fifth Monday). */
export function nthOf(range: DayRange, { n, of }: NonNullable<Facts["nth"]>): readonly DayRange[] {
  const { start, end } = range;
  if (of === "week") return inside(range, n > 0 ? start.add({ days: 7 * (n - 1) }) : end.subtract({ days: 7 }), 7);
  if (of === "day") return inside(range, n > 0 ? start.add({ days: n - 1 }) : end.subtract({ days: 1 }), 1);
  const weekday = of === "weekend" ? 6 : of;
  const first = onOrAfter(start, weekday);
  const day = n > 0 ? first.add({ days: 7 * (n - 1) }) : onOrAfter(end.subtract({ days: 7 }), weekday);
  return inside(range, day, of === "weekend" ? 2 : 1);
}

/** The day that lies beside the one that was named: the day after Christmas, the Monday before it. */
export function besideOf({ start }: DayRange, beside: NonNullable<Facts["beside"]>): DayRange {
  if (beside.weekday === undefined) return of(start.add({ days: beside.days }), 1);
  const day = beside.days > 0 ? onOrAfter(start.add({ days: 1 }), beside.weekday) : lastBefore(start, beside.weekday);
  return of(day, 1);
}

function inside({ start, end }: DayRange, day: Temporal.PlainDate, days: number): readonly DayRange[] {
  return day.since(start).days < 0 || day.until(end).days <= 0 ? [] : [of(day, days)];
}

function of(start: Temporal.PlainDate, days: number): DayRange {
  return { start, end: start.add({ days }) };
}

function onOrAfter(day: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });
}

/** "the Monday before" a Monday is a week earlier. */
function lastBefore(day: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return onOrAfter(day.subtract({ days: 7 }), weekday);
}
