import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, join } from "node:path";
import { ShellError } from "../../errors.ts";
import { readEvents, type StoredEvent } from "./read-events.ts";

export interface IcsFolder {
  /** Events of all readable files. */
  events(): readonly StoredEvent[];
  /** Replaces a file atomically (undefined removes it) and returns what was there. */
  write(file: string, text: string | undefined): { readonly file: string; readonly before: string | undefined };
  warnings(): readonly { readonly file: string; readonly reason: string }[];
}

interface CachedFile {
  readonly mtimeMs: number;
  readonly size: number;
  readonly events: readonly StoredEvent[];
  readonly reason: string | undefined;
}

export function openIcsFolder(path: string): IcsFolder {
  const cache = new Map<string, CachedFile>();

  const refresh = (): void => {
    const names = listIcsFiles(path);
    for (const name of cache.keys()) if (!names.includes(name)) cache.delete(name);
    for (const name of names) {
      const stat = statSync(join(path, name), { throwIfNoEntry: false });
      const cached = cache.get(name);
      if (stat === undefined || (cached?.mtimeMs === stat.mtimeMs && cached.size === stat.size)) continue;
      cache.set(name, { mtimeMs: stat.mtimeMs, size: stat.size, ...readFile(join(path, name), name) });
    }
  };

  return {
    events() {
      refresh();
      return [...cache.values()].flatMap((file) => file.events);
    },
    write(file, text) {
      if (basename(file) !== file || !file.endsWith(".ics")) {
        throw new ShellError("ARGUMENT_INVALID", `not the name of a calendar file: ${file}`);
      }
      const before = readIfThere(join(path, file));
      if (text === undefined) rmSync(join(path, file), { force: true });
      else writeAtomically(path, file, text);
      cache.delete(file);
      return { file, before };
    },
    warnings() {
      refresh();
      return [...cache].flatMap(([file, { reason }]) => (reason === undefined ? [] : [{ file, reason }]));
    },
  };
}

function listIcsFiles(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith(".ics") && !name.startsWith("."))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A file that another program wrote badly is no reason to lose the rest of the calendar. */
function readFile(path: string, file: string): { events: readonly StoredEvent[]; reason: string | undefined } {
  try {
    return { events: readEvents(readFileSync(path, "utf8"), file), reason: undefined };
  } catch (error) {
    return { events: [], reason: error instanceof Error ? error.message : String(error) };
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written beside it under a hidden name, forced to the disk, then renamed: readers see the old file or the new one. */
function writeAtomically(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${file}.${process.pid}.part`);
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, join(folder, file));
}
