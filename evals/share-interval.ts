/** A share with its 95 % interval, all 0-1; NaN where nothing was counted. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Enough for the second digit of a percent to stand still between seeds. */
const RESAMPLES = 2000;

/**
 * Percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): the outcomes are drawn
 * anew with replacement, and the middle 95 % of the shares so found is the interval. The same seed gives the same interval.
 */
export function shareInterval(outcomes: readonly boolean[], seed = 1, resamples = RESAMPLES): Interval {
  const n = outcomes.length;
  if (n === 0) return { share: Number.NaN, low: Number.NaN, high: Number.NaN };
  const random = seededRandom(seed);
  const shares = Array.from({ length: resamples }, () => {
    let right = 0;
    for (let i = 0; i < n; i++) if (outcomes[Math.floor(random() * n)]) right++;
    return right / n;
  }).sort((a, b) => a - b);
  return { share: outcomes.filter(Boolean).length / n, low: quantile(shares, 0.025), high: quantile(shares, 0.975) };
}

/** A ratio with its 95 % interval. */
export interface RatioInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The sum of one column over the sum of the other; the interval as above, rows drawn whole, so that what goes together stays together. */
export function ratioInterval(rows: readonly (readonly [above: number, below: number])[], seed = 1): RatioInterval {
  const n = rows.length;
  const random = seededRandom(seed);
  const ratio = (drawn: () => readonly [number, number]) => {
    let above = 0;
    let below = 0;
    for (let i = 0; i < n; i++) {
      const row = drawn();
      above += row[0];
      below += row[1];
    }
    return above / below;
  };
  let next = 0;
  const value = ratio(() => rows[next++]!);
  const ratios = Array.from({ length: RESAMPLES }, () => ratio(() => rows[Math.floor(random() * n)]!)).sort((a, b) => a - b);
  return { value, low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) };
}

/** The value below which the fraction `q` of the ascending `sorted` lies, interpolated; NaN when empty. */
export function quantile(sorted: readonly number[], q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return below + (above - below) * (at - Math.floor(at));
}

/** mulberry32, public domain (Tommy Ettinger, 2017): uniform on [0, 1), enough for resampling. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
