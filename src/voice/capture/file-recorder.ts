import { setTimeout as delay } from "node:timers/promises";
import type { Env } from "../../../devices/drivers/run-program.ts";
import { FRAME_MS, FRAME_SAMPLES, type Frame, type Recorder, SAMPLE_RATE } from "../contracts.ts";
import { resample } from "../resample.ts";
import { readSoundFile } from "./sound-file.ts";

export interface FileRecorderOptions {
  readonly path: string;
  readonly env: Env;
  /** As a microphone would give it; false: as fast as it is taken. */
  readonly realTime: boolean;
}

/**
 * A sound file as if it were a microphone: every frame at its time, the last one filled up with silence; then the iteration ends.
 * @throws ShellError as {@link readSoundFile}
 */
export async function openFileRecorder(options: FileRecorderOptions): Promise<Recorder> {
  const sound = await readSoundFile(options.path, options.env);
  const samples = resample(sound.samples, sound.rate, SAMPLE_RATE);
  const closed = new AbortController();
  return {
    frames: { [Symbol.asyncIterator]: () => frames(samples, options.realTime, closed.signal) },
    [Symbol.asyncDispose]: async () => closed.abort(),
  };
}

async function* frames(samples: Int16Array, realTime: boolean, signal: AbortSignal): AsyncGenerator<Frame, void> {
  const started = performance.now();
  for (let at = 0; at < samples.length && !signal.aborted; at += FRAME_SAMPLES) {
    // a frame is there when its last sample has been spoken
    const waitMs = started + (at / FRAME_SAMPLES + 1) * FRAME_MS - performance.now();
    if (realTime && waitMs > 0) await delay(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const frame = new Int16Array(FRAME_SAMPLES);
    frame.set(samples.subarray(at, at + FRAME_SAMPLES));
    yield { samples: frame, at };
  }
}
