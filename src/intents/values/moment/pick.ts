import { Temporal } from "temporal-polyfill";
import { type Days, daysOf } from "./days.ts";
import type { Facts } from "./facts.ts";
import { existing, localAfter } from "./local-clock.ts";
import { type TimeOfDay, timesOf } from "./times.ts";

/** What is needed to put facts on a calendar. */
export interface Calendar {
  readonly now: Date;
  readonly timeZone: string;
  /** `now` on the wall clock of the zone. */
  readonly local: Temporal.PlainDateTime;
  /** Looking back: a bare weekday or month is the latest, not the next. */
  readonly back: boolean;
  /** An alarm's hours are guessed as mornings. */
  readonly waking: boolean;
}

/** The moment that facts name: the next future one that fits, or the only one they can mean though it is past. */
export function pickMoment(facts: Facts, calendar: Calendar): Temporal.PlainDateTime | undefined {
  const { local, now, timeZone } = calendar;
  if (facts.offset) return fromOffset(facts, facts.offset, calendar);
  if (facts.now) return local;
  if (facts.rolling && !facts.clock) return localAfter(now, timeZone, facts.rolling.parts, facts.rolling.sign);
  const small = smallHours(facts, local);
  const days = daysOf(facts, small ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate(), calendar.back);
  const says = days.named || facts.clock !== undefined || facts.part !== undefined;
  return says ? firstAhead(days, facts, calendar) : undefined;
}

function firstAhead(
  days: Days,
  facts: Facts,
  { local, timeZone, waking, back }: Calendar,
): Temporal.PlainDateTime | undefined {
  let only: Temporal.PlainDateTime | undefined;
  const today = local.toPlainDate();
  for (const { start } of days.ranges) {
    for (const time of timesOf(facts, days.named, waking)) {
      const moment = existing(onDay(start, time), timeZone);
      const past = Temporal.PlainDateTime.compare(moment, local) <= 0;
      if (back ? past : !past) return moment;
      only ??= moment;
      // The other half of the day is only looked at for today: "tomorrow at nine" is never 21:00.
      if (days.named && !start.equals(today)) break;
    }
  }
  return only;
}

/** "In three days at five", "a week from Friday", or simply now plus an amount. */
function fromOffset(
  facts: Facts,
  offset: NonNullable<Facts["offset"]>,
  calendar: Calendar,
): Temporal.PlainDateTime | undefined {
  const moment = localAfter(calendar.now, calendar.timeZone, offset.parts, offset.sign);
  const base: Facts = { ...facts };
  delete base.offset;
  const days = daysOf(base, calendar.local.toPlainDate(), calendar.back);
  if (!days.named && !facts.clock && !facts.part) return moment;
  const { weeks, days: n, months, years } = offset.parts;
  if (!weeks && !n && !months && !years) return days.named || facts.part ? pickMoment(base, calendar) : moment;
  const from = days.named ? days.ranges[0]?.start : calendar.local.toPlainDate();
  const day = offset.sign > 0 ? from?.add(dateParts(offset.parts)) : from?.subtract(dateParts(offset.parts));
  const time = timesOf(facts, true, calendar.waking)[0];
  return day && time && existing(onDay(day, time), calendar.timeZone);
}

function dateParts({ years = 0, months = 0, weeks = 0, days = 0 }): Temporal.DurationLike {
  return { years, months, weeks, days };
}

export function onDay(day: Temporal.PlainDate, { shift, ...time }: TimeOfDay): Temporal.PlainDateTime {
  return (shift ? day.add({ days: 1 }) : day).toPlainDateTime(time);
}

/** Before five in the morning, "tonight at three" still means the night that is running. */
function smallHours(facts: Facts, local: Temporal.PlainDateTime): boolean {
  if (local.hour >= 5 || facts.days) return false;
  const hour = facts.clock?.hour ?? 24;
  return (facts.part === "tonight" || facts.part === "night") && hour < 5 && hour > local.hour;
}
