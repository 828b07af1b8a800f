import type { Database } from "./database.ts";
import { keyOf } from "./text-key.ts";

/** What the person prefers, by what it is about ("units" → "metric"). Both in their words; spelling of the name is free. */
export interface Preferences {
  get(what: string): string | undefined;
  /** Returns the value before, if there was one. */
  set(what: string, value: string): string | undefined;
  remove(what: string): void;
  all(): readonly Preference[];
}

export interface Preference {
  readonly what: string;
  readonly value: string;
  /** ISO 8601, UTC. */
  readonly setAt: string;
}

export function createPreferences(db: Database, now: () => Date): Preferences {
  const get = (what: string): string | undefined =>
    (db.prepare("SELECT value FROM preferences WHERE key = ?").get(keyOf(what)) as { value: string } | undefined)
      ?.value;

  return {
    get,
    set(what, value) {
      const before = get(what);
      db.prepare("INSERT OR REPLACE INTO preferences (key, value, set_at) VALUES (?, ?, ?)").run(
        keyOf(what),
        value,
        now().toISOString(),
      );
      return before;
    },
    remove(what) {
      db.prepare("DELETE FROM preferences WHERE key = ?").run(keyOf(what));
    },
    all: () =>
      db
        .prepare("SELECT key AS what, value, set_at AS setAt FROM preferences ORDER BY key")
        .all() as unknown as Preference[],
  };
}
