import type { Sound } from "../contracts.ts";
import type { CueName } from "./types.ts";

const RATE = 16_000;
/** Quiet beside speech: it says that it listens, it does not call. */
const LOUDNESS = 0.12;
/** Strokes of a bell: hertz and seconds. Up: listening. Down: heard. Low and twice: something is wrong. */
const STROKES: Readonly<Record<CueName, readonly (readonly [hz: number, seconds: number])[]>> = {
  wake: [
    [659, 0.05],
    [880, 0.07],
  ],
  end: [
    [880, 0.05],
    [659, 0.07],
  ],
  error: [
    [220, 0.12],
    [0, 0.05],
    [220, 0.16],
  ],
};

/** The short tone of a cue: 16 kHz, at most a third of a second. */
export function cueSound(name: CueName): Sound {
  const parts = STROKES[name].map(([hz, seconds]) => stroke(hz, Math.round(seconds * RATE)));
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, rate: RATE };
}

/** Rises and falls within 5 ms, so that it does not click. */
function stroke(hz: number, length: number): Int16Array {
  const edge = 0.005 * RATE;
  return Int16Array.from({ length }, (_, i) => {
    const envelope = Math.min(1, i / edge, (length - i) / edge);
    return Math.round(Math.sin((2 * Math.PI * hz * i) / RATE) * envelope * LOUDNESS * 32_767);
  });
}
