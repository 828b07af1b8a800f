import { extname } from "node:path";
import { nameScore, plain } from "../../../src/match-name.ts";
import type { FileEntry, FileQuery, FileSort, Found } from "./files.ts";
import { kindOf } from "./kinds.ts";
import { entryOf, WALK_LIMITS, type WalkLimits, walk } from "./walk.ts";

type Scored = FileEntry & { readonly score: number };

/** Searches below `query.folder`, which the caller has checked. */
export async function findFiles(
  query: FileQuery & { readonly folder: string },
  signal: AbortSignal,
  limits: WalkLimits = WALK_LIMITS,
): Promise<Found> {
  const state = { partial: false };
  const files: Scored[] = [];
  for await (const { path, dirent } of walk(query.folder, signal, state, limits)) {
    const isFolder = dirent.isDirectory();
    if (!fitsKind(query, dirent.name, isFolder)) continue;
    const score = query.name === undefined ? 1 : scoreOf(query.name, dirent.name);
    if (score < (query.minScore ?? 0.6)) continue;
    const entry = await entryOf(path, dirent.name);
    if (!entry || !fitsMeasure(query, entry)) continue;
    files.push({ ...entry, score });
  }
  return { files: sorted(files, query.sort), partial: state.partial };
}

/** A size or a date is asked of files; folders come only when named or asked for. */
function fitsKind({ kind = "any", name, within, largerThanBytes, sort }: FileQuery, file: string, isFolder: boolean) {
  if (kind !== "any") return kindOf(file, isFolder) === kind;
  if (!isFolder) return true;
  return largerThanBytes === undefined && (name !== undefined || (within === undefined && sort === undefined));
}

function fitsMeasure({ within, largerThanBytes }: FileQuery, entry: FileEntry): boolean {
  if (within && (entry.modified < within.start || entry.modified >= within.end)) return false;
  return largerThanBytes === undefined || entry.bytes > largerThanBytes;
}

/** With its extension ("report.pdf") or without ("the report"). */
export function scoreOf(words: string, name: string): number {
  const stem = name.slice(0, name.length - extname(name).length) || name;
  // "report.txt" must not be taken for report.pdf.
  const wanted = /\.(\p{L}[\p{L}\p{N}]{0,4}|7z|mp[34])$/iu.exec(words)?.[1]?.toLowerCase();
  if (wanted !== undefined && extname(name).slice(1).toLowerCase() !== wanted) {
    return plain(words) === plain(name) ? 1 : 0;
  }
  return Math.max(nameScore(words, name), nameScore(words, stem) * 0.99);
}

const ORDERS: Readonly<Record<FileSort, (a: Scored, b: Scored) => number>> = {
  newest: (a, b) => b.modified.getTime() - a.modified.getTime(),
  oldest: (a, b) => a.modified.getTime() - b.modified.getTime(),
  largest: (a, b) => b.bytes - a.bytes,
  smallest: (a, b) => a.bytes - b.bytes,
  name: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
};

function sorted(files: readonly Scored[], sort: FileSort | undefined): readonly Scored[] {
  const order = ORDERS[sort ?? "name"];
  // files that came together (an unpacked archive, a download of thirty invoices) stand as one counts them
  const second = (moment: Date) => Math.floor(moment.getTime() / 1000);
  return files.toSorted(
    (a, b) =>
      (sort === undefined ? b.score - a.score || second(b.modified) - second(a.modified) : order(a, b)) ||
      ORDERS.name(a, b),
  );
}
