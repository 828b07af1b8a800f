import { FRAME_SAMPLES } from "../../src/voice/contracts.ts";
import type { SpeechParts } from "./speech-parts.ts";

/** Numbers from 0 to 1, the same ones for the same seed (Park and Miller's generator). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * A recording with noise from a random place of `noise` under all of it.
 * @param snr decibels between the recording's mean power over its loud frames and the mean power of that noise
 */
export function mixAt(
  snr: number,
  clean: Int16Array,
  speech: SpeechParts,
  noise: Int16Array,
  chance: () => number,
): Int16Array {
  const from = Math.floor(chance() * Math.max(1, noise.length - clean.length));
  const under = Int16Array.from(clean, (_, i) => noise[(from + i) % noise.length]!);
  const gain = Math.sqrt(powerOf(clean, speech.loud) / powerOf(under) / 10 ** (snr / 10));
  return clean.map((sample, i) => Math.max(-32_768, Math.min(32_767, Math.round(sample + gain * under[i]!))));
}

function powerOf(samples: Int16Array, wanted?: readonly boolean[]): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < samples.length; i++) {
    if (wanted && !wanted[Math.floor(i / FRAME_SAMPLES)]) continue;
    sum += samples[i]! ** 2;
    count++;
  }
  return sum / Math.max(1, count);
}
