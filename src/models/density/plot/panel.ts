import type { Scale } from "./scale.ts";
import { element, hint, line, text } from "./svg.ts";

/** A rectangle of a page with two axes; y grows downwards, as in SVG. */
export interface Panel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  /** The ends of the interval, on the y axis. */
  readonly low: number;
  readonly high: number;
  readonly colour: string;
  /** Written beside it. */
  readonly label?: string;
  /** Told where the pointer rests. */
  readonly hint: string;
}

const GRID = "#dddddd";
const INK = "#333333";

/** Grid, ticks, names of both axes and the heading. */
export function axes(panel: Panel, x: Scale, y: Scale, names: { readonly x: string; readonly y: string; readonly heading: string }): readonly string[] {
  const { left, right, top, bottom } = panel;
  const middle = (top + bottom) / 2;
  return [
    text(left, top - 14, names.heading, { "font-weight": "600", "font-size": 15 }),
    ...x.ticks.flatMap(({ value, label }) => [
      line(x.at(value), top, x.at(value), bottom, { stroke: GRID }),
      text(x.at(value), bottom + 18, label, { "text-anchor": "middle", fill: INK }),
    ]),
    ...y.ticks.flatMap(({ value, label }) => [
      line(left, y.at(value), right, y.at(value), { stroke: GRID }),
      text(left - 8, y.at(value) + 4, label, { "text-anchor": "end", fill: INK }),
    ]),
    line(left, bottom, right, bottom, { stroke: INK }),
    line(left, top, left, bottom, { stroke: INK }),
    text((left + right) / 2, bottom + 40, names.x, { "text-anchor": "middle", fill: INK }),
    text(left - 50, middle, names.y, { "text-anchor": "middle", fill: INK, transform: `rotate(-90 ${left - 50} ${middle})` }),
  ];
}

/** Points with their intervals as thin bars. */
export function marks(points: readonly Mark[], x: Scale, y: Scale): readonly string[] {
  return points.flatMap(({ x: at, y: value, low, high, colour, label, hint: told }) => [
    line(x.at(at), y.at(low), x.at(at), y.at(high), { stroke: colour, "stroke-width": 1.5, opacity: 0.6 }),
    element("circle", { cx: x.at(at), cy: y.at(value), r: 5, fill: colour, stroke: "#ffffff" }, [hint(told)]),
    ...(label === undefined ? [] : [text(x.at(at) + 10, y.at(value) + 4, label, { fill: colour })]),
  ]);
}

/** Lines of the legend, below one another. */
export function legend(left: number, top: number, entries: readonly { readonly colour: string; readonly kind: "point" | "line"; readonly words: string }[]): readonly string[] {
  return entries.flatMap(({ colour, kind, words }, i) => {
    const y = top + i * 20;
    const sign =
      kind === "point"
        ? element("circle", { cx: left + 10, cy: y, r: 5, fill: colour })
        : line(left, y, left + 20, y, { stroke: colour, "stroke-width": 2, "stroke-dasharray": "6 4" });
    return [sign, text(left + 30, y + 4, words, { fill: INK })];
  });
}
