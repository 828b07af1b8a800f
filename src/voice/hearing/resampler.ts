import { SAMPLE_RATE } from "../contracts.ts";

/** Zero crossings of the kernel on each side: what folds back lies 60 dB and more below. */
const CROSSINGS = 12;

/**
 * From any rate to ours, block by block: a sinc of Blackman's window, its cut-off at half of the lower rate.
 * Source: J. O. Smith, Digital Audio Resampling, https://ccrma.stanford.edu/~jos/resample/
 */
export function createResampler(rate: number): (block: Float32Array) => Float32Array {
  if (rate === SAMPLE_RATE) return (block) => block;
  const step = rate / SAMPLE_RATE;
  const cutOff = Math.min(1, 1 / step);
  const reach = CROSSINGS / cutOff;
  let kept = new Float32Array(Math.ceil(reach));
  /** Of the next sample to make, in samples of `kept`. */
  let position = kept.length;
  return (block) => {
    const input = new Float32Array(kept.length + block.length);
    input.set(kept);
    input.set(block, kept.length);
    const made: number[] = [];
    for (; position + reach < input.length; position += step) made.push(at(input, position, reach, cutOff));
    const from = Math.max(0, Math.floor(position - reach));
    kept = input.slice(from);
    position -= from;
    return Float32Array.from(made);
  };
}

function at(input: Float32Array, position: number, reach: number, cutOff: number): number {
  let sum = 0;
  const first = Math.max(0, Math.ceil(position - reach));
  const last = Math.min(input.length - 1, Math.floor(position + reach));
  for (let i = first; i <= last; i++) {
    const x = i - position;
    const w = (x / reach) * Math.PI;
    const window = 0.42 + 0.5 * Math.cos(w) + 0.08 * Math.cos(2 * w);
    const t = x * cutOff * Math.PI;
    sum += input[i]! * window * cutOff * (t === 0 ? 1 : Math.sin(t) / t);
  }
  return sum;
}
