/** One way of saying how often; `rule` gives the RRULE or declines with undefined. Patterns are tried in order. */
export interface RecurrenceRule {
  readonly pattern: RegExp;
  rule(match: RegExpExecArray, text: string): string | undefined;
}

export type Frequency = "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export const WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
export const WEEKENDS = "FREQ=WEEKLY;BYDAY=SA,SU";

export function every(frequency: Frequency, interval = 1, rest = ""): string {
  return `FREQ=${frequency}${interval > 1 ? `;INTERVAL=${interval}` : ""}${rest && `;${rest}`}`;
}

/** ISO weekdays 1-7 → BYDAY in the order of the week; undefined for none. */
export function weekly(days: readonly number[], interval = 1): string | undefined {
  const sorted = [...new Set(days)].filter((day) => day >= 1 && day <= 7).sort((a, b) => a - b);
  return sorted.length > 0
    ? every("WEEKLY", interval, `BYDAY=${sorted.map((day) => CODES[day - 1]).join(",")}`)
    : undefined;
}

/** The first Monday of every month: BYDAY=1MO; -1 is the last. */
export function monthlyWeekday(nth: number, day: number): string {
  return `FREQ=MONTHLY;BYDAY=${nth}${CODES[day - 1]}`;
}

export function monthly(day: number): string | undefined {
  return day >= -1 && day <= 31 && day !== 0 ? `FREQ=MONTHLY;BYMONTHDAY=${day}` : undefined;
}

export function yearly(month: number, day: number): string | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`
    : undefined;
}

/** From one weekday to another, both in, across the week's end where need be. */
export function span(from: number, to: number): number[] {
  const days: number[] = [];
  for (let day = from; ; day = (day % 7) + 1) {
    days.push(day);
    if (day === to || days.length > 7) return days;
  }
}

/** All ISO weekdays whose names stand in the words. */
export function daysIn(text: string, names: RegExp, numberOf: (word: string) => number): number[] {
  return [...text.matchAll(names)].map((match) => numberOf(match[1] ?? match[0]));
}

export const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
