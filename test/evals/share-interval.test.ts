import { expect, test } from "vitest";
import { quantile, ratioInterval, shareInterval } from "../../evals/share-interval.ts";

const outcomes = (right: number, of: number) => Array.from({ length: of }, (_, index) => index < right);

test("the interval lies around the share and is near the normal approximation", () => {
  const { share, low, high } = shareInterval(outcomes(80, 100));
  expect(share).toBe(0.8);
  // 0.8 ± 1.96 · √(0.8 · 0.2 / 100) = 0.722 … 0.878
  expect(Math.abs(low - 0.722)).toBeLessThan(0.02);
  expect(Math.abs(high - 0.878)).toBeLessThan(0.02);
});

test("the same seed gives the same interval, more items a narrower one", () => {
  expect(shareInterval(outcomes(30, 60), 7)).toEqual(shareInterval(outcomes(30, 60), 7));
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(shareInterval(outcomes(300, 600)))).toBeLessThan(width(shareInterval(outcomes(30, 60))));
});

test("all right has no width, nothing counted no share", () => {
  expect(shareInterval(outcomes(20, 20))).toEqual({ share: 1, low: 1, high: 1 });
  expect(shareInterval([]).share).toBeNaN();
});

test("a ratio is that of the sums; where every row costs the same its interval is that of the share", () => {
  const rows = outcomes(80, 100).map((right) => [Number(right), 0.05] as const);
  const share = shareInterval(outcomes(80, 100));
  const ratio = ratioInterval(rows);
  expect(ratio.value).toBeCloseTo(16, 10);
  expect([ratio.low, ratio.high].map((it) => it * 0.05)).toEqual([expect.closeTo(share.low, 10), expect.closeTo(share.high, 10)]);
  expect(ratioInterval([[1, 1], [0, 3]]).value).toBe(0.25);
});

test("quantiles are interpolated", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([5], 0.95)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});
