/**
 * The schema, one step per entry; `user_version` counts the steps a file has taken. Steps already released are never
 * edited: a change is a new step. Times are ISO 8601 in UTC with milliseconds, so that they sort as text.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('timer', 'alarm', 'reminder')),
    state TEXT NOT NULL CHECK (state IN ('armed', 'paused', 'ringing', 'stopped', 'missed', 'cancelled')),
    label TEXT,
    due_at TEXT NOT NULL,
    duration_ms INTEGER,
    remaining_ms INTEGER,
    rrule TEXT,
    time_zone TEXT,
    first_local TEXT,
    series_id INTEGER REFERENCES alerts (id),
    snoozes INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    claimed_at TEXT
  ) STRICT;
  CREATE INDEX alerts_due ON alerts (state, due_at);

  CREATE TABLE lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE list_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list_id INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    key TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (list_id, key)
  ) STRICT;

  CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    told_at TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE notes_search USING fts5 (terms, tokenize = 'porter unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE facts_search USING fts5 (terms, tokenize = 'porter unicode61 remove_diacritics 2');

  CREATE TABLE preferences (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    set_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE phrases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phrase TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    meaning TEXT NOT NULL,
    lang TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    taught_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    session TEXT NOT NULL,
    door TEXT NOT NULL,
    utterance TEXT NOT NULL,
    lang TEXT NOT NULL,
    tier TEXT NOT NULL,
    confidence REAL NOT NULL,
    calls TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reply TEXT NOT NULL,
    understand_ms REAL NOT NULL,
    total_ms REAL NOT NULL,
    cpu_seconds REAL NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    undo TEXT NOT NULL
  ) STRICT;
  CREATE INDEX turns_at ON turns (at);
  `,
];
