import type { Trend } from "./trend.ts";

/** Shorter than this, a history says how one training went, and nothing of months. */
const TELLING_DAYS = 30;

/** "density doubles every 3.4 days (95 %: 2 days to never), from 4 models over 1.1 hours: too short a time to go by" */
export function trendWords(trend: Trend): string {
  return `${doublingWords(trend)}, ${basisWords(trend)}`;
}

/** How fast. */
export function doublingWords({ doublingDays, low, high }: Trend): string {
  const every = Number.isFinite(doublingDays) ? `density doubles every ${timeWords(doublingDays)}` : "density does not grow";
  const least = Number.isFinite(low) ? timeWords(low) : "never";
  const most = Number.isFinite(high) ? timeWords(high) : "never";
  const interval = least === most ? least : `${least} to ${most}`;
  return `${every} (95 %: ${interval})`;
}

/** From what. */
export function basisWords({ frontier, days }: Trend): string {
  const caution = days < TELLING_DAYS ? ": too short a time to go by" : "";
  return `from ${frontier.length} models over ${timeWords(days)}${caution}`;
}

function timeWords(days: number): string {
  if (days < 2) return `${(days * 24).toFixed(1)} hours`;
  return days < 90 ? `${days.toFixed(1)} days` : `${(days / 30.44).toFixed(1)} months`;
}
