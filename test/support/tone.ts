import type { Frame, Sound } from "../../src/voice/contracts.ts";

/** A sine of half scale. */
export function sine(hz: number, seconds: number, rate: number): Sound {
  const samples = Int16Array.from({ length: Math.round(seconds * rate) }, (_, i) =>
    Math.round(16_384 * Math.sin((2 * Math.PI * hz * i) / rate)),
  );
  return { samples, rate };
}

/** 0 to 32,768. */
export function loudest(samples: Int16Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** Whole waves a second, by the zeros crossed upwards. */
export function pitch(samples: Int16Array, rate: number): number {
  let crossed = 0;
  for (let i = 1; i < samples.length; i++) if (samples[i - 1]! < 0 && samples[i]! >= 0) crossed++;
  return (crossed * rate) / samples.length;
}

export function joined(frames: readonly Frame[]): Int16Array {
  return Int16Array.from(frames.flatMap(({ samples }) => [...samples]));
}

export async function* once(...sounds: readonly Sound[]): AsyncGenerator<Sound> {
  yield* sounds;
}
