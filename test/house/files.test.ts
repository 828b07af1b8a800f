import { expect, test } from "vitest";
import { readSources } from "./sources.ts";

const MOST_LINES = 400;
const sources = [...readSources("src", "devices", "scripts", "bench", "evals").values()];

test("there is something to look at", () => {
  expect(sources.length).toBeGreaterThan(100);
});

test(`no file is longer than ${MOST_LINES} lines: past it, a second concept has moved in`, () => {
  // A table of rows is one concept at any length; its name says that it is one.
  const long = sources.filter(({ path, lines }) => lines > MOST_LINES && !path.endsWith("-table.ts"));
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("nothing has the type any", () => {
  expect(sources.flatMap(({ path, anyAt }) => anyAt.map((line) => `${path}:${line}`))).toEqual([]);
});

test("nothing is exported as default", () => {
  expect(sources.filter((it) => it.hasDefaultExport).map(({ path }) => path)).toEqual([]);
});

test("files are named in kebab-case", () => {
  expect(
    sources.map(({ path }) => path).filter((path) => !/\/[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.ts$/.test(path)),
  ).toEqual([]);
});
