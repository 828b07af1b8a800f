import { expect, test } from "vitest";
import { wholeName } from "../../../../src/intents/understand/reflex/whole-name.ts";

const taken = (text: string, span: string) => {
  const start = text.lastIndexOf(span);
  return text.slice(...wholeName(text, start, start + span.length));
};

test.each([
  ["delete report-2026-02.txt", "report-2026", "report-2026-02.txt"],
  ["read -rf.txt", "rf.txt", "-rf.txt"],
  ["rename report-2026-02.txt to final.txt.", "final", "final.txt"],
  ["open ~/notes/todo.md, please", "todo", "~/notes/todo.md"],
  ["把report-2.pdf复制到桌面", "report", "report-2.pdf"],
  ["delete the old report-2.pdf", "old report", "old report-2.pdf"],
  ["-5 plus 3", "5 plus 3", "-5 plus 3"],
  ["what is -5 plus 3", "5 plus 3", "-5 plus 3"],
])("%s: a part of a name is the name", (text, span, whole) => {
  expect(taken(text, span)).toBe(whole);
});

test.each([
  ["supprime-le", "le"],
  ["add milk/eggs", "milk"],
  ["wake me at 7 a.m.", "7"],
  ["read the letter. Then stop", "letter"],
  ["joue l'album 4x4", "album"],
  ["what is 8-5 plus 3", "5 plus 3"],
])("%s: words that are no name stay as they are", (text, span) => {
  expect(taken(text, span)).toBe(span);
});
