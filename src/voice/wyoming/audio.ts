import { z } from "zod";
import { FRAME_SAMPLES, type Frame, SAMPLE_RATE } from "../contracts.ts";
import { createFramer } from "../framer.ts";
import { createResampler, type Resampler } from "../resample.ts";
import { badFrame, type WyomingEvent } from "./event.ts";

/** PCM as Wyoming names it: little-endian signed integers of `width` bytes, channels interleaved. */
export interface PcmFormat {
  readonly rate: number;
  readonly width: number;
  readonly channels: number;
}

const format = z.object({
  rate: z.int().min(1_000).max(384_000),
  width: z.int().min(1).max(4),
  channels: z.int().min(1).max(32),
});

/** Sound as an event of our own: 16-bit mono. */
export function audioEvent(type: "audio-start" | "audio-chunk", rate: number, samples?: Int16Array): WyomingEvent {
  const data = { rate, width: 2, channels: 1 };
  if (samples === undefined) return { type, data };
  // every machine that Node runs on with sound is little-endian
  return { type, data, payload: Buffer.from(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)) };
}

export const AUDIO_STOP: WyomingEvent = { type: "audio-stop", data: {} };

/** The sound of an "audio-chunk" as 16-bit mono, at the rate at which it came. @throws ShellError PROTOCOL_BROKEN */
export function soundOf(event: WyomingEvent): { samples: Int16Array; rate: number } {
  const parsed = format.safeParse(event.data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badFrame(`${event.type}: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  return { samples: toMono(event.payload ?? Buffer.alloc(0), parsed.data), rate: parsed.data.rate };
}

function toMono(bytes: Buffer, { width, channels }: PcmFormat): Int16Array {
  const stride = width * channels;
  if (bytes.length % stride !== 0)
    throw badFrame(`audio-chunk: ${bytes.length} bytes are no whole number of samples of ${stride} bytes`);
  const samples = new Int16Array(bytes.length / stride);
  const scale = 2 ** (16 - 8 * width) / channels;
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += bytes.readIntLE(i * stride + channel * width, width);
    samples[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum * scale)));
  }
  return samples;
}

/** Sound of any rate as the frames that all engines take. */
export interface FrameMaker {
  /** @throws ShellError PROTOCOL_BROKEN when the rate changes on the way */
  push(sound: { readonly samples: Int16Array; readonly rate: number }): void;
  /** The rest, filled up with silence. */
  flush(): void;
}

export function createFrameMaker(onFrame: (frame: Frame) => void): FrameMaker {
  let resampler: Resampler | undefined;
  let rateIn = SAMPLE_RATE;
  const frame = createFramer(onFrame);
  let begun = 0;
  const take = (samples: Int16Array) => {
    frame(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    begun = (begun + samples.length) % FRAME_SAMPLES;
  };
  return {
    push({ samples, rate }) {
      if (resampler && rate !== rateIn) throw badFrame(`audio-chunk: the rate changes from ${rateIn} to ${rate}`);
      resampler ??= createResampler(rate, SAMPLE_RATE);
      rateIn = rate;
      take(resampler.push(samples));
    },
    flush() {
      if (resampler) take(resampler.flush());
      resampler = undefined;
      if (begun > 0) take(new Int16Array(FRAME_SAMPLES - begun));
    },
  };
}
