import { Temporal } from "temporal-polyfill";
import { dayRange, daysOf } from "../moment/days.ts";
import type { Facts } from "../moment/facts.ts";
import { existing, localAfter } from "../moment/local-clock.ts";
import { type Calendar, onDay } from "../moment/pick.ts";
import { timesOf } from "../moment/times.ts";

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** 29 February and the like come up within eight years. */
const MAX_DAYS = 366 * 8 + 2;

/**
 * The first moment of an RRULE from now on, at the time of day that the facts give (09:00 otherwise). A rule says which day, so
 * hours are guessed as with a named day: "every Monday at eight" is 08:00. A day in the facts that the rule leaves open ("every
 * other week, from Tuesday") is where it starts. Rules of hours and minutes start one interval from now when no clock is said.
 */
export function firstOccurrence(rule: string, facts: Facts, calendar: Calendar): Temporal.PlainDateTime | undefined {
  const fields = new Map(rule.split(";").map((field) => field.split("=", 2) as [string, string]));
  const frequency = fields.get("FREQ");
  const interval = Number(fields.get("INTERVAL") ?? 1);
  const { local, now, timeZone } = calendar;
  if ((frequency === "HOURLY" || frequency === "MINUTELY") && !facts.clock && !facts.part) {
    return localAfter(now, timeZone, frequency === "HOURLY" ? { hours: interval } : { minutes: interval }, 1);
  }
  const time = timesOf(facts, true, calendar.waking)[0];
  if (!time) return undefined;
  const today = local.toPlainDate();
  const onRule = dayTest(fields);
  const said = daysOf(openDay(facts, fields), today, false);
  const starts = said.named ? said.ranges : [dayRange(today)];
  for (const { start } of starts) {
    let day = Temporal.PlainDate.compare(start, today) < 0 ? today : start;
    for (let n = 0; n < MAX_DAYS; n++, day = day.add({ days: 1 })) {
      if (!onRule(day)) continue;
      const moment = existing(onDay(day, time), timeZone);
      if (Temporal.PlainDateTime.compare(moment, local) >= 0) return moment;
      // A day that was named and whose hour is past: its next occurrence is another candidate.
      if (said.named && fields.size === 1 && starts.length > 1) break;
    }
  }
  return undefined;
}

/** The day of the facts, unless the rule itself names days. */
function openDay(facts: Facts, fields: ReadonlyMap<string, string>): Facts {
  const named = fields.has("BYDAY") || fields.has("BYMONTHDAY");
  if (!named) return facts;
  const open: Facts = { ...facts };
  delete open.weekday;
  delete open.date;
  if (open.unit && open.days === undefined) delete open.unit;
  return open;
}

function dayTest(fields: ReadonlyMap<string, string>): (day: Temporal.PlainDate) => boolean {
  const byDay = fields.get("BYDAY")?.split(",");
  const byMonthDay = fields.get("BYMONTHDAY")?.split(",").map(Number);
  const byMonth = fields.get("BYMONTH")?.split(",").map(Number);
  return (day) =>
    (!byMonth || byMonth.includes(day.month)) &&
    (!byMonthDay || byMonthDay.includes(day.day) || byMonthDay.includes(day.day - day.daysInMonth - 1)) &&
    (!byDay || byDay.some((code) => isWeekday(day, code)));
}

/** MO, 1MO (the first of the month), -1FR (the last). */
function isWeekday(day: Temporal.PlainDate, code: string): boolean {
  if (CODES[day.dayOfWeek - 1] !== code.slice(-2)) return false;
  const nth = Number(code.slice(0, -2));
  if (!nth) return true;
  return nth > 0 ? Math.ceil(day.day / 7) === nth : Math.ceil((day.daysInMonth - day.day + 1) / 7) === -nth;
}
