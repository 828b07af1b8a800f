import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ShellError, toShellError } from "../../../../src/errors.ts";
import { because } from "../../../../src/reasons/reason.ts";
import { deferred } from "../../deferred.ts";
import { type Env, hasProgram, missingProgram } from "../../run-program.ts";
import { type ArchiveFormat, evil } from "./names.ts";
import type { EntryWriter } from "./writer.ts";

/** Programs for what tar's own library does not unpress, with the Debian package of each. */
const UNPRESSERS: Partial<Record<ArchiveFormat, readonly [program: string, debianPackage: string]>> = {
  "tar.xz": ["xz", "xz-utils"],
  "tar.bz2": ["bzip2", "bzip2"],
  "tar.zst": ["zstd", "zstd"],
};

/** Reads all entries of an archive into the writer, which decides what may be written. */
export async function unpack(
  archive: string,
  format: ArchiveFormat,
  writer: EntryWriter,
  env: Env,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (format === "zip") await unpackZip(archive, writer, signal);
    else await unpackTar(archive, format, writer, env, signal);
    await writer.finish();
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC" || code === "EDQUOT") throw because("file.full", {}, { cause: error });
    if (error instanceof ShellError) throw error;
    throw because("archive.broken", { line: toShellError(error).message }, { cause: error });
  }
}

async function unpackTar(
  archive: string,
  format: ArchiveFormat,
  writer: EntryWriter,
  env: Env,
  signal: AbortSignal,
): Promise<void> {
  const { Parser } = await import("tar");
  const parser = new Parser({ strict: true });
  // Entries come one by one: the next is parsed only when this one has been read to its end.
  let work: Promise<void> = Promise.resolve();
  let failure: unknown;
  const broken = deferred<never>();
  broken.promise.catch(() => {}); // raced below; nobody may be waiting when it breaks
  parser.once("error", broken.reject);
  parser.on("entry", (entry) => {
    const name = String(entry.path);
    work = work.then(async () => {
      if (failure !== undefined) return void entry.resume();
      try {
        switch (entry.type) {
          case "Directory":
          case "GNUDumpDir":
            entry.resume();
            return await writer.folder(name);
          case "File":
          case "OldFile":
          case "ContiguousFile":
            return await writer.file(name, Readable.from(entry), entry.mode, signal);
          case "SymbolicLink":
            entry.resume();
            return writer.link(name, String(entry.linkpath ?? ""));
          case "Link":
            throw evil(name, "hard-link");
          default:
            throw evil(name, "no-file");
        }
      } catch (error) {
        failure ??= error;
        broken.reject(error);
        entry.resume();
      }
    });
  });
  const feed = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      signal.throwIfAborted();
      if (failure !== undefined) throw failure;
      if (!parser.write(chunk)) {
        const drained = new Promise<void>((resolve) => parser.once("drain", resolve));
        await Promise.race([drained, broken.promise]);
      }
    }
  };
  const ended = new Promise<void>((resolve) => parser.once("end", resolve));
  const unpresser = UNPRESSERS[format];
  if (unpresser === undefined) await feed(createReadStream(archive));
  else await feedUnpressed(archive, unpresser, env, signal, feed);
  parser.end();
  await Promise.race([ended, broken.promise]);
  await work;
  if (failure !== undefined) throw failure;
}

async function feedUnpressed(
  archive: string,
  [program, debianPackage]: readonly [string, string],
  env: Env,
  signal: AbortSignal,
  feed: (source: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  if (!hasProgram(program, env)) throw missingProgram(program, debianPackage);
  const child = spawn(program, ["-dc"], { env: { ...env }, stdio: ["pipe", "pipe", "ignore"], signal });
  child.on("error", () => {}); // an abort; the streams end by it
  try {
    await Promise.all([pipeline(createReadStream(archive), child.stdin, { signal }), feed(child.stdout)]);
  } finally {
    child.kill();
  }
}

async function unpackZip(archive: string, writer: EntryWriter, signal: AbortSignal): Promise<void> {
  const yauzl = await import("yauzl");
  const zip = await yauzl.openPromise(archive, { strictFileNames: true });
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      const name = entry.fileName;
      const mode = entry.externalFileAttributes >>> 16;
      const kind = mode & 0o170_000;
      if (entry.isEncrypted()) throw evil(name, "locked");
      if (name.endsWith("/")) await writer.folder(name);
      else if (kind === 0o120_000) {
        if (entry.uncompressedSize > 4096) throw evil(name, "long-link");
        writer.link(name, (await (await zip.openReadStreamPromise(entry)).toArray()).join(""));
      } else if (kind !== 0 && kind !== 0o100_000) throw evil(name, "no-file");
      else await writer.file(name, await zip.openReadStreamPromise(entry), mode || undefined, signal);
    }
  } finally {
    zip.close();
  }
}
