import { constants } from "node:fs";
import { lstat, open, readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";

/**
 * A folder of the home that is held open: `at(name)` names a child of exactly this folder, even when somebody puts a
 * link in the place of one of its parents meanwhile (the kernel resolves /proc/self/fd/N to the open folder itself).
 */
export interface HeldFolder extends AsyncDisposable {
  /** Real. */
  readonly path: string;
  at(name: string): string;
}

/** True when `path` is `root` or below it; both absolute and normal. */
export function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The real path of something that exists. @throws ShellError FILE_NOT_FOUND, FILE_OUTSIDE_HOME */
export async function realWithin(path: string, home: string): Promise<string> {
  if (!isAbsolute(path) || path.includes("\0")) throw outside(path);
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    throw fileError(error, path);
  });
  if (!isWithin(real, home)) throw outside(path);
  return real;
}

/** Opens the folder in which the last part of `path` lies or shall lie. @throws ShellError FILE_NOT_FOUND, FILE_OUTSIDE_HOME */
export async function holdParent(path: string, home: string): Promise<HeldFolder & { readonly name: string }> {
  const name = basename(path);
  if (!isAbsolute(path) || name === "" || name === "." || name === ".." || name.includes("\0")) throw outside(path);
  const folder = await holdFolder(dirname(path), home);
  return { ...folder, name, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

export async function holdFolder(path: string, home: string): Promise<HeldFolder> {
  const real = await realWithin(path, home);
  const handle = await open(real, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW).catch(
    (error: NodeJS.ErrnoException) => {
      throw fileError(error, path);
    },
  );
  const own = `/proc/self/fd/${handle.fd}`;
  // Between realpath and open a parent may have become a link: what counts is what was opened.
  const opened = await readlink(own).catch(() => undefined);
  if (opened !== undefined && !isWithin(opened, home)) {
    await handle.close();
    throw outside(path);
  }
  const base = opened === undefined ? real : own;
  return { path: opened ?? real, at: (name) => join(base, name), [Symbol.asyncDispose]: () => handle.close() };
}

/**
 * Both ends of what an action touches: the thing itself (its last link is not followed by the action, but must not lead
 * out either) held through its folder. @throws ShellError FILE_OUTSIDE_HOME, FILE_NOT_FOUND, PERMISSION_DENIED for home itself
 */
export async function holdExisting(path: string, home: string): Promise<HeldFolder & { readonly name: string }> {
  const real = await realWithin(path, home);
  if (real === home) throw because("file.home");
  return holdParent(path, home);
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

export function outside(path: string): ShellError {
  return because("file.outside", { path });
}

export function taken(path: string): ShellError {
  return because("file.taken", { path }, { details: { path } });
}

/** What the system said of a file as an error of ours. */
export function fileError(error: NodeJS.ErrnoException, path: string): ShellError {
  if (error instanceof ShellError) return error;
  const cause = { cause: error, details: { path } };
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return because("file.not-there", { path }, cause);
    case "EEXIST":
    case "ENOTEMPTY":
      return because("file.exists", { path }, cause);
    case "ELOOP":
      return because("file.link", { path }, cause);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return because("file.denied", { path }, cause);
    case "ENOSPC":
    case "EDQUOT":
      return because("file.full", {}, cause);
    default:
      return because("file.failed", { path, line: error.message }, cause);
  }
}
