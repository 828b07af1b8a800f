/** An amount of time by units, each as said: ninety minutes stay `{ minutes: 90 }`. Fractions only after rounding down is done. */
export interface DurationParts {
  years?: number;
  months?: number;
  weeks?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}
export type DurationUnit = keyof DurationParts;

/** What a fraction of a unit is counted in: half an hour is thirty minutes, a week and a half seven days and three. */
const SMALLER: Readonly<Record<DurationUnit, readonly [DurationUnit, number] | undefined>> = {
  years: ["months", 12],
  months: ["days", 30],
  weeks: ["days", 7],
  days: ["hours", 24],
  hours: ["minutes", 60],
  minutes: ["seconds", 60],
  seconds: undefined,
};

/** Adds `amount` of `unit`; what is no whole unit goes to the next smaller one. */
export function addParts(parts: DurationParts, unit: DurationUnit, amount: number): void {
  const smaller = SMALLER[unit];
  const whole = smaller ? Math.floor(amount + 1e-9) : amount;
  if (whole > 0) parts[unit] = (parts[unit] ?? 0) + whole;
  const rest = amount - whole;
  if (smaller && rest > 1e-6) addParts(parts, smaller[0], Math.round(rest * smaller[1] * 1e6) / 1e6);
}

/** `{ hours: 1, minutes: 30 }` → PT1H30M; undefined for nothing. Weeks beside other date units are counted as days. */
export function isoDuration(parts: DurationParts): string | undefined {
  const p = { ...parts };
  const date =
    (p.years ? `${p.years}Y` : "") +
    (p.months ? `${p.months}M` : "") +
    (p.weeks ? `${p.weeks}W` : "") +
    (p.days ? `${p.days}D` : "");
  const time =
    (p.hours ? `${p.hours}H` : "") +
    (p.minutes ? `${p.minutes}M` : "") +
    (p.seconds ? `${Math.round(p.seconds * 1000) / 1000}S` : "");
  if (!date && !time) return undefined;
  return `P${date}${time ? `T${time}` : ""}`;
}

const ISO =
  /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** The parts of an ISO 8601 duration; undefined when it is none. */
export function partsOf(iso: string): DurationParts | undefined {
  const match = ISO.exec(iso);
  if (!match) return undefined;
  const units: readonly DurationUnit[] = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];
  const parts: DurationParts = {};
  units.forEach((unit, n) => {
    if (match[n + 1] !== undefined) parts[unit] = Number(match[n + 1]);
  });
  return parts;
}

/** True when only hours, minutes and seconds are counted: such spans are exact, whatever the calendar does. */
export function isClockOnly(parts: DurationParts): boolean {
  return !parts.years && !parts.months && !parts.weeks && !parts.days;
}
