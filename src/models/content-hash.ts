import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** SHA-256 of a file's bytes, in hexadecimal. The file is read whole: for models of a few megabytes. */
export function contentHash(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
