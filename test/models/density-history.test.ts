import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { addToHistory, mergeHistories, readHistory } from "../../src/models/density/history.ts";
import { fitTrend } from "../../src/models/density/trend.ts";
import { trendWords } from "../../src/models/density/trend-words.ts";
import { packageFile } from "../../src/package-file.ts";
import { temporaryFolder } from "../support/programs.ts";
import { densityRow } from "./density-rows.ts";

describe("the history file", () => {
  test("is empty where there is none, and made with its folder", () => {
    const file = join(folder(), "data/density-history.jsonl");
    expect(readHistory(file)).toEqual([]);
    addToHistory(file, [densityRow()]);
    expect(readHistory(file)).toEqual([densityRow()]);
  });

  test("has one row per content, the last measurement; a model does not become younger by it", () => {
    const file = join(folder(), "history.jsonl");
    const first = densityRow({ commit: "abc" });
    const other = densityRow({ sha256: "b".repeat(64), at: "2026-10-01T10:00:00.000Z" });
    addToHistory(file, [first, other]);
    addToHistory(file, [densityRow({ at: "2026-12-01T10:00:00.000Z", loadMs: 20 })]);
    expect(readHistory(file)).toEqual([other, { ...first, loadMs: 20 }]);
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(2);
  });

  test("keeps the same weights apart under other thresholds and other evals", () => {
    const rows = [densityRow(), densityRow({ calibration: null }), densityRow({ scale: "evals-2" })];
    expect(mergeHistories(rows, rows)).toHaveLength(3);
  });

  test.each(["{", "[]", `${JSON.stringify({ ...densityRow(), n: 0 })}`])("a line such as %s is told with its number and a remedy", (line) => {
    const file = join(folder(), "history.jsonl");
    writeFileSync(file, `${JSON.stringify(densityRow())}\n${line}\n`);
    expect(() => readHistory(file)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_INVALID", message: expect.stringContaining("history.jsonl:2"), remedy: expect.stringContaining("remove line 2") }),
    );
  });

  test("of the project can be read, one row per model", () => {
    const rows = readHistory(packageFile("bench/density-history.jsonl"));
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const { commit } of rows) expect(commit).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe("the trend", () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

  test("of density that doubles every 100 days is found to the day, whatever lies below the frontier", () => {
    const points = [0, 30, 60, 100, 200].map((n) => ({ at: day(n), density: 4 * 2 ** (n / 100) }));
    const trend = fitTrend([...points, { at: day(150), density: 1 }, { at: day(40), density: 4.1 }])!;
    expect(trend.frontier).toHaveLength(5);
    expect(trend.doublingDays).toBeCloseTo(100, 6);
    expect([trend.low, trend.high].map(Math.round)).toEqual([100, 100]);
    expect(trendWords(trend)).toBe("density doubles every 3.3 months (95 %: 3.3 months), from 5 models over 6.6 months");
  });

  // log2 at days 0, 1, 2 is 0, 1, 1.5: slope 0.75, residual 1/24, standard error sqrt(1/48), t(1) = 12.706
  test("has the interval of the slope; where standstill cannot be ruled out it is open", () => {
    const points = [1, 2, 2 ** 1.5].map((density, n) => ({ at: day(n), density }));
    const trend = fitTrend(points)!;
    expect(trend.slope).toBeCloseTo(0.75, 10);
    expect(trend.low).toBeCloseTo(1 / (0.75 + 12.706 * Math.sqrt(1 / 48)), 6);
    expect(trend.high).toBe(Number.POSITIVE_INFINITY);
    expect(trendWords(trend)).toMatch(/to never\), from 3 models over .*too short a time/);
  });

  test.each([
    ["two models", [1, 2]],
    ["models that got no denser", [5, 4, 3, 2]],
  ])("of %s is not fitted", (_, densities) => {
    expect(fitTrend(densities.map((density, n) => ({ at: day(n), density })))).toBeUndefined();
  });
});

function folder(): string {
  const made = temporaryFolder();
  onTestFinished(() => made[Symbol.dispose]());
  return made.path;
}
