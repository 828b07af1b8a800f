import { open } from "node:fs/promises";
import { hasProgram, programFailed, type Env } from "../../../devices/drivers/run-program.ts";
import { ShellError } from "../../errors.ts";
import { type Sound, SAMPLE_RATE } from "../contracts.ts";
import { toMono } from "./pcm.ts";
import { readWavFormat } from "./riff.ts";

/** An hour and a half of 16-bit stereo at 48 kHz. */
const MOST_BYTES = 1024 ** 3;

/**
 * A sound file as mono: WAV by our own reader at its own rate; FLAC, Ogg, MP3 and what else sox or ffmpeg know at 16 kHz.
 * @throws ShellError FILE_NOT_FOUND; ARGUMENT_INVALID for a file that is no sound or too long; BACKEND_MISSING without sox and ffmpeg
 */
export async function readSoundFile(path: string, env: Env): Promise<Sound> {
  const bytes = await readWhole(path);
  if (bytes.toString("latin1", 0, 4) !== "RIFF") return convert(path, env);
  const format = readWavFormat(bytes, path);
  return { rate: format.rate, samples: toMono(bytes.subarray(format.dataStart, format.dataStart + format.dataBytes), format) };
}

async function readWhole(path: string): Promise<Buffer> {
  await using file = await open(path).catch((cause: unknown) => {
    throw new ShellError("FILE_NOT_FOUND", `${path} cannot be opened`, { cause, remedy: "check the name of the file" });
  });
  const stats = await file.stat();
  if (!stats.isFile() || stats.size > MOST_BYTES)
    throw new ShellError("ARGUMENT_INVALID", `${path} is no file of at most ${MOST_BYTES / 1024 ** 3} GiB`, {
      remedy: "name a sound file, or cut it",
    });
  return file.readFile();
}

async function convert(path: string, env: Env): Promise<Sound> {
  const rate = String(SAMPLE_RATE);
  // "./" keeps a name that begins with a dash from being read as an option
  const input = path.startsWith("/") ? path : `./${path}`;
  const raw = ["-t", "raw", "-r", rate, "-c", "1", "-e", "signed-integer", "-b", "16", "-"];
  const programs: readonly (readonly [program: string, args: readonly string[]])[] = [
    ["sox", ["-D", input, ...raw]],
    ["ffmpeg", ["-nostdin", "-v", "error", "-i", `file:${path}`, "-f", "s16le", "-ar", rate, "-ac", "1", "-"]],
  ];
  const installed = programs.filter(([program]) => hasProgram(program, env));
  let failure: ShellError | undefined;
  for (const [program, args] of installed) {
    const { execa } = await import("execa");
    const { failed, stdout, stderr, exitCode } = await execa(program, args, {
      env,
      extendEnv: false,
      encoding: "buffer",
      reject: false,
      stdin: "ignore",
      maxBuffer: MOST_BYTES,
    });
    if (!failed) return { rate: SAMPLE_RATE, samples: asSamples(stdout) };
    failure = programFailed(program, Buffer.from(stderr).toString(), exitCode);
  }
  if (failure !== undefined)
    throw new ShellError("ARGUMENT_INVALID", `${path} cannot be read as sound: ${failure.message}`, {
      cause: failure,
      remedy: "name a WAV or FLAC file",
    });
  throw new ShellError("BACKEND_MISSING", `${path} is no WAV file, and neither sox nor ffmpeg is installed`, {
    remedy: "sudo apt install sox",
  });
}

function asSamples(bytes: Uint8Array): Int16Array {
  const even = bytes.length - (bytes.length % 2);
  return new Int16Array(bytes.slice(0, even).buffer);
}
