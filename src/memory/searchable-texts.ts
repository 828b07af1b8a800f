import type { Database } from "./database.ts";
import { matchExpressions, searchTerms } from "./search-terms.ts";

/** A table of texts with its full-text index; notes and facts are two of them. */
export interface SearchableTexts {
  index(id: number, text: string): void;
  unindex(id: number): void;
  /** Ids of the texts that share telling words with the query, the closest first. */
  search(query: string): readonly number[];
}

export function searchableTexts(db: Database, table: "notes_search" | "facts_search"): SearchableTexts {
  return {
    index(id, text) {
      db.prepare(`INSERT INTO ${table} (rowid, terms) VALUES (?, ?)`).run(id, searchTerms(text).join(" "));
    },
    unindex(id) {
      db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(id);
    },
    search(query) {
      const match = db.prepare(`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? ORDER BY rank, rowid DESC`);
      for (const expression of matchExpressions(query)) {
        const rows = match.all(expression) as unknown as { id: number }[];
        if (rows.length > 0) return rows.map((row) => row.id);
      }
      return [];
    },
  };
}
