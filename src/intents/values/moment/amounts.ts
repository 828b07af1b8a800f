import type { DurationParts } from "../duration-parts.ts";
import type { Facts } from "./facts.ts";

/** Takes down a stretch that ends (sign < 0) or starts now; declines when no amount was said. */
export function rolling(f: Facts, sign: number, parts: DurationParts): boolean {
  if (Object.keys(parts).length === 0) return false;
  f.rolling = { parts, sign: sign < 0 ? -1 : 1 };
  return true;
}

/** Takes down "in so long" or "so long ago"; declines when no amount was said. */
export function offset(f: Facts, parts: DurationParts, sign: 1 | -1): boolean {
  if (Object.keys(parts).length === 0) return false;
  f.offset = { parts, sign };
  return true;
}
