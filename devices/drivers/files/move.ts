import { link, lstat, rename, rm, unlink } from "node:fs/promises";
import { because } from "../../../src/reasons/reason.ts";
import { copyTree } from "./copy.ts";
import { exists, fileError, type HeldFolder, holdExisting, holdParent, isWithin, taken } from "./home-path.ts";

/** Moves or renames without ever replacing what is there; across devices it copies, then removes. */
export async function move(from: string, to: string, home: string, signal: AbortSignal): Promise<void> {
  await using source = await holdExisting(from, home);
  await using target = await holdParent(to, home);
  const whole = `${source.path}/${source.name}`;
  if (isWithin(target.path, whole)) throw because("file.into-itself", { path: from });
  await moveHeld(source, target, signal);
}

type Held = HeldFolder & { readonly name: string };

/** The same between two folders that are held open; also for the trash, which need not lie in the home. */
export async function moveHeld(source: Held, target: Held, signal: AbortSignal): Promise<void> {
  const from = source.at(source.name);
  const to = target.at(target.name);
  const shown = `${target.path}/${target.name}`;
  if (source.path === target.path && isCaseChange(source.name, target.name) && (await isSame(from, to))) {
    await rename(from, to);
    return;
  }
  try {
    await renameNew(from, to, shown);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw fileError(error as NodeJS.ErrnoException, shown);
    await copyTree(from, to, shown, signal);
    await rm(from, { recursive: true });
  }
}

/** rename(2) replaces files; link(2) does not. Where links are not possible (FAT, folders) it looks first. */
async function renameNew(from: string, to: string, shown: string): Promise<void> {
  const stats = await lstat(from);
  if (!stats.isDirectory()) {
    try {
      await link(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EMLINK" && code !== "EACCES") throw error;
      if (await exists(to)) throw taken(shown);
      await rename(from, to);
      return;
    }
    try {
      await unlink(from);
    } catch (error) {
      await unlink(to);
      throw error;
    }
    return;
  }
  if (await exists(to)) throw taken(shown);
  await rename(from, to);
}

/** On a file system that ignores case, "Report" and "report" are one file with two names. */
function isCaseChange(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase();
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([lstat(a), lstat(b).catch(() => undefined)]);
  return other !== undefined && one.ino === other.ino && one.dev === other.dev && one.nlink === 1;
}
