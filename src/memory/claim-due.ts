import { type Alert, type AlertKind, type AlertRow, alertOf } from "./alert.ts";
import { type Database, transaction } from "./database.ts";
import { nextOccurrence } from "./recurrence.ts";

export interface Claimed {
  /** Ring now, soonest deadline first. */
  readonly ring: readonly Alert[];
  /** Their time came while the machine was off, too long ago to ring: report them. */
  readonly missed: readonly Alert[];
}

/**
 * How old a deadline may be and still ring. A timer or an alarm an hour late tells nothing any more and would only
 * startle; a reminder is worth hearing on the same day.
 */
export const STILL_RINGS_MS: Readonly<Record<AlertKind, number>> = {
  timer: 3_600_000,
  alarm: 3_600_000,
  reminder: 24 * 3_600_000,
};

/**
 * One write transaction marks everything due at `now`: whoever commits it first has claimed it, a second process or
 * the next start of a killed one finds nothing left. A series moves on to its first moment after `now`, so that a
 * machine that was off for a week reports its daily alarm once, and not seven times.
 */
export function claimDue(db: Database, now: Date): Claimed {
  const stamp = now.toISOString();
  const isDue = db.prepare("SELECT 1 FROM alerts WHERE state = 'armed' AND due_at <= ? LIMIT 1");
  if (isDue.get(stamp) === undefined) return { ring: [], missed: [] };
  return transaction(db, () => {
    const due = db
      .prepare("SELECT * FROM alerts WHERE state = 'armed' AND due_at <= ? ORDER BY due_at, id")
      .all(stamp) as unknown as AlertRow[];
    const claimed = due.map((row) => (row.rrule === null ? claimOne(db, row, now) : claimFromSeries(db, row, now)));
    return {
      ring: claimed.filter((alert) => alert.state === "ringing"),
      missed: claimed.filter((alert) => alert.state === "missed"),
    };
  });
}

function claimOne(db: Database, row: AlertRow, now: Date): Alert {
  const claimed: AlertRow = { ...row, state: stateAt(row.kind, row.due_at, now), claimed_at: now.toISOString() };
  db.prepare("UPDATE alerts SET state = ?, claimed_at = ? WHERE id = ?").run(claimed.state, claimed.claimed_at, row.id);
  return alertOf(claimed);
}

/** Rings as a child, so that stopping or snoozing today's ringing leaves tomorrow's alone. */
function claimFromSeries(db: Database, row: AlertRow, now: Date): Alert {
  const series = alertOf(row);
  const lastDue = latestMoment(series, now);
  const state = stateAt(row.kind, lastDue, now);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO alerts (kind, state, label, due_at, series_id, created_at, claimed_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(row.kind, state, row.label, lastDue, row.id, row.created_at, now.toISOString());
  const next = nextOccurrence(series.recurrence!, now);
  if (next === undefined) db.prepare("UPDATE alerts SET state = 'stopped' WHERE id = ?").run(row.id);
  else db.prepare("UPDATE alerts SET due_at = ? WHERE id = ?").run(next.toISOString(), row.id);
  return alertOf(db.prepare("SELECT * FROM alerts WHERE id = ?").get(lastInsertRowid) as unknown as AlertRow);
}

/** The last moment of the series that has come, of those since it was last claimed. */
function latestMoment(series: Alert, now: Date): string {
  let last = series.dueAt;
  let next = nextOccurrence(series.recurrence!, last);
  while (next !== undefined && next <= now) {
    last = next;
    next = nextOccurrence(series.recurrence!, last);
  }
  return last.toISOString();
}

function stateAt(kind: AlertKind, dueAt: string, now: Date): "ringing" | "missed" {
  return now.getTime() - new Date(dueAt).getTime() <= STILL_RINGS_MS[kind] ? "ringing" : "missed";
}
