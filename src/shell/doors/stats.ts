import type { LedgerStats } from "../../memory/ledger-stats.ts";
import { openOwnMemory } from "./own-memory.ts";

/** Turns that must never leave the device, of those that were understood: the project's own goal. */
const ON_DEVICE_GOAL = 0.8;

export function readStats(since?: Date): LedgerStats {
  using memory = openOwnMemory();
  return memory.ledger.stats(since);
}

export function statsLines(stats: LedgerStats): string[] {
  const { turns, byTier, byOutcome, byAction, understandMs, totalMs, cpuSeconds, tokensIn, tokensOut } = stats;
  if (turns === 0) return ["No turns yet."];
  const share = (n: number) => `${((100 * n) / turns).toFixed(1)} %`;
  const table = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, n]) => `${name} ${n} (${share(n)})`)
      .join(" · ");
  const understood = turns - (byTier["none"] ?? 0);
  const onDevice = understood - (byTier["cloud"] ?? 0);
  return [
    `turns        ${turns}`,
    `tiers        ${table(byTier)}`,
    `on device    ${understood === 0 ? "–" : `${((100 * onDevice) / understood).toFixed(1)} % of what was understood`} (goal: over ${ON_DEVICE_GOAL * 100} %)`,
    `outcomes     ${table(byOutcome as Record<string, number>)}`,
    `understood   in ${understandMs.median.toFixed(1)} ms (median), ${understandMs.p90.toFixed(1)} (p90), ${understandMs.p99.toFixed(1)} (p99)`,
    `turn         in ${totalMs.median.toFixed(0)} ms (median), ${totalMs.p90.toFixed(0)} (p90), ${totalMs.p99.toFixed(0)} (p99)`,
    `cost         ${cpuSeconds.toFixed(2)} CPU seconds, ${tokensIn} tokens read, ${tokensOut} written`,
    ...byAction
      .slice(0, 10)
      .map(({ action, calls }, i) => `${i === 0 ? "actions      " : "             "}${action} ${calls}`),
  ];
}
