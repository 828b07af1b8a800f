import type { Database } from "./database.ts";
import { keyOf } from "./text-key.ts";

/** "When I say movie night, dim the screen to 20": what is said, and the utterance that it stands for. A routine. */
export interface Phrase {
  readonly id: number;
  readonly phrase: string;
  readonly meaning: string;
  /** The language in which it was taught: `en`, `fr`, `zh`. */
  readonly lang: string;
  /** False: switched off by the person; it is kept, but not understood. */
  readonly on: boolean;
  readonly taughtAt: Date;
}

export interface Phrases {
  /** Teaches, or teaches anew: `before` is what the phrase stood for until now. */
  teach(
    phrase: string,
    meaning: string,
    lang: string,
  ): { readonly phrase: Phrase; readonly before: Phrase | undefined };
  /** The phrase that is said exactly so (case, accents and punctuation aside), on or off. */
  find(said: string): Phrase | undefined;
  /** Oldest first. */
  all(): readonly Phrase[];
  setOn(id: number, on: boolean): void;
  remove(id: number): void;
  /** Puts a phrase back as it was. */
  restore(phrase: Phrase): void;
}

interface PhraseRow {
  id: number;
  phrase: string;
  meaning: string;
  lang: string;
  active: number;
  taught_at: string;
}

export function createPhrases(db: Database, now: () => Date): Phrases {
  const find = (said: string): Phrase | undefined => {
    const row = db.prepare("SELECT * FROM phrases WHERE key = ?").get(keyOf(said)) as PhraseRow | undefined;
    return row && phraseOf(row);
  };
  return {
    teach(phrase, meaning, lang) {
      const before = find(phrase);
      db.prepare(
        `INSERT INTO phrases (phrase, key, meaning, lang, taught_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET phrase = excluded.phrase, meaning = excluded.meaning, lang = excluded.lang,
           active = 1, taught_at = excluded.taught_at`,
      ).run(phrase, keyOf(phrase), meaning, lang, now().toISOString());
      return { phrase: find(phrase)!, before };
    },
    find,
    all: () => (db.prepare("SELECT * FROM phrases ORDER BY id").all() as unknown as PhraseRow[]).map(phraseOf),
    setOn(id, on) {
      db.prepare("UPDATE phrases SET active = ? WHERE id = ?").run(on ? 1 : 0, id);
    },
    remove(id) {
      db.prepare("DELETE FROM phrases WHERE id = ?").run(id);
    },
    restore(phrase) {
      db.prepare(
        "INSERT OR REPLACE INTO phrases (id, phrase, key, meaning, lang, active, taught_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ).run(
        phrase.id,
        phrase.phrase,
        keyOf(phrase.phrase),
        phrase.meaning,
        phrase.lang,
        phrase.on ? 1 : 0,
        new Date(phrase.taughtAt).toISOString(),
      );
    },
  };
}

function phraseOf(row: PhraseRow): Phrase {
  return {
    id: row.id,
    phrase: row.phrase,
    meaning: row.meaning,
    lang: row.lang,
    on: row.active === 1,
    taughtAt: new Date(row.taught_at),
  };
}
