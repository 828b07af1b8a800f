import { setTimeout as delay } from "node:timers/promises";
import { openFileRecorder } from "../capture/index.ts";
import { FRAME_MS, FRAME_SAMPLES, type Frame, type Recorder } from "../contracts.ts";

export interface FileMicrophone extends Recorder {
  /** The file has been heard; what comes now is silence, without end: what was said last must be answered. */
  readonly isOver: boolean;
}

/** A sound file as if it were the microphone, with silence after it. @throws ShellError as `openFileRecorder` does */
export async function openFileMicrophone(
  path: string,
  options: { readonly realTime: boolean; readonly env?: NodeJS.ProcessEnv },
): Promise<FileMicrophone> {
  const { realTime, env = process.env } = options;
  const recorder = await openFileRecorder({ path, env, realTime });
  const closed = new AbortController();
  let isOver = false;

  async function* frames(): AsyncGenerator<Frame> {
    let at = 0;
    for await (const frame of recorder.frames) {
      yield frame;
      at = frame.at + FRAME_SAMPLES;
    }
    isOver = true;
    const started = performance.now();
    for (let count = 1; !closed.signal.aborted; count++, at += FRAME_SAMPLES) {
      const waitMs = started + count * FRAME_MS - performance.now();
      if (realTime && waitMs > 0) await delay(waitMs, undefined, { signal: closed.signal }).catch(() => undefined);
      if (!closed.signal.aborted) yield { samples: new Int16Array(FRAME_SAMPLES), at };
    }
  }

  return {
    frames: frames(),
    get isOver() {
      return isOver;
    },
    async [Symbol.asyncDispose]() {
      closed.abort();
      await recorder[Symbol.asyncDispose]();
    },
  };
}
