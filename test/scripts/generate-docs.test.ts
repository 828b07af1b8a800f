import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedPages } from "../../scripts/generate-docs.ts";

test.each(Object.entries(generatedPages()))("docs/%s is what the code says (npm run docs)", (page, text) => {
  expect(readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8")).toBe(text);
});
