import { Temporal } from "temporal-polyfill";
import type { DurationParts } from "../duration-parts.ts";

/** The user's wall clock at `now`, milliseconds dropped. */
export function localNow(now: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .with({ millisecond: 0, microsecond: 0, nanosecond: 0 });
}

/** `now` plus an amount, as wall-clock time: hours and minutes are exact across a change of clocks, days keep the hour. */
export function localAfter(now: Date, timeZone: string, parts: DurationParts, sign: 1 | -1): Temporal.PlainDateTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const whole = wholeSeconds(parts);
  return (sign > 0 ? zoned.add(whole) : zoned.subtract(whole))
    .toPlainDateTime()
    .with({ millisecond: 0, microsecond: 0, nanosecond: 0 });
}

function wholeSeconds(parts: DurationParts): DurationParts {
  return parts.seconds === undefined ? parts : { ...parts, seconds: Math.round(parts.seconds) };
}

/** A wall-clock time that exists: in the hour that spring skips it is the one an hour later, as clocks then show. */
export function existing(local: Temporal.PlainDateTime, timeZone: string): Temporal.PlainDateTime {
  // Clocks change between 0:00 and 4:00 only; asking the zone costs more than all the rest.
  return local.hour > 4 ? local : local.toZonedDateTime(timeZone).toPlainDateTime();
}

/** ISO 8601 to the minute; with seconds only where they are not 0. A year that is not of four figures is a RangeError. */
export function isoLocal(local: Temporal.PlainDateTime): string {
  if (local.year < 1000 || local.year > 9999) throw new RangeError(`year ${local.year}`);
  return local.toString({ smallestUnit: local.second === 0 ? "minute" : "second" });
}

/** What `read` gives, or undefined for a date beyond what calendars hold ("in 999999999 years"), of which Temporal makes a RangeError. */
export function withinCalendar<Value>(read: () => Value | undefined): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Years that a spoken date may name; others are slips of reading. */
export function isSpokenYear(year: number): boolean {
  return year >= 1900 && year <= 2200;
}
