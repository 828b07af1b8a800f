import { expect, test } from "vitest";
import type { Item } from "../../evals/items.ts";
import { measure, type Observation } from "../../evals/measure.ts";
import type { Answer } from "../../evals/mind.ts";
import { missReport, reportOf } from "../../evals/report.ts";
import type { Call } from "../../src/intents/plan.ts";

const louder: Call = { action: "volume_change", args: { direction: "up" } };
const quieter: Call = { action: "volume_change", args: { direction: "down" } };

const item = (id: string, calls: Call[]): Item => ({ id, lang: "en", utterance: `utterance ${id}`, calls });
const sure = (calls: readonly Call[]): Answer => ({ calls, best: calls, unsure: false, confidence: 0.9, ms: 10 });
const unsure = (best: readonly Call[]): Answer => ({ calls: [], best, unsure: true, confidence: 0.2, ms: 30 });

const observations: readonly Observation[] = [
  { set: "en", item: item("1", [louder]), answer: sure([louder]) },
  { set: "en", item: item("2", [louder]), answer: sure([quieter]) },
  { set: "en", item: item("3", [louder]), answer: unsure([louder]) },
  { set: "nothing", item: item("4", []), answer: unsure([quieter]) },
];

test("an unsure answer acts on nothing, and its best reading counts for the calibration alone", () => {
  const { asking, nothing, calibration } = measure(observations);
  expect(asking[0]).toMatchObject({ group: "en", n: 3, unsure: 1 });
  expect(asking[0]!.exact.share).toBeCloseTo(1 / 3);
  expect(nothing[0]!.nothingDone.share).toBe(1);
  // the two unsure ones: one best reading right, one wrong
  expect(calibration.bins[2]).toMatchObject({ n: 2, exact: 0.5 });
});

test("domains come from the catalogue", () => {
  expect(measure(observations).domains.map(({ group, n }) => [group, n])).toEqual([["sound", 3]]);
});

test("misses tell utterance, expected and got on three lines", () => {
  const { misses } = measure(observations);
  expect(misses.map(({ id }) => id)).toEqual(["2", "3"]);
  const lines = missReport(misses[0]!).split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('volume_change {"direction":"up"}');
  expect(lines[2]).toContain('volume_change {"direction":"down"}');
});

test("the report holds each table and the times", () => {
  const report = reportOf(measure(observations));
  expect(report).toContain("| en ");
  expect(report).toContain("expected calibration error");
  expect(report).toContain("median 20.0 ms, 95th percentile 30.0 ms");
});
