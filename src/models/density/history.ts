import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ShellError } from "../../errors.ts";
import { DENSITY_ROW, type DensityRow, identityOf } from "./row.ts";

/** The rows of a history file (one JSON object per line), oldest model first; none when there is no file. @throws ShellError ARGUMENT_INVALID */
export function readHistory(file: string): readonly DensityRow[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  const rows = text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [parseRow(line, file, i + 1)]));
  return rows.sort(byAge);
}

/** Several histories as one; of two measurements of the same thing the later list's is kept. */
export function mergeHistories(...lists: readonly (readonly DensityRow[])[]): readonly DensityRow[] {
  const rows = new Map<string, DensityRow>();
  for (const row of lists.flat()) rows.set(identityOf(row), withOrigin(row, rows.get(identityOf(row))));
  return [...rows.values()].sort(byAge);
}

/** Adds rows to a history file; a row of a model that is in it already takes its place. */
export function addToHistory(file: string, rows: readonly DensityRow[]): void {
  const all = mergeHistories(readHistory(file), rows);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, all.map((row) => `${JSON.stringify(row)}\n`).join(""));
  renameSync(draft, file);
}

/** Measuring a model anew does not make it younger. */
function withOrigin(row: DensityRow, known: DensityRow | undefined): DensityRow {
  if (!known) return row;
  const commit = row.commit ?? known.commit;
  return { ...row, at: known.at < row.at ? known.at : row.at, ...(commit === undefined ? {} : { commit }) };
}

const byAge = (a: DensityRow, b: DensityRow) => a.at.localeCompare(b.at);

function parseRow(line: string, file: string, number: number): DensityRow {
  try {
    return DENSITY_ROW.parse(JSON.parse(line));
  } catch (cause) {
    throw new ShellError("ARGUMENT_INVALID", `${file}:${number} is not a row of a density history`, {
      cause,
      remedy: `remove line ${number}, or the file: it is made anew`,
    });
  }
}
