import { expect, test } from "vitest";
import { densityPlot } from "../../src/models/density/plot/density-plot.ts";
import { linearScale, logScale, timeScale } from "../../src/models/density/plot/scale.ts";
import { fitTrend } from "../../src/models/density/trend.ts";
import { densityRow } from "./density-rows.ts";

const history = [0, 40, 80, 120].map((days, i) =>
  densityRow({
    sha256: String(i).repeat(64),
    at: new Date(Date.UTC(2026, 5, 1 + days)).toISOString(),
    density: { value: 8 * 2 ** (days / 100), low: 7 * 2 ** (days / 100), high: 9 * 2 ** (days / 100) },
  }),
);
const now = densityRow({ name: 'a<b>&"c"', sha256: "f".repeat(64), at: "2026-11-20T00:00:00.000Z" });
const trend = fitTrend(history.map(({ at, density }) => ({ at, density: density.value })));

test("is one well-formed page, whatever the names of the models", () => {
  const svg = densityPlot([now], history, trend);
  expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(unclosed(svg)).toEqual([]);
  expect(svg).toContain("a&lt;b&gt;&amp;&quot;c&quot;");
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test("shows every model in both panels, inside the page, and tells the doubling time in the legend", () => {
  const svg = densityPlot([now], history, trend);
  const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(circles.length).toBe(2 * 5 + 2); // and two signs of the legend
  for (const [x, y] of circles) expect(x! > 0 && x! < 1100 && y! > 0 && y! < 560).toBe(true);
  expect(svg).toContain("density doubles every 3.3 months");
  for (const word of ["exact plans", "million multiply-adds per answer", "Density over time", "measured in this run"]) expect(svg).toContain(word);
});

test("of a single model, or of several of one size, has axes all the same", () => {
  for (const svg of [densityPlot([now], [], undefined), densityPlot([now, { ...now }], [], undefined)]) {
    expect(unclosed(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect([...svg.matchAll(/text-anchor="middle"/g)].length).toBeGreaterThan(4);
  }
});

test.each([
  ["linear", linearScale([74, 83], [400, 60], String), 74, 83],
  ["logarithmic", logScale([50, 50], [80, 500], String), 50, 50],
  ["logarithmic over decades", logScale([3, 4000], [80, 500], String), 3, 4000],
  ["of an hour", timeScale([Date.UTC(2026, 10, 23, 22), Date.UTC(2026, 10, 23, 23)], [640, 1060]), Date.UTC(2026, 10, 23, 22), Date.UTC(2026, 10, 23, 23)],
  ["of years", timeScale([Date.UTC(2020, 0), Date.UTC(2029, 0)], [640, 1060]), Date.UTC(2020, 0), Date.UTC(2029, 0)],
])("an axis, %s, has a few marks in order, and its ends inside", (_, scale, from, to) => {
  const places = scale.ticks.map(({ value }) => scale.at(value));
  expect(places.length).toBeGreaterThanOrEqual(2);
  expect(places.length).toBeLessThanOrEqual(13);
  const [low, high] = [Math.min(scale.at(from), scale.at(to)), Math.max(scale.at(from), scale.at(to))];
  expect(low).toBeGreaterThanOrEqual(60);
  expect(high).toBeLessThanOrEqual(1060);
  expect(new Set(scale.ticks.map(({ label }) => label)).size).toBe(places.length);
});

/** Names of elements that are opened and not closed in their order. */
function unclosed(svg: string): readonly string[] {
  const open: string[] = [];
  for (const [, end, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[a-z:-]+="[^"<]*")*\s*(\/?)>/gi)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name!);
  }
  return open;
}
