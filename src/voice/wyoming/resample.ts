/** Zero crossings of the kernel on each side, at the lower of both rates: 60 dB of what would alias is gone. */
const CROSSINGS = 16;
/** Positions between two samples for which the kernel is computed; nearest is taken. */
const MAX_PHASES = 512;

/** Changes the rate of a stream of samples, piece by piece. */
export interface Resampler {
  push(samples: Int16Array): Int16Array;
  /** What was held back for want of the samples after it. Call once, at the end. */
  flush(): Int16Array;
}

/**
 * A windowed sinc (Blackman), low-passed at the lower of the two Nyquist frequencies (J. O. Smith, "Digital Audio Resampling").
 * Output sample n lies where input sample n * from / to lies.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) };
  const cutoff = Math.min(1, to / from);
  const half = Math.ceil(CROSSINGS / cutoff);
  const phases = Math.min(to / gcd(from, to), MAX_PHASES);
  const kernels = Array.from({ length: phases + 1 }, (_, phase) => kernelAt(phase / phases, half, cutoff));
  // as if silence came before the first sample
  let held = new Int16Array(half);
  /** Samples of input before held[0]; negative at first. */
  let heldAt = -half;
  let produced = 0;
  let received = 0;

  const produce = (input: Int16Array, end: number): Int16Array => {
    const joined = new Int16Array(held.length + input.length);
    joined.set(held);
    joined.set(input, held.length);
    const out = new Int16Array(Math.ceil((joined.length * to) / from) + 1);
    let count = 0;
    for (; ; produced++) {
      // in integers: a float would drift in a day of listening
      const whole = Math.floor((produced * from) / to);
      if (whole >= end || whole + half >= heldAt + joined.length) break;
      const phase = Math.round((((produced * from) % to) / to) * phases);
      out[count++] = convolve(joined, whole - half + 1 - heldAt, kernels[phase]!);
    }
    const next = Math.floor((produced * from) / to) - half + 1;
    const keep = Math.max(0, Math.min(joined.length, next - heldAt));
    held = joined.slice(keep);
    heldAt += keep;
    return out.slice(0, count);
  };

  return {
    push(samples) {
      received += samples.length;
      return produce(samples, Number.POSITIVE_INFINITY);
    },
    flush: () => produce(new Int16Array(half + 1), received),
  };
}

/** Weights of the samples whole - half + 1 … whole + half for an output that lies `fraction` of a sample after `whole`. */
function kernelAt(fraction: number, half: number, cutoff: number): Float64Array {
  const kernel = new Float64Array(2 * half);
  let sum = 0;
  for (let i = 0; i < kernel.length; i++) {
    const distance = i - half + 1 - fraction;
    const x = Math.PI * distance * cutoff;
    const sinc = x === 0 ? 1 : Math.sin(x) / x;
    const w = Math.min(1, Math.abs(distance) / half) * Math.PI;
    const window = 0.42 + 0.5 * Math.cos(w) + 0.08 * Math.cos(2 * w);
    kernel[i] = sinc * window;
    sum += kernel[i]!;
  }
  // a constant stays what it is, whatever the phase
  return kernel.map((weight) => weight / sum);
}

function convolve(samples: Int16Array, start: number, kernel: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < kernel.length; i++) sum += (samples[start + i] ?? 0) * kernel[i]!;
  return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
