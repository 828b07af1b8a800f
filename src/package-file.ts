import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of this package by its path in it, whether the sources run or the build, which lies one folder deeper. It need not be there. */
export function packageFile(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [join(here, "..", path), join(here, "../..", path)];
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates[0]!;
}
