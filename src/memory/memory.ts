import type { Call } from "../intents/plan.ts";
import type { UndoData } from "../intents/result.ts";
import type { Alerts } from "./alerts.ts";
import type { Calendar } from "./calendar.ts";
import type { Facts } from "./facts.ts";
import type { Ledger } from "./ledger.ts";
import type { Lists } from "./lists.ts";
import type { Notes } from "./notes.ts";
import type { Phrases } from "./phrases.ts";
import type { Preferences } from "./preferences.ts";

/** All that the shell keeps, in one SQLite file (calendar events: .ics files) under the XDG data folder. */
export interface Memory extends Disposable {
  readonly alerts: Alerts;
  readonly lists: Lists;
  readonly notes: Notes;
  readonly facts: Facts;
  readonly preferences: Preferences;
  readonly calendar: Calendar;
  /** What the person taught; the routines are these, switched on or off by name. */
  readonly phrases: Phrases;
  readonly ledger: Ledger;
}

/** How a turn ended. */
export type Outcome = "done" | "not_understood" | "refused" | "cancelled" | "failed" | "unavailable" | "asked";

/** One row per turn. No secrets: `redacted` utterances are stored as their action names. */
export interface TurnRow {
  readonly id: number;
  /** ISO 8601 with zone, UTC. */
  readonly at: string;
  readonly session: string;
  readonly door: string;
  readonly utterance: string;
  readonly lang: string;
  readonly tier: string;
  readonly confidence: number;
  readonly calls: readonly Call[];
  readonly outcome: Outcome;
  readonly reply: string;
  /** Understanding and the whole turn, without the time spent waiting for the person. */
  readonly understandMs: number;
  readonly totalMs: number;
  readonly cpuSeconds: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Per call, what undoes it; null where it cannot be or has been undone. */
  readonly undo: readonly (UndoEntry | null)[];
}

export interface UndoEntry {
  readonly action: string;
  readonly data: UndoData;
}
