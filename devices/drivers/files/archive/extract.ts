import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { because } from "../../../../src/reasons/reason.ts";
import type { Env } from "../../run-program.ts";
import { holdFolder, realWithin } from "../home-path.ts";
import { moveHeld } from "../move.ts";
import { archiveFormat, archiveStem } from "./names.ts";
import { unpack } from "./unpack.ts";
import { createWriter } from "./writer.ts";

/**
 * Unpacks into a hidden folder beside the target first; only what came out whole gets its name. An archive that holds just one
 * folder becomes that folder.
 * @returns the path of the new folder
 */
export async function extract(
  archive: string,
  into: string,
  home: string,
  env: Env,
  signal: AbortSignal,
): Promise<string> {
  const real = await realWithin(archive, home);
  const name = basename(archive);
  const format = archiveFormat(name) ?? archiveFormat(basename(real));
  if (format === undefined) throw because("archive.unknown", { name }, { details: { path: archive } });
  await using target = await holdFolder(into, home);
  const temporary = await mkdtemp(target.at(".unpacking-"));
  try {
    await unpack(real, format, createWriter(temporary), env, signal);
    await chmod(temporary, 0o755);
    const children = await readdir(temporary, { withFileTypes: true });
    const only = children.length === 1 && children[0]!.isDirectory() ? children[0]!.name : undefined;
    const made = only ?? archiveStem(name);
    await using inside = await holdFolder(join(target.path, basename(temporary)), home);
    const source = only === undefined ? { ...target, name: basename(temporary) } : { ...inside, name: only };
    await moveHeld(source, { ...target, name: made }, signal);
    return join(target.path, made);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
