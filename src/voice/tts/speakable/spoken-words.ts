/** What one language says for signs and figures that voices read badly. Numbers are passed on as digits, which every voice can read. */
export interface SpokenWords {
  /** "7:30" and what stands behind it: "am", "h". 24 hours, minutes 0-59. */
  time(hour: number, minute: number, half: "am" | "pm" | undefined): string;
  /** "1:02:03", as of timers and songs. */
  elapsed(hours: number, minutes: number, seconds: number): string;
  /** "2026-11-24"; month from 1. */
  date(year: number, month: number, day: number): string;
  /** "24 November": as it stands in replies. Undefined: the language reads it well. */
  readonly dayOfMonth?: { readonly pattern: RegExp; say(day: string, month: string): string };
  percent(amount: string): string;
  /** One or many of a unit, by its sign: "km/h", "°C", "GB". */
  readonly units: Readonly<Record<string, readonly [one: string, many: string]>>;
  /** Whether the unit stands in the plural after this amount. */
  isMany(amount: number): boolean;
  /** Amount and its unit as one says them together. */
  measure(amount: string, unit: string): string;
  /** By sign: "€", "$", "£", "¥"; amount with its decimals. */
  money(amount: string, sign: string): string;
  readonly minus: string;
  /** Between two numbers: "5-10". */
  readonly to: string;
  readonly about: string;
  readonly number: string;
  readonly dot: string;
  readonly at: string;
  readonly signs: Readonly<Record<string, string>>;
  /** Marks of thousands inside of numbers, which go, and the decimal mark. */
  readonly thousands: RegExp;
  readonly decimal: "." | ",";
}
