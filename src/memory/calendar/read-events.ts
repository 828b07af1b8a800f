/// <reference lib="es2024.collection" />
import ICAL from "ical.js";
import { isTimeZone, toInstant } from "../zoned-time.ts";

/** An event of a file: its master component and the ones that replace single occurrences. */
export interface StoredEvent {
  readonly file: string;
  readonly uid: string;
  readonly calendar: ICAL.Component;
  readonly master: ICAL.Component;
  readonly exceptions: readonly ICAL.Component[];
}

/** The events of an .ics file. Throws when the text is no calendar. */
export function readEvents(text: string, file: string): readonly StoredEvent[] {
  const calendar = ICAL.Component.fromString(text);
  if (calendar.name !== "vcalendar") throw new Error(`a ${calendar.name.toUpperCase()} where a VCALENDAR should be`);
  const byUid = Map.groupBy(calendar.getAllSubcomponents("vevent"), (event) =>
    String(event.getFirstPropertyValue("uid") ?? `${file}#no-uid`),
  );
  return [...byUid].map(([uid, components]) => {
    const master = components.find((component) => !component.hasProperty("recurrence-id")) ?? components[0]!;
    if (!(master.getFirstPropertyValue("dtstart") instanceof ICAL.Time))
      throw new Error(`the event ${uid} has no DTSTART`);
    return { file, uid, calendar, master, exceptions: components.filter((component) => component !== master) };
  });
}

/**
 * The instant that a DATE or DATE-TIME means: UTC as such, a TZID by the rules of that IANA zone (or, for a zone of the
 * file's own making, by its VTIMEZONE), a date or a floating time in the person's zone.
 */
export function instantOf(time: ICAL.Time, tzid: string | undefined, userZone: string): Date {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate();
  const local = wallOf(time);
  if (time.isDate || tzid === undefined) return toInstant(local, userZone);
  if (isTimeZone(tzid)) return toInstant(local, tzid);
  const hasRules = time.zone !== undefined && time.zone !== ICAL.Timezone.localTimezone;
  return hasRules ? new Date(time.toUnixTime() * 1000) : toInstant(local, userZone);
}

export function tzidOf(property: ICAL.Property | null): string | undefined {
  return property?.getFirstParameter("tzid") || undefined;
}

/** The instants of a property's values; none when the property is missing. */
export function instantsOf(property: ICAL.Property | null, userZone: string): readonly Date[] {
  if (property === null) return [];
  return property.getValues().flatMap((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value;
    return time instanceof ICAL.Time ? [instantOf(time, tzidOf(property), userZone)] : [];
  });
}

function wallOf(time: ICAL.Time): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = time.isDate ? "00:00:00" : `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  return `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}T${clock}`;
}
