import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./sources.ts";

const PAGES = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/glossary.md"];
const BUILT_IN = new Set(["ci", "install", "link", "run", "pack"]);

const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

test("the two commands of the README are there, and prepare the machine first", () => {
  expect(read("README.md")).toMatch(/^npm start\b.*\nnpm test\b/m);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test", "prestart", "pretest"]));
});

test.each(PAGES)("every npm script that %s names exists", (page) => {
  const named = [...read(page).matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/g)].map(([, name]) => name!);
  expect(named.filter((name) => !(name in scripts) && !BUILT_IN.has(name))).toEqual([]);
});

test.each(PAGES)("every file that %s names exists", (page) => {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to!).filter((to) => !/^https?:/.test(to));
  const paths = [...text.matchAll(/`((?:src|devices|test|reflex|scripts|docs|bench|evals)\/[\w./-]+)`/g)];
  const lost = [
    ...links.filter((to) => !existsSync(join(ROOT, dirname(page), to))),
    ...paths.map(([, path]) => path!).filter((path) => !existsSync(join(ROOT, path))),
  ];
  expect(lost).toEqual([]);
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
