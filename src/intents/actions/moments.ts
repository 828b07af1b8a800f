import { toInstant, toLocal } from "../../memory/zoned-time.ts";
import type { Powers } from "../powers.ts";
import { sayDateTime, sayDuration } from "../values/index.ts";

/** The instant of a canonical local datetime, in the person's zone. */
export function instantOf(local: string, powers: Powers): Date {
  return toInstant(local, powers.timeZone);
}

/** The canonical local datetime of an instant, in the person's zone. */
export function localOf(instant: Date, powers: Powers): string {
  return toLocal(instant, powers.timeZone);
}

/** "tomorrow at half past seven", as far from now as it is. */
export function sayMoment(instant: Date, powers: Powers): string {
  return sayDateTime(localOf(instant, powers), powers.lang, localOf(powers.now(), powers));
}

/** The two instants of a canonical `start/end`, end exclusive. */
export function periodOf(period: string, powers: Powers): { readonly start: Date; readonly end: Date } {
  const [start, end] = period.split("/") as [string, string];
  return { start: instantOf(start, powers), end: instantOf(end, powers) };
}

/** Milliseconds of an ISO duration; a month counts 30 days and a year 365, as nobody sets a timer for those. */
export function msOf(duration: string): number {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(
    duration,
  );
  const [years, months, weeks, days, hours, minutes, seconds] = (match ?? []).slice(1).map((n) => Number(n ?? 0));
  const wholeDays = years! * 365 + months! * 30 + weeks! * 7 + days!;
  return Math.round((((wholeDays * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000);
}

/** An amount of time as one would say it: to the second below ten minutes, to the minute below a day, then to the hour. */
export function sayMs(ms: number, powers: Powers): string {
  return sayDuration(isoOf(ms), powers.lang);
}

function isoOf(ms: number): string {
  const grain = ms < 600_000 ? 1 : ms < 86_400_000 ? 60 : 3600;
  const seconds = Math.max(grain === 1 ? 1 : 0, Math.round(ms / 1000 / grain) * grain);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const date = days > 0 ? `${days}D` : "";
  const time = (hours > 0 ? `${hours}H` : "") + (minutes > 0 ? `${minutes}M` : "") + (rest > 0 ? `${rest}S` : "");
  return `P${date}${time === "" ? "" : `T${time}`}`;
}
