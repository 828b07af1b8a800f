import { randomUUID } from "node:crypto";
import { ShellError } from "../errors.ts";
import { cancelOccurrence, moveOccurrence, moveSeries, newEventText, withoutEvent } from "./calendar/edit-event.ts";
import { type IcsFolder, openIcsFolder } from "./calendar/ics-folder.ts";
import { occurrencesOf } from "./calendar/occurrences.ts";
import type { StoredEvent } from "./calendar/read-events.ts";
import { toInstant } from "./zoned-time.ts";

export interface NewEvent {
  readonly title: string;
  /** Local: `2026-11-27T15:00`, in `timeZone`. */
  readonly start: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly durationMs: number;
  readonly place?: string | undefined;
  readonly people?: readonly string[];
  /** RFC 5545 RRULE without its name. */
  readonly recurrence?: string | undefined;
}

/** One time at which an event takes place. */
export interface Occurrence {
  readonly uid: string;
  readonly title: string;
  readonly start: Date;
  /** Exclusive. */
  readonly end: Date;
  readonly allDay: boolean;
  readonly place: string | undefined;
  readonly people: readonly string[];
  readonly recurring: boolean;
  /** Its moment by the rule, before it was moved; names this one among the occurrences of a recurring event. */
  readonly originalStart: Date;
  /** The zone whose clock its rule follows: the event's own, or the person's for all-day and floating times. */
  readonly timeZone: string;
  /** False: it does not make the person busy (TRANSP:TRANSPARENT). */
  readonly busy: boolean;
}

/** A file as it was before a change (undefined: not there), with which the change is undone. */
export interface FileBefore {
  readonly file: string;
  readonly before: string | undefined;
}

/**
 * Events as .ics files in one folder, ours one event per file; files of other programs in it are read and edited too.
 * `timeZone` is the person's: all-day and floating times are read in it. The folder is read anew at every call
 * (unchanged files from a cache), so changes by other programs are seen.
 */
export interface Calendar {
  readonly folder: string;
  create(event: NewEvent): FileBefore & { readonly uid: string };
  /** What takes place in the half-open period, recurrences expanded, soonest first. */
  between(start: Date, end: Date, timeZone: string): readonly Occurrence[];
  /** Moves this occurrence; of a recurring event only this one, the others stay. */
  move(occurrence: Occurrence, start: string, timeZone: string): FileBefore;
  /** Takes this occurrence off; the rest of a recurring event stays. */
  removeOccurrence(occurrence: Occurrence): FileBefore;
  /** Takes the event off with all its occurrences. */
  remove(uid: string): FileBefore;
  /** Undoes a change. */
  restore(change: FileBefore): void;
  /** Files that cannot be read, and why; they are left alone. */
  warnings(): readonly { readonly file: string; readonly reason: string }[];
}

export function createCalendar(path: string, now: () => Date): Calendar {
  const folder: IcsFolder = openIcsFolder(path);
  const find = (uid: string): StoredEvent => {
    const event = folder.events().find((candidate) => candidate.uid === uid);
    if (event === undefined) throw new ShellError("NOT_FOUND", `no event has the UID ${uid}`);
    return event;
  };

  return {
    folder: path,
    create(event) {
      const uid = randomUUID();
      return { uid, ...folder.write(`${uid}.ics`, newEventText({ uid, ...event }, now())) };
    },
    between: (start, end, timeZone) =>
      folder
        .events()
        .flatMap((event) => occurrencesOf(event, start, end, timeZone))
        .sort((a, b) => a.start.getTime() - b.start.getTime() || a.title.localeCompare(b.title)),
    move(occurrence, start, timeZone) {
      const event = find(occurrence.uid);
      const to = { local: start, timeZone, instant: toInstant(start, timeZone) };
      const text = occurrence.recurring
        ? moveOccurrence(event, occurrence, to, now())
        : moveSeries(event, occurrence, to, now());
      return folder.write(event.file, text);
    },
    removeOccurrence(occurrence) {
      const event = find(occurrence.uid);
      const text = occurrence.recurring ? cancelOccurrence(event, occurrence, now()) : withoutEvent(event);
      return folder.write(event.file, text);
    },
    remove(uid) {
      const event = find(uid);
      return folder.write(event.file, withoutEvent(event));
    },
    restore(change) {
      folder.write(change.file, change.before);
    },
    warnings: () => folder.warnings(),
  };
}
