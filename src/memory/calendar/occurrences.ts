import ICAL from "ical.js";
import type { Occurrence } from "../calendar.ts";
import { isTimeZone, toLocal } from "../zoned-time.ts";
import { instantOf, instantsOf, type StoredEvent, tzidOf } from "./read-events.ts";

/** A daily event for 50 years; a rule that gives more (every second …) is cut off rather than followed for ever. */
const MAX_OCCURRENCES = 20_000;

/** The occurrences of one event that overlap the half-open period, in the order of its rule. */
export function occurrencesOf(event: StoredEvent, start: Date, end: Date, userZone: string): readonly Occurrence[] {
  const replaced = new Map(
    event.exceptions.map((component) => [
      instantsOf(component.getFirstProperty("recurrence-id"), userZone)[0]?.getTime(),
      component,
    ]),
  );
  const overlaps = (occurrence: Occurrence) =>
    occurrence.start < end && (occurrence.end > start || occurrence.start.getTime() === start.getTime());
  const regular = startsUntil(event.master, end, userZone)
    .filter((original) => !replaced.has(original.getTime()))
    .map((original) => occurrence(event, event.master, original, original, userZone));
  const moved = event.exceptions.map((component) => {
    const original = instantsOf(component.getFirstProperty("recurrence-id"), userZone)[0]!;
    const movedTo = instantsOf(component.getFirstProperty("dtstart"), userZone)[0] ?? original;
    return occurrence(event, component, original, movedTo, userZone);
  });
  return [...regular, ...moved.filter((_, index) => !isCancelled(event.exceptions[index]!))].filter(overlaps);
}

/** All starts before `end`: DTSTART, RRULE and RDATE, less EXDATE. */
function startsUntil(component: ICAL.Component, end: Date, userZone: string): readonly Date[] {
  if (isCancelled(component)) return [];
  const property = component.getFirstProperty("dtstart")!;
  const first = property.getFirstValue() as ICAL.Time;
  const tzid = tzidOf(property);
  const starts = new Map<number, Date>();
  const add = (instant: Date) => {
    if (instant < end) starts.set(instant.getTime(), instant);
  };
  add(instantOf(first, tzid, userZone));
  for (const rule of component.getAllProperties("rrule")) {
    for (const wall of unrolled(rule.getFirstValue() as ICAL.Recur, first, tzid, userZone)) {
      const instant = instantOf(wall, tzid, userZone);
      if (instant >= end) break;
      add(instant);
    }
  }
  for (const dates of component.getAllProperties("rdate")) for (const date of instantsOf(dates, userZone)) add(date);
  for (const dates of component.getAllProperties("exdate")) {
    for (const date of instantsOf(dates, userZone)) starts.delete(date.getTime());
  }
  return [...starts.values()].sort((a, b) => a.getTime() - b.getTime());
}

/** The rule on the wall clock of its zone. UNTIL stands in UTC beside a TZID: it is brought to the same clock first. */
function* unrolled(
  rule: ICAL.Recur,
  first: ICAL.Time,
  tzid: string | undefined,
  userZone: string,
): Generator<ICAL.Time> {
  const recur = rule.clone();
  if (recur.until?.zone === ICAL.Timezone.utcTimezone && first.zone !== ICAL.Timezone.utcTimezone) {
    const wall = toLocal(recur.until.toJSDate(), ianaOr(tzid, userZone));
    recur.until = ICAL.Time.fromDateTimeString(wall.length === 16 ? `${wall}:00` : wall);
  }
  const floating = first.clone();
  if (first.zone !== ICAL.Timezone.utcTimezone) floating.zone = ICAL.Timezone.localTimezone;
  const iterator = recur.iterator(floating);
  for (let count = 0; count < MAX_OCCURRENCES; count += 1) {
    const next = iterator.next();
    if (next === null || next === undefined) return;
    const wall = next.clone();
    wall.zone = first.zone;
    yield wall;
  }
}

function ianaOr(tzid: string | undefined, userZone: string): string {
  return tzid !== undefined && isTimeZone(tzid) ? tzid : userZone;
}

function occurrence(
  event: StoredEvent,
  component: ICAL.Component,
  originalStart: Date,
  start: Date,
  userZone: string,
): Occurrence {
  const first = component.getFirstProperty("dtstart")!;
  const text = (name: string) => component.getFirstPropertyValue(name)?.toString() || undefined;
  return {
    uid: event.uid,
    title: text("summary") ?? "",
    start,
    end: new Date(start.getTime() + durationMs(component, userZone)),
    allDay: (first.getFirstValue() as ICAL.Time).isDate,
    place: text("location"),
    people: component.getAllProperties("attendee").map(personOf),
    recurring: event.master.hasProperty("rrule") || event.master.hasProperty("rdate") || component !== event.master,
    originalStart,
    timeZone: ianaOr(tzidOf(first), userZone),
    busy: text("transp")?.toUpperCase() !== "TRANSPARENT",
  };
}

/** DTEND − DTSTART, or DURATION; a date alone lasts the day, a time alone no time (RFC 5545, 3.6.1). */
function durationMs(component: ICAL.Component, userZone: string): number {
  const start = component.getFirstProperty("dtstart")!;
  const [from] = instantsOf(start, userZone);
  const [to] = instantsOf(component.getFirstProperty("dtend"), userZone);
  if (to !== undefined) return Math.max(0, to.getTime() - from!.getTime());
  const duration = component.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return (start.getFirstValue() as ICAL.Time).isDate ? 86_400_000 : 0;
}

function personOf(attendee: ICAL.Property): string {
  const name = attendee.getFirstParameter("cn");
  return name || String(attendee.getFirstValue()).replace(/^mailto:/i, "");
}

function isCancelled(component: ICAL.Component): boolean {
  return String(component.getFirstPropertyValue("status")).toUpperCase() === "CANCELLED";
}
