import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { DiskUsage } from "./files.ts";

/** A home with a million files takes about half a minute on an SD card; more is cut off and said. */
const LIMITS = { entries: 1_000_000, ms: 30_000 };

/** Counts blocks as `du` does, on one device, hidden files too, links as links, a file with several names once. */
export async function diskUsage(folder: string, signal: AbortSignal): Promise<DiskUsage> {
  const { dev } = await lstat(folder);
  const state = { dev, signal, deadline: Date.now() + LIMITS.ms, entries: 0, partial: false, seen: new Set<string>() };
  const children = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const measured = await measure(path, state);
    if (measured) children.push({ path, ...measured });
  }
  children.sort((a, b) => b.bytes - a.bytes);
  const totalBytes = children.reduce((sum, child) => sum + child.bytes, 0);
  return { folder, totalBytes, children, partial: state.partial };
}

interface State {
  readonly dev: number;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly seen: Set<string>;
  entries: number;
  partial: boolean;
}

async function measure(path: string, state: State): Promise<{ isFolder: boolean; bytes: number } | undefined> {
  state.signal.throwIfAborted();
  const stats = await lstat(path).catch(() => undefined);
  if (!stats || stats.dev !== state.dev) return undefined;
  if (++state.entries > LIMITS.entries || Date.now() > state.deadline) {
    state.partial = true;
    return undefined;
  }
  const own = stats.blocks * 512;
  if (!stats.isDirectory()) {
    if (stats.nlink > 1) {
      if (state.seen.has(String(stats.ino))) return { isFolder: false, bytes: 0 };
      state.seen.add(String(stats.ino));
    }
    return { isFolder: false, bytes: own };
  }
  let bytes = own;
  // What may not be read counts as nothing, as it is not this person's to clear.
  for (const name of await readdir(path).catch(() => [])) bytes += (await measure(join(path, name), state))?.bytes ?? 0;
  return { isFolder: true, bytes };
}
