/** From values to places on a page, with the marks that a reader needs. */
export interface Scale {
  at(value: number): number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

type Range = readonly [from: number, to: number];

/** Even steps between round numbers (1, 2 or 5 times a power of ten), about five of them. */
export function linearScale([from, to]: Range, page: Range, label: (value: number) => string): Scale {
  const step = roundStep((to - from) / 5);
  const first = Math.floor(from / step);
  const count = Math.max(1, Math.ceil(to / step) - first);
  const values = Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { at: between([values[0]!, values.at(-1)!], page), ticks: values.map((value) => ({ value, label: label(value) })) };
}

/** Powers of ten with 2 and 5 between, wide enough for all values and for half an octave around a single one. */
export function logScale([from, to]: Range, page: Range, label: (value: number) => string): Scale {
  const [low, high] = [from / 1.4, to * 1.4];
  const place = between([Math.log(low), Math.log(high)], page);
  const decades = Array.from({ length: 40 }, (_, i) => i - 20);
  const marks = (steps: readonly number[]) =>
    decades.flatMap((d) => steps.map((s) => s * 10 ** d)).filter((value) => value >= low && value <= high);
  const coarse = marks([1, 2, 5]);
  const ticks = coarse.length >= 3 ? coarse : marks([1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]);
  return { at: (value) => place(Math.log(value)), ticks: ticks.map((value) => ({ value, label: label(value) })) };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [HOUR / 60, HOUR / 12, HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY];

/** Milliseconds since 1970, marked in UTC: by the clock within a few days, by the date beyond. */
export function timeScale([from, to]: Range, page: Range): Scale {
  const margin = Math.max((to - from) * 0.06, HOUR / 12);
  const [low, high] = [from - margin, to + margin];
  const step = STEPS.find((it) => (high - low) / it <= 4.5) ?? Math.ceil((high - low) / 4.5 / (365 * DAY)) * 365 * DAY;
  const values: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) values.push(value);
  const label = (value: number) => new Date(value).toISOString().slice(...(step < DAY ? ([5, 16] as const) : ([0, 10] as const)));
  return { at: between([low, high], page), ticks: values.map((value) => ({ value, label: label(value).replace("T", " ") })) };
}

function between([from, to]: Range, [start, end]: Range): (value: number) => number {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  return power * ([1, 2, 5].find((it) => it * power >= rough) ?? 10);
}
