import type { Alert } from "../../memory/alert.ts";
import { nextOccurrence } from "../../memory/recurrence.ts";
import type { Powers } from "../powers.ts";
import { say } from "../say.ts";
import { sayRecurrence, sayTime } from "../values/index.ts";
import { instantOf, localOf, periodOf, sayMoment } from "./moments.ts";

/** "tomorrow at 7:30", or for a recurring one "every weekday at 7:30". */
export function sayWhen(alert: Alert, powers: Powers): string {
  if (alert.recurrence === undefined) return sayMoment(alert.dueAt, powers);
  const time = sayTime(localOf(alert.dueAt, powers).slice(11, 16), powers.lang);
  const rule = sayRecurrence(alert.recurrence.rrule, powers.lang);
  return say(powers.lang, { en: `${rule} at ${time}`, fr: `${rule} à ${time}`, zh: `${rule}${time}` });
}

/** The alerts that ring in the period, with the first moment at which each does, soonest first. */
export function alertsWithin(
  alerts: readonly Alert[],
  period: string | undefined,
  powers: Powers,
): readonly { readonly alert: Alert; readonly at: Date }[] {
  const { start, end } = period === undefined ? { start: new Date(0), end: undefined } : periodOf(period, powers);
  return alerts
    .flatMap((alert) => {
      const at = firstWithin(alert, start);
      return at !== undefined && (end === undefined || at < end) ? [{ alert, at }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function firstWithin(alert: Alert, start: Date): Date | undefined {
  if (alert.dueAt >= start) return alert.dueAt;
  if (alert.recurrence === undefined) return undefined;
  return nextOccurrence(alert.recurrence, new Date(start.getTime() - 1));
}

/** Those at this very moment; where there are none, those at this time of whichever day. */
export function alertsAt(alerts: readonly Alert[], at: string, powers: Powers): readonly Alert[] {
  const moment = instantOf(at, powers).getTime();
  const exact = alerts.filter((alert) => firstWithin(alert, new Date(moment))?.getTime() === moment);
  if (exact.length > 0) return exact;
  return alerts.filter((alert) => localOf(alert.dueAt, powers).slice(11, 16) === at.slice(11, 16));
}

/** A moment that has passed can no longer ring; a recurrence goes on to its next one. */
export function firstMoment(
  at: string,
  rrule: string | undefined,
  powers: Powers,
): { readonly dueAt: Date; readonly firstLocal: string } | undefined {
  const dueAt = instantOf(at, powers);
  if (rrule === undefined) return dueAt > powers.now() ? { dueAt, firstLocal: at } : undefined;
  const recurrence = { rrule, timeZone: powers.timeZone, firstLocal: at };
  const from = new Date(Math.max(dueAt.getTime(), powers.now().getTime() + 1) - 1);
  const next = nextOccurrence(recurrence, from);
  return next === undefined ? undefined : { dueAt: next, firstLocal: at };
}
