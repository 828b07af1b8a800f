/** How density grows, fitted. */
export interface Trend {
  /** Models that were denser than every one before: through these the line goes, as the densing law is about the best of its time. */
  readonly frontier: readonly TrendPoint[];
  /** log2 of density = intercept + slope × days since the first of the frontier. */
  readonly intercept: number;
  readonly slope: number;
  readonly days: number;
  /** Days in which density doubles, with the 95 % interval; infinite where standstill cannot be ruled out. */
  readonly doublingDays: number;
  readonly low: number;
  readonly high: number;
}

export interface TrendPoint {
  /** ISO 8601 */
  readonly at: string;
  readonly density: number;
}

const MS_PER_DAY = 86_400_000;

/** Student's t, two-sided 95 %, by degrees of freedom from 1. */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093,
  2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * Least squares of log2(density) on time over the frontier; the interval is that of the slope under normal errors, turned into a time.
 * @returns undefined with fewer than three models on the frontier, or all at one moment: a line through two points has no interval
 */
export function fitTrend(points: readonly TrendPoint[]): Trend | undefined {
  const frontier = frontierOf(points);
  const first = Date.parse(frontier[0]?.at ?? "");
  const days = frontier.map(({ at }) => (Date.parse(at) - first) / MS_PER_DAY);
  const doublings = frontier.map(({ density }) => Math.log2(density));
  const n = frontier.length;
  const [meanX, meanY] = [mean(days), mean(doublings)];
  const spread = sum(days.map((x) => (x - meanX) ** 2));
  if (n < 3 || spread === 0) return undefined;
  const slope = sum(days.map((x, i) => (x - meanX) * (doublings[i]! - meanY))) / spread;
  const intercept = meanY - slope * meanX;
  const residual = sum(days.map((x, i) => (doublings[i]! - intercept - slope * x) ** 2));
  const half = (T_95[n - 3] ?? 1.96 + 2.5 / (n - 2)) * Math.sqrt(residual / (n - 2) / spread);
  return {
    frontier,
    intercept,
    slope,
    days: days.at(-1)!,
    doublingDays: doublingTime(slope),
    low: doublingTime(slope + half),
    high: doublingTime(slope - half),
  };
}

function frontierOf(points: readonly TrendPoint[]): readonly TrendPoint[] {
  const best: TrendPoint[] = [];
  for (const point of points.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    if (point.density > (best.at(-1)?.density ?? 0)) best.push(point);
  return best;
}

const doublingTime = (slope: number) => (slope > 0 ? 1 / slope : Number.POSITIVE_INFINITY);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
