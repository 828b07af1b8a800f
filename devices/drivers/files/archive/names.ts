import type { ShellError } from "../../../../src/errors.ts";
import type { RefusedEntry } from "../../../../src/reasons/file-reasons.ts";
import { because } from "../../../../src/reasons/reason.ts";

export type ArchiveFormat = "zip" | "tar" | "tar.gz" | "tar.xz" | "tar.bz2" | "tar.zst";

const FORMATS: readonly (readonly [RegExp, ArchiveFormat])[] = [
  [/\.zip$/i, "zip"],
  [/\.(tar\.gz|tgz)$/i, "tar.gz"],
  [/\.(tar\.xz|txz)$/i, "tar.xz"],
  [/\.(tar\.bz2|tbz2?)$/i, "tar.bz2"],
  [/\.(tar\.zst|tzst)$/i, "tar.zst"],
  [/\.tar$/i, "tar"],
];

/** By the name's end; undefined for what is no archive that can be read here. */
export function archiveFormat(name: string): ArchiveFormat | undefined {
  return FORMATS.find(([pattern]) => pattern.test(name))?.[1];
}

/** "photos.tar.gz" → "photos". */
export function archiveStem(name: string): string {
  const pattern = FORMATS.find(([end]) => end.test(name))?.[0];
  return (pattern ? name.replace(pattern, "") : name) || "archive";
}

/**
 * The parts of an entry's name below the folder into which it goes.
 * @throws ShellError ARGUMENT_INVALID for absolute names, drive letters and "..": no honest archive has them
 */
export function entryParts(name: string): readonly string[] {
  const plain = name.replaceAll("\\", "/");
  const parts = plain.split("/").filter((part) => part !== "" && part !== ".");
  if (plain.startsWith("/") || /^[a-z]:/i.test(plain) || plain.includes("\0") || parts.includes(".."))
    throw evil(name, "leads-out");
  return parts;
}

/**
 * True when a link at `at` (parts of its own name) stays inside the archive's folder. A ".." after a name is not taken: the name
 * may be a link itself, and then ".." goes elsewhere than the text says.
 */
export function linkStays(at: readonly string[], target: string): boolean {
  if (target === "" || target.startsWith("/") || target.includes("\0")) return false;
  const parts = target.split("/").filter((part) => part !== "" && part !== ".");
  const up = parts.findIndex((part) => part !== "..");
  const climbs = up === -1 ? parts.length : up;
  return climbs <= at.length - 1 && !parts.slice(climbs).includes("..");
}

/** An entry for which the whole archive is refused. @param limit of entries, for "too-many" */
export function evil(name: string, why: RefusedEntry, limit = 0): ShellError {
  return because(`archive.${why}`, { entry: JSON.stringify(name), limit }, { details: { entry: name } });
}
