import { expect, test } from "vitest";
import { heardLanguage } from "../../src/shell/heard-language.ts";

test.each([
  ["open /etc/passwd", "en"],
  ["run ls -la", "en"],
  ["supprime rapport.pdf", "fr"],
  ["résumé.pdf", "fr"],
  ["l'agenda de Paul", "fr"],
  ["删除 report.pdf", "zh"],
  ["report.pdf", undefined],
  ["banana", undefined],
] as const)("%s: %s", (words, lang) => {
  expect(heardLanguage(words)).toBe(lang);
});
