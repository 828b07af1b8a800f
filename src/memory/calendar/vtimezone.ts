/// <reference lib="es2024.collection" />
import ICAL from "ical.js";
import { offsetMs } from "../zoned-time.ts";

/** Years after the event for which its zone's rules are looked up; a pattern that holds so long is written as a rule. */
const YEARS_AHEAD = 12;

interface Transition {
  /** The wall clock just before the change, read as UTC. */
  readonly wallBefore: Date;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The VTIMEZONE of an IANA zone for events from `year` on, from the rules that Node carries: changes that keep to the
 * same weekday of the same month become an RRULE, others (Ramadan in Morocco) a list of dates.
 */
export function timeZoneComponent(timeZone: string, year: number): ICAL.Component {
  const component = new ICAL.Component("vtimezone");
  component.addPropertyWithValue("tzid", timeZone);
  const transitions = transitionsOf(timeZone, year - 1, year + YEARS_AHEAD);
  if (transitions.length === 0) {
    const offset = offsetMs(new Date(Date.UTC(year, 0, 1)), timeZone);
    component.addSubcomponent(observance("standard", new Date(0), offset, offset));
    return component;
  }
  const groups = Map.groupBy(transitions, ({ fromMs, toMs }) => `${fromMs}/${toMs}`);
  for (const group of groups.values()) component.addSubcomponent(observanceOf(group));
  return component;
}

function observanceOf(group: readonly Transition[]): ICAL.Component {
  const [first, ...rest] = group as readonly [Transition, ...Transition[]];
  const kind = first.toMs > first.fromMs ? "daylight" : "standard";
  const component = observance(kind, first.wallBefore, first.fromMs, first.toMs);
  const rule = yearlyRule(group.map((transition) => transition.wallBefore));
  if (rule !== undefined) component.addPropertyWithValue("rrule", ICAL.Recur.fromString(rule));
  else for (const { wallBefore } of rest) component.addPropertyWithValue("rdate", floating(wallBefore));
  return component;
}

function observance(kind: "standard" | "daylight", start: Date, fromMs: number, toMs: number): ICAL.Component {
  const component = new ICAL.Component(kind);
  component.addPropertyWithValue("dtstart", floating(start));
  component.addPropertyWithValue("tzoffsetfrom", utcOffset(fromMs));
  component.addPropertyWithValue("tzoffsetto", utcOffset(toMs));
  return component;
}

/** Every change of the zone's offset in these years, found by halving each day on which it differs. */
function transitionsOf(timeZone: string, firstYear: number, lastYear: number): readonly Transition[] {
  const transitions: Transition[] = [];
  const end = Date.UTC(lastYear + 1, 0, 1);
  const stepMs = 7 * 86_400_000;
  for (let at = Date.UTC(firstYear, 0, 1); at < end; at += stepMs) {
    const fromMs = offsetMs(new Date(at), timeZone);
    const toMs = offsetMs(new Date(at + stepMs), timeZone);
    if (fromMs === toMs) continue;
    let [before, after] = [at, at + stepMs];
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000;
      if (offsetMs(new Date(middle), timeZone) === fromMs) before = middle;
      else after = middle;
    }
    transitions.push({ wallBefore: new Date(after + fromMs), fromMs, toMs });
  }
  return transitions;
}

/** `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` when all dates follow it, in every year from the first to the last. */
function yearlyRule(dates: readonly Date[]): string | undefined {
  const [first] = dates as readonly [Date];
  const years = new Set(dates.map((date) => date.getUTCFullYear()));
  const isYearly = dates.length >= YEARS_AHEAD && years.size === dates.length;
  const same = (of: (date: Date) => number | string) => dates.every((date) => of(date) === of(first));
  const clock = (date: Date) => date.toISOString().slice(11, 19);
  if (!isYearly || !same((date) => date.getUTCMonth()) || !same((date) => date.getUTCDay()) || !same(clock))
    return undefined;
  const day = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][first.getUTCDay()]!;
  const month = `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1}`;
  if (dates.every(isLastOfItsDay)) return `${month};BYDAY=-1${day}`;
  if (same((date) => Math.ceil(date.getUTCDate() / 7)))
    return `${month};BYDAY=${Math.ceil(first.getUTCDate() / 7)}${day}`;
  return undefined;
}

/** Is it the last Sunday (or whichever day it is) of its month? */
function isLastOfItsDay(date: Date): boolean {
  return new Date(date.getTime() + 7 * 86_400_000).getUTCMonth() !== date.getUTCMonth();
}

function floating(wall: Date): ICAL.Time {
  return ICAL.Time.fromDateTimeString(wall.toISOString().slice(0, 19));
}

function utcOffset(ms: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(Math.round(ms / 1000));
}
