/** Zero crossings of the sinc on each side: 16 keep what lies above the new Nyquist frequency some 80 dB down with the window below. */
const CROSSINGS = 16;
/** Kaiser's beta for that (Kaiser 1974: 0.1102 (A - 8.7) at A = 80 dB). */
const BETA = 7.86;
/** Of the lower Nyquist frequency; the rest is the filter's slope. */
const PASS = 0.92;
/** Positions between two samples that taps are computed for; of odd rates, which would want more, the nearest is taken: a peer may name any rate. */
const MAX_PHASES = 1_024;

/** Converts the rate of one stream of mono samples that comes in pieces. */
export interface Resampler {
  /** @returns what is ready so far; the last few ms wait for the next piece */
  push(samples: Int16Array): Int16Array;
  /** The rest; the stream has ended. */
  flush(): Int16Array;
}

/** Band-limited by a windowed sinc (Smith, "Digital Audio Resampling"), its phases computed once. Rates are whole samples a second. */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, flush: () => new Int16Array(0) };
  const divisor = gcd(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const steps = Math.min(up, MAX_PHASES);
  const { phases, reach } = filter(steps, Math.min(1, to / from) * PASS);
  // before the first sample there is silence, so that the first output is centred on it
  let held = new Float64Array(reach);
  let heldFrom = -reach;
  let position = 0;
  let phase = 0;
  let given = 0;
  let taken = 0;

  const convert = (): Int16Array => {
    const end = heldFrom + held.length - reach;
    const out = new Int16Array(Math.max(0, Math.ceil(((end - position) * up - phase) / down)));
    let made = 0;
    for (; position < end; made++) {
      const taps = phases[Math.round((phase / up) * steps)]!;
      const start = position - reach + 1 - heldFrom;
      let sum = 0;
      for (let i = 0; i < taps.length; i++) sum += taps[i]! * held[start + i]!;
      out[made] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
      phase += down;
      position += Math.floor(phase / up);
      phase %= up;
    }
    const keepFrom = Math.max(0, position - reach + 1 - heldFrom);
    held = held.slice(keepFrom);
    heldFrom += keepFrom;
    given += made;
    return out.subarray(0, made);
  };
  const push = (samples: Int16Array | Float64Array): Int16Array => {
    const more = new Float64Array(held.length + samples.length);
    more.set(held);
    more.set(samples, held.length);
    held = more;
    return convert();
  };
  return {
    push: (samples) => {
      taken += samples.length;
      return push(samples);
    },
    flush: () => {
      const wanted = Math.round((taken * to) / from) - given;
      return push(new Float64Array(reach + 1)).subarray(0, Math.max(0, wanted));
    },
  };
}

/** All of a sound that is there as a whole. */
export function resample(samples: Int16Array, from: number, to: number): Int16Array {
  const resampler = createResampler(from, to);
  const body = resampler.push(samples);
  const rest = resampler.flush();
  if (rest.length === 0) return body;
  const all = new Int16Array(body.length + rest.length);
  all.set(body);
  all.set(rest, body.length);
  return all;
}

/** For each phase k/steps of an output between two inputs its taps, each phase's sum 1: a constant stays what it is. */
function filter(steps: number, cutoff: number): { phases: readonly Float64Array[]; reach: number } {
  const reach = Math.ceil(CROSSINGS / cutoff);
  const phases = Array.from({ length: steps + 1 }, (_, phase) => {
    const taps = Float64Array.from({ length: 2 * reach }, (_, i) => {
      const distance = i - (reach - 1) - phase / steps;
      return sinc(distance * cutoff) * kaiser(distance / reach);
    });
    const sum = taps.reduce((all, tap) => all + tap, 0);
    return taps.map((tap) => tap / sum);
  });
  return { phases, reach };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
}

/** I0, by its series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
