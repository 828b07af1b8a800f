import { type Database, transaction } from "./database.ts";
import { searchableTexts } from "./searchable-texts.ts";

/** Something the person told the shell to remember, in their own words. */
export interface Fact {
  readonly id: number;
  readonly text: string;
  readonly toldAt: Date;
}

export interface Facts {
  remember(text: string): Fact;
  get(id: number): Fact | undefined;
  /** Newest first. */
  all(limit?: number): readonly Fact[];
  /** Those that share telling words with the query, the closest first. */
  search(query: string): readonly Fact[];
  forget(id: number): void;
  /** Puts a forgotten fact back under its number. */
  restore(fact: Fact): void;
}

interface FactRow {
  id: number;
  text: string;
  told_at: string;
}

export function createFacts(db: Database, now: () => Date): Facts {
  const search = searchableTexts(db, "facts_search");
  const get = (id: number): Fact | undefined => {
    const row = db.prepare("SELECT * FROM facts WHERE id = ?").get(id) as FactRow | undefined;
    return row && factOf(row);
  };
  const insert = (id: number | null, text: string, toldAt: Date): Fact =>
    transaction(db, () => {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO facts (id, text, told_at) VALUES (?, ?, ?)")
        .run(id, text, toldAt.toISOString());
      search.index(Number(lastInsertRowid), text);
      return get(Number(lastInsertRowid))!;
    });

  return {
    remember: (text) => insert(null, text, now()),
    get,
    all: (limit = -1) =>
      (db.prepare("SELECT * FROM facts ORDER BY told_at DESC, id DESC LIMIT ?").all(limit) as unknown as FactRow[]).map(
        factOf,
      ),
    search: (query) => search.search(query).flatMap((id) => get(id) ?? []),
    forget: (id) =>
      transaction(db, () => {
        search.unindex(id);
        db.prepare("DELETE FROM facts WHERE id = ?").run(id);
      }),
    restore(fact) {
      if (get(fact.id) === undefined) insert(fact.id, fact.text, new Date(fact.toldAt));
    },
  };
}

function factOf(row: FactRow): Fact {
  return { id: row.id, text: row.text, toldAt: new Date(row.told_at) };
}
