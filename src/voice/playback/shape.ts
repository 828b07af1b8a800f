import { createResampler, type Resampler } from "../resample.ts";
import type { Sound } from "../contracts.ts";

/** Long enough that a sound which does not start or end at zero is not heard as a click, too short to soften a consonant. */
const RAMP_MS = 4;

/** Sounds of any rates as one stream at `rate`, ramped at its two ends. Pieces as they come; the last few ms follow with the next. */
export async function* shape(sounds: AsyncIterable<Sound>, rate: number): AsyncGenerator<Int16Array, void> {
  const ramp = Math.round((rate * RAMP_MS) / 1000);
  let begun = 0;
  let held = new Int16Array(0);
  for await (const piece of atRate(sounds, rate)) {
    const all = joined(held, piece);
    for (let i = 0; begun < ramp && i < all.length - held.length; i++, begun++)
      all[held.length + i] = Math.round((all[held.length + i]! * begun) / ramp);
    const ready = Math.max(0, all.length - ramp);
    held = all.slice(ready);
    if (ready > 0) yield all.subarray(0, ready);
  }
  if (held.length > 0) yield held.map((sample, i) => Math.round((sample * (held.length - i)) / (held.length + 1)));
}

async function* atRate(sounds: AsyncIterable<Sound>, rate: number): AsyncGenerator<Int16Array, void> {
  let from = 0;
  let resampler: Resampler | undefined;
  for await (const sound of sounds) {
    if (resampler === undefined || sound.rate !== from) {
      if (resampler) yield resampler.flush();
      from = sound.rate;
      resampler = createResampler(from, rate);
    }
    yield resampler.push(sound.samples);
  }
  if (resampler) yield resampler.flush();
}

function joined(a: Int16Array, b: Int16Array): Int16Array<ArrayBuffer> {
  const all = new Int16Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
