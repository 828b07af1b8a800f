import type { Note } from "../../../memory/notes.ts";
import type { Powers } from "../../powers.ts";
import type { Thing } from "../../result.ts";
import { namedAlike } from "../named-alike.ts";

/** Its title, or the beginning of its text. */
export function nameOfNote(note: Note): string {
  const text = note.title ?? note.text;
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

export function noteThing(note: Note): Thing {
  return { kind: "note", id: `note:${note.id}`, name: nameOfNote(note) };
}

/** By its number, by the words in it, by a name that sounds alike, or "it", "the last one". */
export function notesFor(query: string, powers: Powers): readonly Note[] {
  const { notes } = powers.memory;
  const id = /^note:(\d+)$/.exec(query)?.[1];
  const byId = id === undefined ? undefined : notes.get(Number(id));
  if (byId !== undefined) return [byId];
  const found = notes.search(query);
  if (found.length > 0) return found;
  const alike = namedAlike(query, notes.all(), (note) => [note.title ?? "", note.text]);
  if (alike.length > 0) return alike;
  const meant = powers.refs.resolve(query, ["note"]);
  return meant.flatMap((thing) => notes.get(Number(thing.id.replace("note:", ""))) ?? []);
}
