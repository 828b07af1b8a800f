/** An answer's stated confidence, 0-1, and whether its best reading was the exact plan. */
export interface Claim {
  readonly confidence: number;
  readonly exact: boolean;
}

export interface Bin {
  /** Confidence from (included) to (excluded, except in the last bin). */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Means over the bin; NaN when it is empty. */
  readonly confidence: number;
  readonly exact: number;
}

export interface CalibrationTable {
  readonly bins: readonly Bin[];
  /** Mean distance of confidence and exact share over the bins, weighted by their size (Naeini et al., AAAI 2015); 0-1. */
  readonly expectedError: number;
}

export function calibrationTable(claims: readonly Claim[], binCount = 10): CalibrationTable {
  const bins = Array.from({ length: binCount }, (_, index) => {
    const inside = claims.filter(({ confidence }) => binOf(confidence, binCount) === index);
    return {
      from: index / binCount,
      to: (index + 1) / binCount,
      n: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      exact: mean(inside.map(({ exact }) => (exact ? 1 : 0))),
    };
  });
  const distances = bins.filter(({ n }) => n > 0).map(({ n, confidence, exact }) => n * Math.abs(confidence - exact));
  return { bins, expectedError: distances.reduce((a, b) => a + b, 0) / claims.length };
}

function binOf(confidence: number, binCount: number): number {
  return Math.min(binCount - 1, Math.max(0, Math.floor(confidence * binCount)));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;
}
