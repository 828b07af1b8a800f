import { constants } from "node:fs";
import { type FileHandle, open, readlink } from "node:fs/promises";
import type { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, runProgram } from "../run-program.ts";
import { fileError, isWithin, outside, realWithin } from "./home-path.ts";

/** About twenty pages; nobody has more read out, and a model's window would not take it. */
const LIMIT_BYTES = 64 * 1024;

/** The beginning of a text file or a PDF. @throws ShellError ARGUMENT_INVALID for folders, pictures and programs */
export async function readTextFile(path: string, home: string, env: Env, signal: AbortSignal) {
  const real = await realWithin(path, home);
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      throw fileError(error, path);
    },
  );
  try {
    // A folder above it may have become a link since: what counts is what was opened.
    const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => real);
    if (!isWithin(opened, home)) throw outside(path);
    const stats = await handle.stat();
    if (!stats.isFile()) throw noText(path);
    const bytes = await head(handle, LIMIT_BYTES);
    if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return await readPdf(real, env, signal);
    const text = decode(bytes, stats.size > bytes.length);
    if (text === undefined) throw noText(path);
    return { text, truncated: stats.size > bytes.length };
  } finally {
    await handle.close();
  }
}

async function head(handle: FileHandle, limit: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
  return buffer.subarray(0, bytesRead);
}

async function readPdf(path: string, env: Env, signal: AbortSignal) {
  const text = await runProgram("pdftotext", ["-q", "-l", "20", "-enc", "UTF-8", path, "-"], {
    env,
    signal,
    timeoutMs: 20_000,
    debianPackage: "poppler-utils",
  });
  return { text: text.replaceAll("\f", "\n").slice(0, LIMIT_BYTES), truncated: text.length > LIMIT_BYTES };
}

/** UTF-8, UTF-16 with its mark, else the two legacy codings of our languages; undefined for what is no text. */
function decode(bytes: Buffer, cut: boolean): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return undefined;
  for (const coding of ["utf-8", "gb18030"]) {
    // A cut may fall inside of a character: up to three bytes of it are left out.
    for (const drop of cut ? [0, 1, 2, 3] : [0]) {
      try {
        const text = new TextDecoder(coding, { fatal: true }).decode(bytes.subarray(0, bytes.length - drop));
        if (coding === "utf-8" || /\p{Script=Han}{2}/u.test(text)) return isPrintable(text) ? text : undefined;
      } catch {
        // not this coding; the next one may fit
      }
    }
  }
  const latin = new TextDecoder("windows-1252").decode(bytes);
  return isPrintable(latin) ? latin : undefined;
}

function isPrintable(text: string): boolean {
  const odd = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u0080-\u009f]/g)?.length ?? 0;
  return odd <= text.length / 100;
}

function noText(path: string): ShellError {
  return because("file.no-text", { path }, { details: { path } });
}
