import { existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";

const DAY_MS = 86_400_000;
/** Lines that the interactive shell offers again. */
export const HISTORY_LINES = 1000;
/** The log of a background daemon starts anew beyond this. */
const MAX_LOG_BYTES = 1_000_000;

export const historyFile = (stateFolder: string): string => join(stateFolder, "history");
export const backgroundLog = (stateFolder: string): string => join(stateFolder, "daemon.log");

/**
 * Drops what is older than `memory.keep_days`: turns of the ledger, and the typed lines once nobody has typed for so long (they carry no
 * dates; their number is limited instead). @returns how many turns were dropped
 */
export function keepHouse({ memory, config, paths }: House, now = new Date()): number {
  const before = new Date(now.getTime() - config.memory.keep_days * DAY_MS);
  const dropped = memory.ledger.dropBefore(before);
  trimHistory(historyFile(paths.state), before);
  const log = backgroundLog(paths.state);
  // a daemon writes it with O_APPEND: emptied, it goes on at its beginning
  if (existsSync(log) && statSync(log).size > MAX_LOG_BYTES) truncateSync(log);
  return dropped;
}

function trimHistory(file: string, before: Date): void {
  if (!existsSync(file)) return;
  if (statSync(file).mtime < before) {
    rmSync(file);
    return;
  }
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  if (lines.length <= HISTORY_LINES) return;
  writeFileSync(`${file}.new`, `${lines.slice(-HISTORY_LINES).join("\n")}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
