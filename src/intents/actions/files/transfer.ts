import { basename, dirname, join } from "node:path";
import type { FilesDriver } from "../../../../devices/drivers/files/files.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { nameTaken } from "./file-words.ts";
import { pickFiles } from "./pick-files.ts";
import { pickFolder } from "./pick-folder.ts";

export interface Transfer {
  readonly items: readonly { readonly from: string; readonly to: string }[];
  readonly folder: string;
}

/** What goes where: the files that `file` means into the folder that `to` means, each under its own name. */
export async function planTransfer(
  file: string,
  to: string,
  files: FilesDriver,
  powers: Powers,
): Promise<Transfer | { readonly otherwise: Result }> {
  const picked = await pickFiles(file, "file", files, powers);
  if ("otherwise" in picked) return picked;
  const target = await pickFolder(to, "to", files, powers);
  if ("otherwise" in target) return target;
  const folder = target.paths[0]!;
  const items = picked.paths.map((from) => ({ from, to: join(folder, basename(from)) }));
  for (const item of items)
    if (await isThere(item.to, files)) return { otherwise: nameTaken(basename(item.to), powers.lang) };
  return { items, folder };
}

export async function isThere(path: string, files: FilesDriver): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    (error: { code?: string }) => error.code !== "FILE_NOT_FOUND",
  );
}

/** Where a copy goes that is made beside its original: "report copy.pdf" would be one language; a number is all. */
export async function freeName(path: string, files: FilesDriver): Promise<string> {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let n = 2; ; n++) {
    const free = join(dirname(path), `${stem} (${n})${extension}`);
    if (!(await isThere(free, files))) return free;
  }
}
