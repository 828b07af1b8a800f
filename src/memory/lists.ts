import { ShellError } from "../errors.ts";
import { type Database, transaction } from "./database.ts";
import { keyOf } from "./text-key.ts";

export interface List {
  readonly id: number;
  readonly name: string;
}

export interface Item {
  readonly id: number;
  readonly listId: number;
  readonly text: string;
  readonly addedAt: Date;
}

/** Named lists. Two spellings of a name or an item (case, accents, punctuation) are the same one. */
export interface Lists {
  /** Oldest first. */
  all(): readonly List[];
  find(name: string): List | undefined;
  /** Throws ARGUMENT_INVALID when a list of this name is there. */
  create(name: string): List;
  /** Removes the list with its items. */
  remove(listId: number): void;
  /** In the order in which they were added. */
  items(listId: number): readonly Item[];
  /** `isNew` false: it was on the list already. */
  add(listId: number, text: string): { readonly item: Item; readonly isNew: boolean };
  removeItem(itemId: number): void;
  /** Removes all items and returns them, for undo. */
  clear(listId: number): readonly Item[];
  /** Puts removed items back in their places; those added again in the meantime stay as they are. */
  restore(items: readonly Item[]): void;
}

interface ItemRow {
  id: number;
  list_id: number;
  text: string;
  added_at: string;
}

export function createLists(db: Database, now: () => Date): Lists {
  const items = (listId: number): readonly Item[] => {
    const rows = db.prepare("SELECT * FROM list_items WHERE list_id = ? ORDER BY added_at, id").all(listId);
    return (rows as unknown as ItemRow[]).map(itemOf);
  };
  const find = (name: string) =>
    db.prepare("SELECT id, name FROM lists WHERE key = ?").get(keyOf(name)) as List | undefined;

  return {
    all: () => db.prepare("SELECT id, name FROM lists ORDER BY id").all() as unknown as List[],
    find,
    create(name) {
      if (find(name) !== undefined) throw new ShellError("ARGUMENT_INVALID", `there is already a list named ${name}`);
      db.prepare("INSERT INTO lists (name, key, created_at) VALUES (?, ?, ?)").run(
        name,
        keyOf(name),
        now().toISOString(),
      );
      return find(name)!;
    },
    remove(listId) {
      db.prepare("DELETE FROM lists WHERE id = ?").run(listId);
    },
    items,
    add: (listId, text) =>
      transaction(db, () => {
        const byKey = db.prepare("SELECT * FROM list_items WHERE list_id = ? AND key = ?");
        const there = byKey.get(listId, keyOf(text)) as ItemRow | undefined;
        if (there !== undefined) return { item: itemOf(there), isNew: false };
        db.prepare("INSERT INTO list_items (list_id, text, key, added_at) VALUES (?, ?, ?, ?)").run(
          listId,
          text,
          keyOf(text),
          now().toISOString(),
        );
        return { item: itemOf(byKey.get(listId, keyOf(text)) as unknown as ItemRow), isNew: true };
      }),
    removeItem(itemId) {
      db.prepare("DELETE FROM list_items WHERE id = ?").run(itemId);
    },
    clear: (listId) =>
      transaction(db, () => {
        const removed = items(listId);
        db.prepare("DELETE FROM list_items WHERE list_id = ?").run(listId);
        return removed;
      }),
    restore: (removed) =>
      transaction(db, () => {
        const insert = db.prepare(
          "INSERT OR IGNORE INTO list_items (id, list_id, text, key, added_at) VALUES (?, ?, ?, ?, ?)",
        );
        for (const item of removed) {
          insert.run(item.id, item.listId, item.text, keyOf(item.text), new Date(item.addedAt).toISOString());
        }
      }),
  };
}

function itemOf(row: ItemRow): Item {
  return { id: row.id, listId: row.list_id, text: row.text, addedAt: new Date(row.added_at) };
}
