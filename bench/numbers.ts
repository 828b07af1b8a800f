/** The value below which a share of the values lies: 0.5 the median, 0.95 the 95th percentile. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  return below === undefined || above === undefined ? Number.NaN : below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
