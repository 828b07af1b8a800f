import type { Database } from "./database.ts";
import type { Outcome } from "./memory.ts";

export interface LedgerStats {
  readonly turns: number;
  /** Turns per tier that understood them; turns that nobody did are under `none`. */
  readonly byTier: Readonly<Record<string, number>>;
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
  /** Calls per action, the most used first. */
  readonly byAction: readonly { readonly action: string; readonly calls: number }[];
  /** Milliseconds. */
  readonly understandMs: Quantiles;
  readonly totalMs: Quantiles;
  readonly cpuSeconds: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Nearest-rank quantiles; 0 where there are no turns. */
export interface Quantiles {
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export function ledgerStats(db: Database, since: Date = new Date(0)): LedgerStats {
  const from = since.toISOString();
  const count = (column: "tier" | "outcome") => {
    const rows = db
      .prepare(`SELECT ${column} AS name, count(*) AS n FROM turns WHERE at >= ? GROUP BY ${column}`)
      .all(from) as unknown as { name: string; n: number }[];
    return Object.fromEntries(rows.map((row) => [row.name, row.n]));
  };
  const quantiles = (column: "understand_ms" | "total_ms") => {
    const rows = db.prepare(`SELECT ${column} AS ms FROM turns WHERE at >= ? ORDER BY ${column}`).all(from);
    return quantilesOf((rows as unknown as { ms: number }[]).map((row) => row.ms));
  };
  const sums = db
    .prepare(
      `SELECT count(*) AS turns, total(cpu_seconds) AS cpu, total(tokens_in) AS tokensIn, total(tokens_out) AS tokensOut
       FROM turns WHERE at >= ?`,
    )
    .get(from) as unknown as { turns: number; cpu: number; tokensIn: number; tokensOut: number };
  const byAction = db
    .prepare(
      `SELECT json_extract(call.value, '$.action') AS action, count(*) AS calls
       FROM turns, json_each(turns.calls) AS call WHERE at >= ? GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all(from) as unknown as { action: string; calls: number }[];
  return {
    turns: sums.turns,
    byTier: count("tier"),
    byOutcome: count("outcome"),
    byAction,
    understandMs: quantiles("understand_ms"),
    totalMs: quantiles("total_ms"),
    cpuSeconds: sums.cpu,
    tokensIn: sums.tokensIn,
    tokensOut: sums.tokensOut,
  };
}

function quantilesOf(sorted: readonly number[]): Quantiles {
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
