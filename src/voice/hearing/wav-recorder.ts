import { setTimeout as delay } from "node:timers/promises";
import { FRAME_MS, FRAME_SAMPLES, type Frame, type Recorder } from "../contracts.ts";
import { createResampler } from "./resampler.ts";
import { mixedDown, openWav } from "./wav-file.ts";

const BLOCK_SAMPLES = 16_384;

export interface WavRecorder extends Recorder {
  /** The file has been heard; what comes now is silence, without end. */
  readonly isOver: boolean;
}

/**
 * A WAV file of any rate, width and number of channels, as if it were the microphone, with silence after it.
 * @throws ShellError FILE_NOT_FOUND, BACKEND_FAILED
 */
export async function openWavRecorder(path: string, options: { readonly realTime: boolean }): Promise<WavRecorder> {
  const { file, format } = await openWav(path);
  const started = performance.now();
  let isOver = false;
  let isClosed = false;

  async function* blocks(): AsyncGenerator<Float32Array> {
    const resample = createResampler(format.rate);
    const width = (format.bits / 8) * format.channels;
    const buffer = Buffer.alloc(BLOCK_SAMPLES * width);
    for (let read = 0; read < format.bytes; ) {
      const wanted = Math.min(buffer.length, format.bytes - read);
      const { bytesRead } = await file.read(buffer, 0, wanted, format.from + read);
      if (bytesRead < width) break;
      const whole = bytesRead - (bytesRead % width);
      read += whole;
      yield resample(mixedDown(buffer.subarray(0, whole), format));
    }
    // what the resampler still holds, and the rest of the last frame
    yield resample(new Float32Array(format.rate / 10));
  }

  async function* frames(): AsyncGenerator<Frame> {
    let rest: Float32Array = new Float32Array(0);
    let at = 0;
    const next = async (samples: Int16Array): Promise<Frame> => {
      const frame = { samples, at };
      at += FRAME_SAMPLES;
      if (options.realTime) {
        const aheadMs = started + (at / FRAME_SAMPLES) * FRAME_MS - performance.now();
        if (aheadMs > 1) await delay(aheadMs);
      }
      return frame;
    };
    for await (const block of blocks()) {
      const all = new Float32Array(rest.length + block.length);
      all.set(rest);
      all.set(block, rest.length);
      let from = 0;
      for (; from + FRAME_SAMPLES <= all.length; from += FRAME_SAMPLES) {
        if (isClosed) return;
        yield await next(pcmOf(all.subarray(from, from + FRAME_SAMPLES)));
      }
      rest = all.slice(from);
    }
    isOver = true;
    while (!isClosed) yield await next(new Int16Array(FRAME_SAMPLES));
  }

  return {
    frames: frames(),
    get isOver() {
      return isOver;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await file.close();
    },
  };
}

function pcmOf(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32_767));
}
