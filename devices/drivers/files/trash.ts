import { lstat, mkdir, open, realpath, rm } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import type { Env } from "../run-program.ts";
import type { Trashed } from "./files.ts";
import { exists, fileError, holdExisting, holdFolder, holdParent, isWithin, taken } from "./home-path.ts";
import { moveHeld } from "./move.ts";

/** Where a file is thrown: the folder that holds files/ and info/, and what paths in .trashinfo are relative to (undefined: absolute). */
interface Bin {
  readonly folder: string;
  readonly top: string | undefined;
}

/**
 * Moves it to the trash that file managers show and empty: the FreeDesktop.org Trash specification 1.0
 * (https://specifications.freedesktop.org/trash-spec/1.0/). On another device than the home trash, to that device's own.
 */
export async function trash(
  path: string,
  deletedAt: string,
  home: string,
  env: Env,
  signal: AbortSignal,
): Promise<Trashed> {
  await using source = await holdExisting(path, home);
  const from = join(source.path, source.name);
  const homeBin = await homeTrash(home, env);
  if (isWithin(homeBin.folder, from) || isWithin(from, homeBin.folder)) throw because("trash.itself", { path });
  const bin = (await isSameDevice(source.path, homeBin.folder))
    ? homeBin
    : ((await volumeTrash(source.path, home)) ?? homeBin);

  const recorded = bin.top === undefined ? from : relative(bin.top, from);
  const { name, info } = await writeInfo(bin.folder, source.name, recorded, deletedAt);
  try {
    await using files = await holdFolder(join(bin.folder, "files"), await realpath(bin.folder));
    await moveHeld(source, { ...files, name }, signal);
  } catch (error) {
    await rm(info, { force: true });
    throw error;
  }
  return { from, path: join(bin.folder, "files", name), info };
}

export async function untrash(trashed: Trashed, home: string, signal: AbortSignal): Promise<void> {
  if (!(await exists(trashed.path)))
    throw because("trash.emptied", { path: trashed.from }, { details: { ...trashed } });
  // Its folder may have been removed since, as people do after the last file.
  await mkdir(dirname(trashed.from), { recursive: true });
  await using target = await holdParent(trashed.from, home);
  if (await exists(target.at(target.name))) throw taken(trashed.from);
  await using bin = await holdFolder(dirname(trashed.path), await realpath(dirname(trashed.path)));
  await moveHeld({ ...bin, name: trashed.path.slice(dirname(trashed.path).length + 1) }, target, signal);
  await rm(trashed.info, { force: true });
}

async function homeTrash(home: string, env: Env): Promise<Bin> {
  const folder = join(env.XDG_DATA_HOME || join(home, ".local/share"), "Trash");
  await mkdir(join(folder, "files"), { recursive: true, mode: 0o700 });
  await mkdir(join(folder, "info"), { recursive: true, mode: 0o700 });
  return { folder: await realpath(folder), top: undefined };
}

/** $topdir/.Trash/$uid where an administrator made a sound .Trash, else $topdir/.Trash-$uid; undefined where neither can be. */
async function volumeTrash(folder: string, home: string): Promise<Bin | undefined> {
  const top = await topOf(folder);
  if (!isWithin(top, home)) return undefined;
  const uid = process.getuid?.() ?? 0;
  const shared = await lstat(join(top, ".Trash")).catch(() => undefined);
  const isSound = shared?.isDirectory() && (shared.mode & 0o1000) !== 0;
  const bin = isSound ? join(top, ".Trash", String(uid)) : join(top, `.Trash-${uid}`);
  try {
    for (const part of [bin, join(bin, "files"), join(bin, "info")]) {
      await mkdir(part, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      });
      if (!(await lstat(part)).isDirectory()) return undefined;
    }
    return { folder: bin, top };
  } catch {
    return undefined; // a read-only or foreign volume: the home trash takes it
  }
}

/** The folder at which the device of `folder` is mounted. */
async function topOf(folder: string): Promise<string> {
  const { dev } = await lstat(folder);
  let top = folder;
  while (dirname(top) !== top && (await lstat(dirname(top))).dev === dev) top = dirname(top);
  return top;
}

async function isSameDevice(a: string, b: string): Promise<boolean> {
  return (await lstat(a)).dev === (await lstat(b)).dev;
}

/** The .trashinfo is made first and alone takes the name: that is how the specification keeps two programs apart. */
async function writeInfo(bin: string, name: string, recorded: string, deletedAt: string) {
  const text = `[Trash Info]\nPath=${encodeURIComponent(recorded).replaceAll("%2F", "/")}\nDeletionDate=${deletedAt}\n`;
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let n = 1; n < 10_000; n++) {
    const free = n === 1 ? name : `${stem}.${n}${extension}`;
    const info = join(bin, "info", `${free}.trashinfo`);
    if (await exists(join(bin, "files", free))) continue;
    const handle = await open(info, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return undefined;
      throw fileError(error, info);
    });
    if (!handle) continue;
    await handle.writeFile(text).finally(() => handle.close());
    return { name: free, info };
  }
  throw because("trash.crowded", { name });
}
