/** Logistic regression by Newton's method with a small ridge (Bishop, PRML 4.3.3). Rows: features with a leading 1; labels 0 or 1. */
export function logistic(rows: readonly (readonly number[])[], labels: readonly number[], ridge = 0.5): number[] {
  const d = rows[0]!.length;
  let w = new Array<number>(d).fill(0);
  for (let iteration = 0; iteration < 50; iteration++) {
    const gradient = w.map((x, i) => (i === 0 ? 0 : -ridge * x));
    const hessian = w.map((_, i) => w.map((__, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)));
    rows.forEach((x, n) => {
      const p = 1 / (1 + Math.exp(-dot(x, w)));
      for (let i = 0; i < d; i++) {
        gradient[i]! += (labels[n]! - p) * x[i]!;
        for (let j = 0; j < d; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
      }
    });
    const step = solve(hessian, gradient);
    w = w.map((x, i) => x + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return w;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** Gaussian elimination with pivots; a: d × d, symmetric positive definite. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const m = a.map((row, i) => [...row, b[i]!]);
  const d = b.length;
  for (let i = 0; i < d; i++) {
    const pivot = m.slice(i).reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(m[best]![i]!) ? i + k : best), i);
    [m[i], m[pivot]] = [m[pivot]!, m[i]!];
    for (let k = i + 1; k < d; k++) {
      const f = m[k]![i]! / m[i]![i]!;
      for (let j = i; j <= d; j++) m[k]![j]! -= f * m[i]![j]!;
    }
  }
  const x = new Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i--) x[i] = (m[i]![d]! - dot(m[i]!.slice(i + 1, d), x.slice(i + 1))) / m[i]![i]!;
  return x;
}
