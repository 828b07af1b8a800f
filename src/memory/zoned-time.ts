/**
 * Local wall-clock times ("2026-11-24T07:30") and instants, by the IANA rules that Node carries.
 * A local time that the clocks skip is read with the offset before the change (02:30 → 03:30), one that happens
 * twice is the first of the two: RFC 5545, section 3.3.5.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall-clock time of an instant: `2026-11-24T07:30`, with seconds only where they are not 0. */
export function toLocal(instant: Date, timeZone: string): string {
  const shifted = new Date(Math.floor(instant.getTime() / 1000) * 1000 + offsetMs(instant, timeZone));
  const text = shifted.toISOString().slice(0, 19);
  return text.endsWith(":00") ? text.slice(0, 16) : text;
}

/** The instant at which a clock in `timeZone` shows `local`. */
export function toInstant(local: string, timeZone: string): Date {
  const wall = asUtc(local).getTime();
  const before = offsetMs(new Date(wall - 86_400_000), timeZone);
  const after = offsetMs(new Date(wall + 86_400_000), timeZone);
  const candidates = [before, after].map((offset) => new Date(wall - offset));
  const fitting = candidates.filter((c) => c.getTime() + offsetMs(c, timeZone) === wall);
  if (fitting.length === 0) return candidates[0]!;
  return fitting.reduce((a, b) => (a <= b ? a : b));
}

/** A local time as if it were UTC: for calendar arithmetic, which knows no zones. */
export function asUtc(local: string): Date {
  const date = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a local datetime: ${local}`);
  return date;
}

/** Milliseconds that a clock in `timeZone` is ahead of UTC at this instant. */
export function offsetMs(instant: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((p) => [p.type, Number(p.value)]),
  );
  const wall = Date.UTC(
    parts["year"]!,
    parts["month"]! - 1,
    parts["day"]!,
    parts["hour"]!,
    parts["minute"]!,
    parts["second"]!,
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}
