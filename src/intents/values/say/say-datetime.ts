import { Temporal } from "temporal-polyfill";
import type { Lang } from "../../plan.ts";
import { localNow } from "../moment/local-clock.ts";
import { sayDate } from "./say-date.ts";
import { sayTime } from "./say-time.ts";

/**
 * A local datetime as one would say it now: "tomorrow at 7:30" · "demain à 7 h 30" · 明天上午7:30.
 * @param now the user's local datetime; a Date is taken on the clock of `timeZone` (this process's by default). Without it the
 *   full date is said.
 */
export function sayDateTime(iso: string, lang: Lang, now?: string | Date, timeZone?: string): string {
  const moment = localOf(iso);
  if (!moment) return iso;
  const today = now === undefined ? undefined : todayOf(now, timeZone);
  const day = sayDate(moment.toPlainDate(), lang, today);
  const time = sayTime(iso, lang);
  return lang === "zh" ? `${day}${time}` : `${day} ${lang === "fr" ? "à" : "at"} ${time}`;
}

/** The day that `now` falls on; undefined for what is no date. */
export function todayOf(now: string | Date, timeZone?: string): Temporal.PlainDate | undefined {
  if (typeof now === "string") return localOf(now)?.toPlainDate();
  return localNow(now, timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone).toPlainDate();
}

export function localOf(iso: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(iso.replace(/Z$/, ""));
  } catch {
    return undefined; // not a date: the caller says the words as they are
  }
}
