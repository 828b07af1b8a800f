import { ShellError } from "../errors.ts";
import { type Alert, type AlertKind, type AlertRow, type AlertState, alertOf } from "./alert.ts";
import { type Claimed, claimDue } from "./claim-due.ts";
import { type Database, transaction } from "./database.ts";
import { nextOccurrence, type Recurrence } from "./recurrence.ts";

export interface NewAlert {
  readonly kind: AlertKind;
  readonly dueAt: Date;
  readonly label?: string | undefined;
  /** Timers only. */
  readonly durationMs?: number | undefined;
  readonly recurrence?: Recurrence | undefined;
}

/** Timers, alarms and reminders. Every method commits before it returns; ids are never used twice. */
export interface Alerts {
  /** With a recurrence, `dueAt` must be its first moment. */
  set(alert: NewAlert): Alert;
  get(id: number): Alert | undefined;
  /** Soonest first. Default states: those still to come or ringing (armed, paused, ringing). */
  list(kind?: AlertKind, states?: readonly AlertState[]): readonly Alert[];
  /** When the next armed alert is due. */
  nextDue(): Date | undefined;
  /** Marks what is due as ringing, or as missed when it is too old; each alert is handed out exactly once, whoever asks. */
  claimDue(now: Date): Claimed;
  /** A running timer stops counting. */
  pause(id: number, now: Date): Alert;
  /** A paused timer counts on. */
  resume(id: number, now: Date): Alert;
  /** Adds to a timer (a negative amount takes away); one that rings runs again for that long. */
  extend(id: number, byMs: number, now: Date): Alert;
  /** A ringing alert rings again later. */
  snooze(id: number, until: Date): Alert;
  /** Answered: it rings no more. A series goes on. */
  stop(id: number): Alert;
  /** Taken back; a series ends. */
  cancel(id: number): Alert;
  /** Puts an alert back as it was (its dates may be ISO strings, as the ledger keeps them); a deadline that has passed in the meantime is due at once. */
  restore(before: Alert): Alert;
  /** Called after every change made through this object; returns the function that ends it. */
  onChange(listener: () => void): () => void;
}

const OPEN: readonly AlertState[] = ["armed", "paused", "ringing"];

export function createAlerts(db: Database, now: () => Date): Alerts {
  const listeners = new Set<() => void>();
  const changed = <T>(value: T): T => {
    for (const listener of listeners) listener();
    return value;
  };

  const get = (id: number): Alert | undefined => {
    const row = db.prepare("SELECT * FROM alerts WHERE id = ?").get(id) as AlertRow | undefined;
    return row && alertOf(row);
  };

  const must = (id: number): Alert => {
    const alert = get(id);
    if (alert === undefined) throw new ShellError("NOT_FOUND", `no timer, alarm or reminder has the number ${id}`);
    return alert;
  };

  /** Reads, decides and writes in one transaction, so that a claim by another process cannot come between. */
  const change = (id: number, from: readonly AlertState[], write: (alert: Alert) => void): Alert => {
    transaction(db, () => {
      const alert = must(id);
      if (!from.includes(alert.state)) {
        throw new ShellError("ARGUMENT_INVALID", `the ${alert.kind} ${alert.label ?? id} is ${alert.state}`);
      }
      write(alert);
    });
    return changed(must(id));
  };

  const update = (id: number, state: AlertState, dueAt: Date, remainingMs: number | null): void => {
    db.prepare("UPDATE alerts SET state = ?, due_at = ?, remaining_ms = ? WHERE id = ?").run(
      state,
      dueAt.toISOString(),
      remainingMs,
      id,
    );
  };

  return {
    set({ kind, dueAt, label, durationMs, recurrence }) {
      if (recurrence !== undefined) nextOccurrence(recurrence, dueAt); // throws when the rule cannot be read
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO alerts (kind, state, label, due_at, duration_ms, rrule, time_zone, first_local, created_at)
           VALUES (?, 'armed', ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          kind,
          label ?? null,
          dueAt.toISOString(),
          durationMs ?? null,
          recurrence?.rrule ?? null,
          recurrence?.timeZone ?? null,
          recurrence?.firstLocal ?? null,
          now().toISOString(),
        );
      return changed(must(Number(lastInsertRowid)));
    },

    get,

    list(kind, states = OPEN) {
      const marks = states.map(() => "?").join(", ");
      const ofKind = kind === undefined ? "" : "AND kind = ?";
      const rows = db
        .prepare(`SELECT * FROM alerts WHERE state IN (${marks}) ${ofKind} ORDER BY due_at, id`)
        .all(...states, ...(kind === undefined ? [] : [kind])) as unknown as AlertRow[];
      return rows.map(alertOf);
    },

    nextDue() {
      const row = db.prepare("SELECT min(due_at) AS due FROM alerts WHERE state = 'armed'").get() as {
        due: string | null;
      };
      return row.due === null ? undefined : new Date(row.due);
    },

    claimDue(at) {
      const claimed = claimDue(db, at);
      return claimed.ring.length + claimed.missed.length > 0 ? changed(claimed) : claimed;
    },

    pause: (id, at) =>
      change(id, ["armed"], (alert) => {
        update(id, "paused", alert.dueAt, Math.max(0, alert.dueAt.getTime() - at.getTime()));
      }),

    resume: (id, at) =>
      change(id, ["paused"], (alert) => {
        update(id, "armed", new Date(at.getTime() + (alert.remainingMs ?? 0)), null);
      }),

    extend: (id, byMs, at) =>
      change(id, OPEN, (alert) => {
        const later = (from: Date) => new Date(Math.max(at.getTime(), from.getTime() + byMs));
        if (alert.state === "paused") update(id, "paused", alert.dueAt, Math.max(0, (alert.remainingMs ?? 0) + byMs));
        else update(id, "armed", later(alert.state === "ringing" ? at : alert.dueAt), null);
        const duration = alert.durationMs === undefined ? null : Math.max(0, alert.durationMs + byMs);
        db.prepare("UPDATE alerts SET duration_ms = ? WHERE id = ?").run(duration, id);
      }),

    snooze: (id, until) =>
      change(id, ["ringing"], (alert) => {
        update(id, "armed", until, null);
        db.prepare("UPDATE alerts SET snoozes = ? WHERE id = ?").run(alert.snoozes + 1, id);
      }),

    stop: (id) => change(id, ["ringing"], (alert) => update(id, "stopped", alert.dueAt, null)),

    cancel: (id) => change(id, OPEN, (alert) => update(id, "cancelled", alert.dueAt, null)),

    restore(before) {
      db.prepare(
        "UPDATE alerts SET state = ?, label = ?, due_at = ?, duration_ms = ?, remaining_ms = ?, snoozes = ? WHERE id = ?",
      ).run(
        before.state,
        before.label ?? null,
        new Date(before.dueAt).toISOString(),
        before.durationMs ?? null,
        before.remainingMs ?? null,
        before.snoozes,
        before.id,
      );
      return changed(must(before.id));
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
