import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FRAME_SAMPLES, type Frame, SAMPLE_RATE } from "../../src/voice/contracts.ts";

export interface Recording {
  readonly name: string;
  /** 16,000 a second. */
  readonly samples: Int16Array;
}

/** Every FLAC of a folder, decoded by sox or ffmpeg, sorted by name. */
export function readRecordings(folder: string): readonly Recording[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".flac"));
  return names.toSorted().map((name) => ({ name, samples: readRecording(join(folder, name)) }));
}

export function readRecording(path: string): Int16Array {
  const raw = ["-t", "raw", "-e", "signed-integer", "-b", "16", "-r", `${SAMPLE_RATE}`, "-c", "1", "-"];
  const ffmpeg = ["-v", "error", "-i", path, "-f", "s16le", "-ar", `${SAMPLE_RATE}`, "-ac", "1", "-"];
  const bytes = tryEach([
    ["sox", [path, ...raw]],
    ["ffmpeg", ffmpeg],
  ]);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}

function tryEach(commands: readonly (readonly [string, readonly string[]])[]): Buffer {
  for (const [program, args] of commands) {
    try {
      return execFileSync(program, args, { maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      // The next one may be able to.
    }
  }
  throw new Error(`none of ${commands.map(([program]) => program).join(", ")} could decode; apt-get install sox`);
}

/** Silence before and after, in seconds. */
export function pad(samples: Int16Array, before: number, after: number): Int16Array {
  const padded = new Int16Array(samples.length + Math.round((before + after) * SAMPLE_RATE));
  padded.set(samples, Math.round(before * SAMPLE_RATE));
  return padded;
}

/** Cuts sound into frames whose clock starts at `at`; what does not fill a frame at the end is dropped. */
export function* framesOf(samples: Int16Array, at = 0): Generator<Frame> {
  for (let i = 0; i + FRAME_SAMPLES <= samples.length; i += FRAME_SAMPLES)
    yield { samples: samples.subarray(i, i + FRAME_SAMPLES), at: at + i };
}

export const secondsOf = (samples: Int16Array): number => samples.length / SAMPLE_RATE;
