import { join } from "node:path";
import { createAlerts } from "./alerts.ts";
import { createCalendar } from "./calendar.ts";
import { openDatabase } from "./database.ts";
import { createFacts } from "./facts.ts";
import { createLedger } from "./ledger.ts";
import { createLists } from "./lists.ts";
import type { Memory } from "./memory.ts";
import { createNotes } from "./notes.ts";
import { createPhrases } from "./phrases.ts";
import { createPreferences } from "./preferences.ts";

/**
 * Opens what the shell remembers in `folder` (made if missing, mode 0700): `saysh.db`, and `calendar/` with one .ics
 * file per event. Throws DATABASE_DAMAGED when the database cannot be read; the file has then been moved aside.
 * Several processes may hold the same folder open. Dispose it to close the database.
 */
export function openMemory(folder: string, { now }: { readonly now: () => Date }): Memory {
  const db = openDatabase(folder, now());
  return {
    alerts: createAlerts(db, now),
    lists: createLists(db, now),
    notes: createNotes(db, now),
    facts: createFacts(db, now),
    preferences: createPreferences(db, now),
    calendar: createCalendar(join(folder, "calendar"), now),
    phrases: createPhrases(db, now),
    ledger: createLedger(db),
    [Symbol.dispose]() {
      if (db.isOpen) db.close();
    },
  };
}
