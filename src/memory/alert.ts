import type { Recurrence } from "./recurrence.ts";

export type AlertKind = "timer" | "alarm" | "reminder";

/**
 * armed: waits for its deadline · paused: holds what remains · ringing: its time came and nobody has answered ·
 * stopped: answered · missed: its time came too long ago to ring · cancelled: taken back before its time.
 */
export type AlertState = "armed" | "paused" | "ringing" | "stopped" | "missed" | "cancelled";

/** A deadline that outlives the process. A recurring one is a series: each time it is due, a child of it rings. */
export interface Alert {
  readonly id: number;
  readonly kind: AlertKind;
  readonly state: AlertState;
  /** The timer's or alarm's name; a reminder's text. */
  readonly label: string | undefined;
  readonly dueAt: Date;
  /** Timers: how long they were set for, extensions included. */
  readonly durationMs: number | undefined;
  /** Paused timers: what is left. */
  readonly remainingMs: number | undefined;
  readonly recurrence: Recurrence | undefined;
  /** The series that this is one ringing of. */
  readonly seriesId: number | undefined;
  readonly snoozes: number;
  readonly createdAt: Date;
  /** When its deadline was noticed. */
  readonly claimedAt: Date | undefined;
}

/** A row of the alerts table. */
export interface AlertRow {
  id: number;
  kind: AlertKind;
  state: AlertState;
  label: string | null;
  due_at: string;
  duration_ms: number | null;
  remaining_ms: number | null;
  rrule: string | null;
  time_zone: string | null;
  first_local: string | null;
  series_id: number | null;
  snoozes: number;
  created_at: string;
  claimed_at: string | null;
}

export function alertOf(row: AlertRow): Alert {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    label: row.label ?? undefined,
    dueAt: new Date(row.due_at),
    durationMs: row.duration_ms ?? undefined,
    remainingMs: row.remaining_ms ?? undefined,
    recurrence: recurrenceOf(row),
    seriesId: row.series_id ?? undefined,
    snoozes: row.snoozes,
    createdAt: new Date(row.created_at),
    claimedAt: row.claimed_at === null ? undefined : new Date(row.claimed_at),
  };
}

function recurrenceOf(row: AlertRow): Recurrence | undefined {
  if (row.rrule === null || row.time_zone === null || row.first_local === null) return undefined;
  return { rrule: row.rrule, timeZone: row.time_zone, firstLocal: row.first_local };
}
