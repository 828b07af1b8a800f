import ICAL from "ical.js";
import type { NewEvent, Occurrence } from "../calendar.ts";
import { toLocal } from "../zoned-time.ts";
import type { StoredEvent } from "./read-events.ts";
import { timeZoneComponent } from "./vtimezone.ts";

/** A wall-clock time, its zone and the instant that they name. */
export interface Moment {
  readonly local: string;
  readonly timeZone: string;
  readonly instant: Date;
}

/** The text of a new file that holds this one event. */
export function newEventText(event: NewEvent & { readonly uid: string }, now: Date): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("prodid", "-//saysh//calendar//EN");
  calendar.addPropertyWithValue("version", "2.0");
  const component = new ICAL.Component("vevent");
  component.addPropertyWithValue("uid", event.uid);
  component.addPropertyWithValue("summary", event.title);
  component.addPropertyWithValue("created", utcTime(now));
  component.addPropertyWithValue("sequence", 0);
  setTime(component, "dtstart", event.start, event.timeZone);
  component.addPropertyWithValue("duration", ICAL.Duration.fromSeconds(Math.round(event.durationMs / 1000)));
  if (event.place !== undefined) component.addPropertyWithValue("location", event.place);
  for (const person of event.people ?? []) addPerson(component, person);
  if (event.recurrence !== undefined) {
    component.addPropertyWithValue("rrule", ICAL.Recur.fromString(event.recurrence));
  }
  stamp(component, now);
  addTimeZone(calendar, event.timeZone, event.start);
  calendar.addSubcomponent(component);
  return calendar.toString();
}

/** The event at another time. DTEND becomes a DURATION, so that its length stays. */
export function moveSeries(event: StoredEvent, occurrence: Occurrence, to: Moment, now: Date): string {
  return edited(event, (calendar, master) => {
    setTime(master, "dtstart", to.local, to.timeZone);
    setLength(master, occurrence);
    bump(master, now);
    addTimeZone(calendar, to.timeZone, to.local);
  });
}

/** One occurrence of a recurring event at another time: a component of its own with a RECURRENCE-ID. */
export function moveOccurrence(event: StoredEvent, occurrence: Occurrence, to: Moment, now: Date): string {
  return edited(event, (calendar, master) => {
    for (const component of overridesOf(calendar, event.uid, occurrence)) calendar.removeSubcomponent(component);
    const replacement = ICAL.Component.fromString(master.toString());
    for (const name of ["rrule", "rdate", "exdate"]) replacement.removeAllProperties(name);
    setOriginal(replacement, "recurrence-id", master, occurrence);
    setTime(replacement, "dtstart", to.local, to.timeZone);
    setLength(replacement, occurrence);
    bump(replacement, now);
    addTimeZone(calendar, to.timeZone, to.local);
    calendar.addSubcomponent(replacement);
  });
}

/** One occurrence of a recurring event taken off: an EXDATE. */
export function cancelOccurrence(event: StoredEvent, occurrence: Occurrence, now: Date): string {
  return edited(event, (calendar, master) => {
    for (const component of overridesOf(calendar, event.uid, occurrence)) calendar.removeSubcomponent(component);
    setOriginal(master, "exdate", master, occurrence);
    bump(master, now);
  });
}

/** The file without this event; undefined when no other is left in it. */
export function withoutEvent(event: StoredEvent): string | undefined {
  const calendar = copyOf(event.calendar);
  for (const component of componentsOf(calendar, event.uid)) calendar.removeSubcomponent(component);
  return calendar.getFirstSubcomponent("vevent") === null ? undefined : calendar.toString();
}

/** Edits a copy: the parsed file in the cache stays as it is on the disk. */
function edited(event: StoredEvent, edit: (calendar: ICAL.Component, master: ICAL.Component) => void): string {
  const calendar = copyOf(event.calendar);
  const components = componentsOf(calendar, event.uid);
  edit(calendar, components.find((component) => !component.hasProperty("recurrence-id")) ?? components[0]!);
  return calendar.toString();
}

function copyOf(calendar: ICAL.Component): ICAL.Component {
  return ICAL.Component.fromString(calendar.toString());
}

function componentsOf(calendar: ICAL.Component, uid: string): readonly ICAL.Component[] {
  return calendar.getAllSubcomponents("vevent").filter((event) => event.getFirstPropertyValue("uid") === uid);
}

function overridesOf(calendar: ICAL.Component, uid: string, occurrence: Occurrence): readonly ICAL.Component[] {
  return componentsOf(calendar, uid).filter((component) => {
    const property = component.getFirstProperty("recurrence-id");
    if (property === null) return false;
    const local = toLocal(occurrence.originalStart, property.getFirstParameter("tzid") || occurrence.timeZone);
    const time = property.getFirstValue() as ICAL.Time;
    if (time.zone === ICAL.Timezone.utcTimezone)
      return time.toJSDate().getTime() === occurrence.originalStart.getTime();
    return time.toString().slice(0, time.isDate ? 10 : 16) === local.slice(0, time.isDate ? 10 : 16);
  });
}

/** Adds the moment by the rule in the form of the master's DTSTART, as RECURRENCE-ID and EXDATE must have it. */
function setOriginal(component: ICAL.Component, name: string, master: ICAL.Component, occurrence: Occurrence): void {
  const dtstart = master.getFirstProperty("dtstart")!;
  const first = dtstart.getFirstValue() as ICAL.Time;
  const local = toLocal(occurrence.originalStart, occurrence.timeZone);
  const property = new ICAL.Property(name, component);
  const tzid = dtstart.getFirstParameter("tzid");
  if (tzid) property.setParameter("tzid", tzid);
  if (first.isDate) property.resetType("date");
  if (first.isDate) property.setValue(ICAL.Time.fromDateString(local.slice(0, 10)));
  else if (first.zone === ICAL.Timezone.utcTimezone) property.setValue(utcTime(occurrence.originalStart));
  else property.setValue(ICAL.Time.fromDateTimeString(withSeconds(local)));
  component.addProperty(property);
}

function setTime(component: ICAL.Component, name: string, local: string, timeZone: string): void {
  component.removeAllProperties(name);
  const property = new ICAL.Property(name, component);
  property.setParameter("tzid", timeZone);
  property.setValue(ICAL.Time.fromDateTimeString(withSeconds(local)));
  component.addProperty(property);
}

function setLength(component: ICAL.Component, occurrence: Occurrence): void {
  component.removeAllProperties("dtend");
  component.removeAllProperties("duration");
  const seconds = Math.round((occurrence.end.getTime() - occurrence.start.getTime()) / 1000);
  component.addPropertyWithValue("duration", ICAL.Duration.fromSeconds(seconds));
}

/** A person known by name only: the address that calendar programs write when there is none. */
function addPerson(component: ICAL.Component, name: string): void {
  const property = new ICAL.Property("attendee", component);
  property.setParameter("cn", name);
  property.setValue("invalid:nomail");
  component.addProperty(property);
}

function bump(component: ICAL.Component, now: Date): void {
  component.updatePropertyWithValue("sequence", Number(component.getFirstPropertyValue("sequence") ?? 0) + 1);
  stamp(component, now);
}

function stamp(component: ICAL.Component, now: Date): void {
  component.updatePropertyWithValue("dtstamp", utcTime(now));
  component.updatePropertyWithValue("last-modified", utcTime(now));
}

function utcTime(instant: Date): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${instant.toISOString().slice(0, 19)}Z`);
}

function addTimeZone(calendar: ICAL.Component, timeZone: string, local: string): void {
  const there = calendar
    .getAllSubcomponents("vtimezone")
    .some((zone) => zone.getFirstPropertyValue("tzid") === timeZone);
  if (there) return;
  const events = calendar.getAllSubcomponents("vevent");
  for (const event of events) calendar.removeSubcomponent(event);
  calendar.addSubcomponent(timeZoneComponent(timeZone, Number(local.slice(0, 4))));
  for (const event of events) calendar.addSubcomponent(event);
}

function withSeconds(local: string): string {
  return local.length === 16 ? `${local}:00` : local;
}
