import { createHash } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Made } from "./files.ts";
import { holdExisting, holdParent } from "./home-path.ts";

/** What was just made, with the fingerprint of its names, sizes and times of change. */
export async function madeAt(path: string, home: string): Promise<Made> {
  await using folder = await holdParent(path, home);
  const state = { hash: createHash("sha256"), files: 0, bytes: 0 };
  await add(folder.at(folder.name), "", state);
  const { files, bytes } = state;
  return { path: join(folder.path, folder.name), fingerprint: state.hash.digest("base64url"), files, bytes };
}

/** Removes it when it still is what was made. @returns false when it changed since; true also when it is gone already */
export async function removeMade(made: Made, home: string): Promise<boolean> {
  const now = await madeAt(made.path, home).catch(() => undefined);
  if (!now) return true;
  if (now.fingerprint !== made.fingerprint) return false;
  await using folder = await holdExisting(made.path, home);
  await rm(folder.at(folder.name), { recursive: true });
  return true;
}

interface State {
  readonly hash: ReturnType<typeof createHash>;
  files: number;
  bytes: number;
}

async function add(path: string, below: string, state: State): Promise<void> {
  const stats = await lstat(path);
  const kind = stats.isDirectory() ? "d" : stats.isSymbolicLink() ? "l" : "f";
  // A folder's own time changes with what the file system does to it; its entries tell all.
  const measure = kind === "d" ? "" : `${stats.size} ${Math.trunc(stats.mtimeMs)}`;
  state.hash.update(`${kind} ${below}\0${measure}\n`);
  if (kind === "d") {
    for (const name of (await readdir(path)).sort()) await add(join(path, name), `${below}/${name}`, state);
    return;
  }
  state.files += 1;
  state.bytes += stats.size;
}
