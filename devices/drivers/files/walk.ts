import type { Dirent } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import type { FileEntry } from "./files.ts";

/** Folders full of what no person put there. */
const SKIPPED = new Set(["node_modules", "__pycache__", "CVS", "snap", "lost+found", "venv", "site-packages"]);

export interface WalkLimits {
  /** Seen, not found. 200,000 entries take 2-4 s on an SD card. */
  readonly entries: number;
  readonly depth: number;
  readonly ms: number;
}
export const WALK_LIMITS: WalkLimits = { entries: 200_000, depth: 12, ms: 8_000 };

/**
 * The files and folders below `root`, near ones first, without hidden ones and without following links. `state.partial`
 * is set when a limit ended it early.
 */
export async function* walk(
  root: string,
  signal: AbortSignal,
  state: { partial: boolean },
  limits: WalkLimits = WALK_LIMITS,
): AsyncGenerator<{ readonly path: string; readonly dirent: Dirent }> {
  const deadline = Date.now() + limits.ms;
  let seen = 0;
  let level: string[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limits.depth) {
      state.partial = true;
      return;
    }
    const next: string[] = [];
    for (const folder of level) {
      // A folder that may not be read, or is gone meanwhile, has nothing to show.
      const children = await opendir(folder).catch(() => undefined);
      if (!children) continue;
      for await (const dirent of children) {
        signal.throwIfAborted();
        if (++seen > limits.entries || Date.now() > deadline) {
          state.partial = true;
          return;
        }
        if (dirent.name.startsWith(".") || dirent.isSymbolicLink()) continue;
        const path = join(folder, dirent.name);
        if (dirent.isDirectory()) {
          if (SKIPPED.has(dirent.name)) continue;
          next.push(path);
        } else if (!dirent.isFile()) continue;
        yield { path, dirent };
      }
    }
    level = next;
  }
}

/** Undefined when it is gone meanwhile. */
export async function entryOf(path: string, name: string): Promise<FileEntry | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats) return undefined;
  const isFolder = stats.isDirectory();
  return { path, name, isFolder, bytes: isFolder ? 0 : stats.size, modified: stats.mtime };
}
