import { type Database, transaction } from "./database.ts";
import { searchableTexts } from "./searchable-texts.ts";

export interface Note {
  readonly id: number;
  readonly title: string | undefined;
  readonly text: string;
  readonly writtenAt: Date;
}

export interface Notes {
  take(text: string, title?: string): Note;
  get(id: number): Note | undefined;
  /** Newest first. */
  all(limit?: number): readonly Note[];
  /** Those that share telling words with the query, the closest first. */
  search(query: string): readonly Note[];
  remove(id: number): void;
  /** Puts a removed note back under its number. */
  restore(note: Note): void;
}

interface NoteRow {
  id: number;
  title: string | null;
  text: string;
  written_at: string;
}

export function createNotes(db: Database, now: () => Date): Notes {
  const search = searchableTexts(db, "notes_search");
  const get = (id: number): Note | undefined => {
    const row = db.prepare("SELECT * FROM notes WHERE id = ?").get(id) as NoteRow | undefined;
    return row && noteOf(row);
  };
  const insert = (id: number | null, title: string | undefined, text: string, writtenAt: Date): Note =>
    transaction(db, () => {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO notes (id, title, text, written_at) VALUES (?, ?, ?, ?)")
        .run(id, title ?? null, text, writtenAt.toISOString());
      search.index(Number(lastInsertRowid), `${title ?? ""} ${text}`);
      return get(Number(lastInsertRowid))!;
    });

  return {
    take: (text, title) => insert(null, title, text, now()),
    get,
    all: (limit = -1) =>
      (
        db.prepare("SELECT * FROM notes ORDER BY written_at DESC, id DESC LIMIT ?").all(limit) as unknown as NoteRow[]
      ).map(noteOf),
    search: (query) => search.search(query).flatMap((id) => get(id) ?? []),
    remove: (id) =>
      transaction(db, () => {
        search.unindex(id);
        db.prepare("DELETE FROM notes WHERE id = ?").run(id);
      }),
    restore(note) {
      if (get(note.id) === undefined) insert(note.id, note.title, note.text, new Date(note.writtenAt));
    },
  };
}

function noteOf(row: NoteRow): Note {
  return { id: row.id, title: row.title ?? undefined, text: row.text, writtenAt: new Date(row.written_at) };
}
