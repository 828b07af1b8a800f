import { expect, test } from "vitest";
import { createSentenceSplitter, sentencesOf } from "../../../src/voice/tts/index.ts";

test.each([
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["It is 3.5 degrees. Good.", ["It is 3.5 degrees.", "Good."]],
  ["Dr. Lee, e.g. at 7 a.m. today. Yes.", ["Dr. Lee, e.g. at 7 a.m. today.", "Yes."]],
  ["J. S. Bach plays.", ["J. S. Bach plays."]],
  ["1. desk lamp\n2. floor lamp", ["1. desk lamp", "2. floor lamp"]],
  ["There are 12. Enough.", ["There are 12.", "Enough."]],
  ["好的。已设置！还有吗？", ["好的。", "已设置！", "还有吗？"]],
  ["No end", ["No end"]],
  ["He said “go.” She went.", ["He said “go.”", "She went."]],
])("%j", (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test("as it is written: each sentence as soon as it is sure", () => {
  const splitter = createSentenceSplitter();
  expect(splitter.push("The timer is set for 3.")).toEqual([]);
  expect(splitter.push("5 minutes. An")).toEqual(["The timer is set for 3.5 minutes."]);
  expect(splitter.push("d more")).toEqual([]);
  expect(splitter.end()).toEqual(["And more"]);
  expect(splitter.end()).toEqual([]);
});

test("a sentence without end is cut at a comma", () => {
  const [first] = createSentenceSplitter().push(`${"word ".repeat(40)}, ${"word ".repeat(40)}`);
  expect(first).toMatch(/word ,$/);
});
