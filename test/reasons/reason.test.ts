import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGS } from "../../src/intents/plan.ts";
import { because, inWords, REASONS, type ReasonName, type Words } from "../../src/reasons/reason.ts";
import { failureOf } from "../../src/shell/failure.ts";

const root = join(import.meta.dirname, "../..");
const names = Object.keys(REASONS) as ReasonName[];
const wordsOf = (name: ReasonName): readonly Words[] => {
  const reason: { why: Words; remedy?: Words } = REASONS[name];
  return reason.remedy === undefined ? [reason.why] : [reason.why, reason.remedy];
};
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe("every reason", () => {
  test.each(names)("%s says the same values in the three languages, as a clause", (name) => {
    for (const words of wordsOf(name)) {
      if (typeof words === "string") continue;
      for (const lang of LANGS) {
        expect(slots(words[lang]), lang).toEqual(slots(words.en));
        expect(words[lang]).not.toMatch(/[.。]$/);
      }
      expect(words.zh).toMatch(/\p{Script=Han}|^\{/u);
    }
  });

  test("is given somewhere", () => {
    const sources = ["src", "devices"].map(textOf).join("\n");
    const built = /`(bus\.no-|wifi\.|archive\.)\$\{/;
    expect(sources).toMatch(built);
    const unused = names.filter((name) => !sources.includes(`"${name}"`) && !/^(bus\.no-s|wifi|archive)/.test(name));
    expect(unused).toEqual([]);
  });
});

test("a driver gives its reasons by name, so that they can be said in any language", () => {
  expect(textOf("devices")).not.toMatch(/new ShellError\(/);
});

test.each([
  ["en", "This machine cannot do that: mpv is not installed."],
  ["fr", "Cette machine ne sait pas le faire : mpv n'est pas installé."],
  ["zh", "这台机器做不到：没有安装 mpv。"],
] as const)("what is missing is told in the language of the turn: %s", (lang, say) => {
  const error = because("program.missing", { program: "mpv", package: "mpv" });
  expect(failureOf(error, lang)).toMatchObject({ kind: "unavailable", say, remedy: "sudo apt install mpv" });
});

test("values are put in as they are, whatever they hold", () => {
  const error = because("file.program", { path: "/home/a/{path} $& %s" }, { details: { path: "x" } });
  expect(inWords(error, "fr")).toEqual({
    why: "/home/a/{path} $& %s est un programme, qui ne se lance pas en l'ouvrant",
    remedy: "dites : lance /home/a/{path} $& %s",
  });
  expect(error).toMatchObject({ code: "PERMISSION_DENIED", details: { path: "x" } });
});

function textOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/^reasons\/.*-reasons\.ts$/.test(path))
    .map((path) => readFileSync(join(root, folder, path), "utf8"))
    .join("\n");
}
