const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const DAY_MS = 86_400_000;
/** Years and months by their mean Gregorian length: only limits are computed from them. */
const UNITS_MS = [365.2425 * DAY_MS, 30.436875 * DAY_MS, 7 * DAY_MS, DAY_MS, 3_600_000, 60_000, 1_000];

/** `PT1M30S` → 90 000; undefined for anything that is no ISO 8601 duration. */
export function isoDurationMs(duration: unknown): number | undefined {
  const match = typeof duration === "string" ? PARTS.exec(duration) : null;
  if (match === null) return undefined;
  return UNITS_MS.reduce((sum, unitMs, index) => sum + Number(match[index + 1] ?? 0) * unitMs, 0);
}
