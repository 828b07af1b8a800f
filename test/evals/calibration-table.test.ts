import { expect, test } from "vitest";
import { calibrationTable } from "../../evals/calibration-table.ts";

test("bins take their lower edge, the last one also 1", () => {
  const { bins } = calibrationTable([
    { confidence: 0, exact: false },
    { confidence: 0.1, exact: false },
    { confidence: 0.95, exact: true },
    { confidence: 1, exact: true },
  ]);
  expect(bins.map(({ n }) => n)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(bins[9]!.confidence).toBeCloseTo(0.975);
  expect(bins[9]!.exact).toBe(1);
  expect(bins[5]!.exact).toBeNaN();
});

test("the error weighs each bin by its size", () => {
  const claims = [
    ...Array.from({ length: 9 }, () => ({ confidence: 0.9, exact: true })),
    { confidence: 0.5, exact: false },
  ];
  // (9 · |0.9 - 1| + 1 · |0.5 - 0|) / 10
  expect(calibrationTable(claims).expectedError).toBeCloseTo(0.14);
});
