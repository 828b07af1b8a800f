import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readlink, rm, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import { fileError, holdExisting, holdParent, isWithin, realWithin } from "./home-path.ts";

/** Copies a file or a folder with all it holds; a half-made copy is removed when the signal aborts or the disk is full. */
export async function copy(from: string, to: string, home: string, signal: AbortSignal): Promise<void> {
  // A copy of a link is a copy of what it leads to, inside the home.
  const real = await realWithin(from, home);
  await using source = await holdExisting(real, home);
  await using target = await holdParent(to, home);
  if (isWithin(target.path, real)) throw because("file.into-itself", { path: from });
  await copyTree(source.at(source.name), target.at(target.name), to, signal);
}

/** `from` and `to` go through held folders; `shown` is the path for messages. */
export async function copyTree(from: string, to: string, shown: string, signal: AbortSignal): Promise<void> {
  let made = false;
  try {
    await copyEntry(from, to, signal, () => {
      made = true;
    });
  } catch (error) {
    if (made) await rm(to, { recursive: true, force: true });
    if (signal.aborted) throw signal.reason;
    throw fileError(error as NodeJS.ErrnoException, shown);
  }
}

async function copyEntry(from: string, to: string, signal: AbortSignal, onMade: () => void): Promise<void> {
  signal.throwIfAborted();
  const stats = await lstat(from);
  if (stats.isSymbolicLink()) {
    // As a link: what it leads to is not followed, so nothing from outside gets in.
    await symlink(await readlink(from), to);
    onMade();
  } else if (stats.isDirectory()) {
    await copyFolder(from, to, signal, onMade);
    await utimes(to, stats.atime, stats.mtime);
  } else if (stats.isFile()) {
    await copyFile(from, to, stats.mode, signal, onMade);
    await utimes(to, stats.atime, stats.mtime);
  } // pipes, sockets and devices have no content to copy
}

async function copyFolder(from: string, to: string, signal: AbortSignal, onMade: () => void): Promise<void> {
  await using source = await holdOpen(from);
  await mkdir(to, { mode: 0o700 });
  onMade();
  await using target = await holdOpen(to);
  for (const name of await readdir(source.path))
    await copyEntry(join(source.path, name), join(target.path, name), signal, () => {});
  await target.chmod((await source.stat()).mode & 0o777);
}

async function copyFile(from: string, to: string, mode: number, signal: AbortSignal, onMade: () => void) {
  await using source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  await using target = await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW);
  onMade();
  const buffer = Buffer.allocUnsafe(1 << 18);
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    await target.writeFile(buffer.subarray(0, bytesRead));
  }
  await target.chmod(mode & 0o777);
}

/** An open folder with a path that no link can turn elsewhere; on systems without /proc the path as given. */
async function holdOpen(path: string) {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  const own = `/proc/self/fd/${handle.fd}`;
  const held = await readlink(own).then(
    () => own,
    () => path,
  );
  return {
    path: held,
    chmod: (mode: number) => handle.chmod(mode),
    stat: () => handle.stat(),
    [Symbol.asyncDispose]: () => handle.close(),
  };
}
