import { constants } from "node:fs";
import { mkdir, open, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { addAbortSignal, type Readable } from "node:stream";
import { because } from "../../../../src/reasons/reason.ts";
import { entryParts, evil, linkStays } from "./names.ts";

/** An archive of a few kilobytes can unpack to petabytes; these are more than people pack by hand. */
export const EXTRACT_LIMITS = { entries: 100_000, bytes: 20 * 1000 ** 3 };

/** Where the entries of one archive go: a new folder of ours that nobody else knows yet. */
export interface EntryWriter {
  folder(name: string): Promise<void>;
  file(name: string, content: Readable, mode: number | undefined, signal: AbortSignal): Promise<void>;
  /** Links are made last, so that nothing is ever written through one. */
  link(name: string, target: string): void;
  finish(): Promise<void>;
}

export function createWriter(root: string, limits = EXTRACT_LIMITS): EntryWriter {
  const links: { readonly path: string; readonly target: string }[] = [];
  let entries = 0;
  let bytes = 0;
  const take = (name: string): readonly string[] => {
    entries += 1;
    if (entries > limits.entries) throw evil(name, "too-many", limits.entries);
    return entryParts(name);
  };
  return {
    async folder(name) {
      const parts = take(name);
      await mkdir(join(root, ...parts), { recursive: true });
    },
    async file(name, content, mode, signal) {
      const parts = take(name);
      if (parts.length === 0) throw evil(name, "nameless");
      const path = join(root, ...parts);
      await mkdir(dirname(path), { recursive: true });
      const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
      const handle = await open(path, flags, 0o666).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EEXIST" ? evil(name, "twice") : error;
      });
      try {
        for await (const chunk of addAbortSignal(signal, content) as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          if (bytes > limits.bytes)
            throw because("archive.too-big", { gigabytes: Math.round(limits.bytes / 1000 ** 3) });
          await handle.writeFile(chunk);
        }
        // Programs stay programs; set-uid and the like do not.
        if (mode !== undefined && (mode & 0o111) !== 0) await handle.chmod(0o755);
      } finally {
        await handle.close();
      }
    },
    link(name, target) {
      const parts = take(name);
      if (!linkStays(parts, target)) throw evil(name, "link-out");
      links.push({ path: join(root, ...parts), target });
    },
    async finish() {
      for (const { path, target } of links) {
        await mkdir(dirname(path), { recursive: true });
        await symlink(target, path);
      }
    },
  };
}
