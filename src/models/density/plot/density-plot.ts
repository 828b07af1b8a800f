import type { DensityRow } from "../row.ts";
import type { Trend } from "../trend.ts";
import { basisWords, doublingWords } from "../trend-words.ts";
import { axes, legend, type Mark, marks, type Panel } from "./panel.ts";
import { linearScale, logScale, timeScale } from "./scale.ts";
import { line, svgDocument, text } from "./svg.ts";

const WIDTH = 1100;
const HEIGHT = 560;
const LEFT: Panel = { left: 80, right: 500, top: 60, bottom: 400 };
const RIGHT: Panel = { left: 640, right: 1060, top: 60, bottom: 400 };
const NOW = "#c2410c";
const BEFORE = "#2563eb";
const MS_PER_DAY = 86_400_000;

/**
 * What the models can do against what an answer costs, and how density went over time with the fitted line, as one SVG page.
 *
 * @param measured the rows of this run, in the warm colour
 * @param history all other rows of the same scale
 */
export function densityPlot(measured: readonly DensityRow[], history: readonly DensityRow[], trend: Trend | undefined): string {
  const rows = [...history.map((row) => [row, BEFORE] as const), ...measured.map((row) => [row, NOW] as const)];
  return svgDocument(WIDTH, HEIGHT, "Capability, compute and density of the models", [
    ...capabilityPanel(rows),
    ...historyPanel(rows, trend),
    ...legend(LEFT.left, 475, [
      { colour: NOW, kind: "point", words: "measured in this run, with the 95 % interval" },
      { colour: BEFORE, kind: "point", words: "measured before, the same evals" },
    ]),
    ...legend(RIGHT.left, 475, trend ? [{ colour: BEFORE, kind: "line", words: doublingWords(trend) }] : []),
    ...(trend ? [text(RIGHT.left + 30, 499, basisWords(trend), { fill: "#666666" })] : []),
    text(LEFT.left, HEIGHT - 14, "Density: exact plans per billion multiply-adds. Definitions: docs/density.md", { fill: "#666666", "font-size": 12 }),
  ]);
}

type Coloured = readonly (readonly [DensityRow, string])[];

function capabilityPanel(rows: Coloured): readonly string[] {
  const points = rows.map(([row, colour]): Mark => {
    const { share, low, high } = row.exact;
    const label = colour === NOW ? { label: row.name } : {};
    return { x: row.multiplyAdds / 1e6, y: 100 * share, low: 100 * low, high: 100 * high, colour, ...label, hint: hintOf(row) };
  });
  const x = logScale(extent(points.map((p) => p.x)), [LEFT.left, LEFT.right], plain);
  const y = linearScale(extent(points.flatMap((p) => [p.low, p.high])), [LEFT.bottom, LEFT.top], (value) => `${plain(value)} %`);
  const names = { heading: "Capability against compute", x: "million multiply-adds per answer", y: "exact plans" };
  return [...axes(LEFT, x, y, names), ...marks(points, x, y)];
}

function historyPanel(rows: Coloured, trend: Trend | undefined): readonly string[] {
  const points = rows.map(([row, colour]): Mark => {
    const { value, low, high } = row.density;
    return { x: Date.parse(row.at), y: value, low, high, colour, hint: hintOf(row) };
  });
  const fitted = trend ? fittedLine(trend) : [];
  const x = timeScale(extent(points.map((p) => p.x)), [RIGHT.left, RIGHT.right]);
  const y = logScale(extent([...points.flatMap((p) => [p.low, p.high]), ...fitted.map((p) => p.y)]), [RIGHT.bottom, RIGHT.top], plain);
  const [from, to] = fitted;
  const names = { heading: "Density over time", x: "the model's date (UTC)", y: "exact plans per billion multiply-adds" };
  return [
    ...axes(RIGHT, x, y, names),
    ...(from && to ? [line(x.at(from.x), y.at(from.y), x.at(to.x), y.at(to.y), { stroke: BEFORE, "stroke-width": 2, "stroke-dasharray": "6 4" })] : []),
    ...marks(points, x, y),
  ];
}

/** Straight on the logarithmic axis: its two ends. */
function fittedLine({ frontier, intercept, slope, days }: Trend) {
  const first = Date.parse(frontier[0]!.at);
  return [0, days].map((day) => ({ x: first + day * MS_PER_DAY, y: 2 ** (intercept + slope * day) }));
}

function hintOf(row: DensityRow): string {
  const commit = row.commit ? `, commit ${row.commit.slice(0, 7)}` : "";
  return `${row.name}, ${row.at.slice(0, 16).replace("T", " ")}${commit}: ${(100 * row.exact.share).toFixed(1)} % exact, density ${row.density.value.toFixed(2)}`;
}

const plain = (value: number) => String(Number(value.toPrecision(3)));
const extent = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];
