import { constants } from "node:fs";
import { lstat, open, readdir, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../../src/reasons/reason.ts";
import { fileError, type HeldFolder } from "../home-path.ts";
import { archiveFormat } from "./names.ts";

type Held = HeldFolder & { readonly name: string };

/** Packs one file or folder; links are packed as links. What was half written is removed. */
export async function pack(source: Held, target: Held, signal: AbortSignal): Promise<void> {
  const format = archiveFormat(target.name);
  const shown = join(target.path, target.name);
  if (format !== "zip" && format !== "tar" && format !== "tar.gz")
    throw because("archive.unmakable", { name: target.name });
  const path = target.at(target.name);
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    throw fileError(error, shown);
  });
  try {
    const content = format === "zip" ? await zipOf(source, signal) : await tarOf(source, format === "tar.gz");
    for await (const chunk of content) {
      signal.throwIfAborted();
      await file.writeFile(chunk as Uint8Array);
    }
  } catch (error) {
    await rm(path, { force: true });
    if (signal.aborted) throw signal.reason;
    throw fileError(error as NodeJS.ErrnoException, shown);
  } finally {
    await file.close();
  }
}

async function tarOf(source: Held, gzip: boolean): Promise<AsyncIterable<Uint8Array>> {
  const { create } = await import("tar");
  // A leading @ would mean "the entries of this archive" to the library.
  const name = source.name.startsWith("@") ? `./${source.name}` : source.name;
  return create({ cwd: source.at(""), gzip, portable: true, follow: false, strict: true }, [name]);
}

async function zipOf(source: Held, signal: AbortSignal): Promise<NodeJS.ReadableStream> {
  const { ZipFile } = await import("yazl");
  const zip = new ZipFile();
  const add = async (path: string, name: string): Promise<void> => {
    signal.throwIfAborted();
    const stats = await lstat(path);
    const options = { mtime: stats.mtime, mode: stats.mode };
    if (stats.isDirectory()) {
      zip.addEmptyDirectory(name, options);
      for (const child of await readdir(path)) await add(join(path, child), `${name}/${child}`);
    } else if (stats.isSymbolicLink()) {
      zip.addBuffer(Buffer.from(await readlink(path)), name, { ...options, compress: false });
    } else if (stats.isFile()) {
      // Opened only when its turn comes, so that a large folder does not hold thousands of files open.
      zip.addReadStreamLazy(name, { ...options, size: stats.size }, (give) => {
        open(path, constants.O_RDONLY | constants.O_NOFOLLOW).then(
          (handle) => give(null, handle.createReadStream()),
          (error) => give(error, undefined as never),
        );
      });
    }
  };
  const output = zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void };
  zip.on("error", (error: Error) => output.destroy(error));
  await add(source.at(source.name), source.name);
  zip.end();
  return output;
}
