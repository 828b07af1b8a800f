import { open } from "node:fs/promises";
import { extname } from "node:path";

/** What a desktop may start instead of show: https://specifications.freedesktop.org/desktop-entry-spec/latest/ and other systems' kind. */
const PROGRAMS = new Set([".desktop", ".appimage", ".exe", ".msi", ".bat", ".cmd", ".com", ".jar", ".run", ".lnk"]);

/** True for programs and starters; a text with the executable bit counts when it begins with `#!`. */
export async function isProgram(path: string): Promise<boolean> {
  if (PROGRAMS.has(extname(path).toLowerCase())) return true;
  const handle = await open(path, "r");
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return false;
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer.toString("latin1") === "\x7fELF") return true;
    return (stats.mode & 0o111) !== 0 && buffer.toString("latin1").startsWith("#!");
  } finally {
    await handle.close();
  }
}
