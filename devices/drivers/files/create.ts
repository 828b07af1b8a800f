import { mkdir, realpath, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import { openTarget } from "../desktop/open-target.ts";
import type { Env } from "../run-program.ts";
import { extract } from "./archive/extract.ts";
import { pack } from "./archive/pack.ts";
import { copy } from "./copy.ts";
import { diskUsage } from "./disk-usage.ts";
import type { FilesDriver } from "./files.ts";
import { findFiles } from "./find.ts";
import { fileError, holdExisting, holdParent, isWithin, realWithin } from "./home-path.ts";
import { isProgram } from "./is-program.ts";
import { madeAt, removeMade } from "./made.ts";
import { move } from "./move.ts";
import { readTextFile } from "./read-text.ts";
import { trash, untrash } from "./trash.ts";
import { usualFolder } from "./user-folders.ts";
import { entryOf } from "./walk.ts";

export interface FilesOptions {
  readonly env: Env;
  /** Absolute; nothing outside of it is touched. */
  readonly home: string;
}

export async function createFilesDriver({ env, home: given }: FilesOptions): Promise<FilesDriver> {
  const home = await realpath(given);
  return {
    backend: "home folder",
    home,
    async stat(path) {
      const real = await realWithin(path, home);
      const entry = await entryOf(real, path === home ? "~" : path.slice(path.lastIndexOf("/") + 1));
      if (!entry) throw because("file.not-there", { path });
      return { ...entry, path };
    },
    usualFolder: (words) => {
      const folder = usualFolder(words, home, env);
      return folder !== undefined && isWithin(folder, home) ? folder : undefined;
    },
    find: async (query, signal) =>
      findFiles({ ...query, folder: await realWithin(query.folder ?? home, home) }, signal),
    async open(path) {
      const real = await realWithin(path, home);
      if (await isProgram(real)) throw because("file.program", { path });
      await openTarget(real, env);
    },
    readText: (path, signal) => readTextFile(path, home, env, signal),
    move: (from, to, signal) => move(from, to, home, signal),
    async copy(from, to, signal) {
      await copy(from, to, home, signal);
      return madeAt(to, home);
    },
    trash: (path, deletedAt, signal) => trash(path, deletedAt, home, env, signal),
    untrash: (trashed, signal) => untrash(trashed, home, signal),
    async createFolder(path) {
      await using parent = await holdParent(path, home);
      await mkdir(parent.at(parent.name)).catch((error) => {
        throw fileError(error, path);
      });
    },
    async removeEmptyFolder(path) {
      await using parent = await holdExisting(path, home);
      return rmdir(parent.at(parent.name)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOTEMPTY" || error.code === "EEXIST" || error.code === "ENOTDIR") return false;
          throw fileError(error, path);
        },
      );
    },
    async createArchive(from, to, signal) {
      await using source = await holdExisting(await realWithin(from, home), home);
      await using target = await holdParent(to, home);
      if (isWithin(target.path, join(source.path, source.name))) throw because("archive.into-itself", { path: to });
      await pack(source, target, signal);
      return madeAt(to, home);
    },
    async extractArchive(archive, into, signal) {
      const path = await extract(archive, into, home, env, signal);
      return madeAt(path, home);
    },
    removeMade: (made) => removeMade(made, home),
    diskUsage: async (folder, signal) => diskUsage(await realWithin(folder, home), signal),
  };
}
