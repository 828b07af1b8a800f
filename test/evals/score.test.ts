import { describe, expect, test } from "vitest";
import { comparable, equalPlans, judge, rowOf, type Scored, tabulate } from "../../evals/score.ts";
import type { Call } from "../../src/intents/plan.ts";

const call = (action: string, args: Record<string, unknown> = {}): Call => ({ action, args });
const milk = call("list_add", { item: "milk" });
const eggs = call("list_add", { item: "eggs" });

describe("comparable", () => {
  test.each([
    ["Oat  Milk", "oat milk"],
    [" who painted it? ", "who painted it"],
    ["谁写的？", "谁写的"],
    ["完了。", "完了"],
    ["ＡＢＣ", "abc"],
  ])("%j compares as %j", (given, same) => expect(comparable(given)).toBe(same));

  test("forgives one closing mark only, and no inner one", () => {
    expect(comparable("what?!")).toBe("what?");
    expect(comparable("3.5")).toBe("3.5");
    expect(comparable("the milk")).not.toBe(comparable("milk"));
    expect(comparable("café")).not.toBe(comparable("cafe"));
  });

  test("leaves other values alone", () => {
    expect(comparable(30)).toBe(30);
    expect(comparable(true)).toBe(true);
  });
});

describe("equalPlans", () => {
  test("the order of calls counts, the order of arguments does not", () => {
    expect(equalPlans([milk, eggs], [eggs, milk])).toBe(false);
    expect(equalPlans([call("a", { x: 1, y: 2 })], [call("a", { y: 2, x: 1 })])).toBe(true);
  });

  test("an argument too many or too few is a difference", () => {
    expect(equalPlans([milk], [call("list_add", { item: "milk", list: "shopping" })])).toBe(false);
    expect(equalPlans([call("list_add", { item: "milk", list: "shopping" })], [milk])).toBe(false);
    expect(equalPlans([milk], [call("list_add", { list: "milk" })])).toBe(false);
  });

  test("a number is not its text", () => {
    expect(equalPlans([call("volume_set", { level: 30 })], [call("volume_set", { level: "30" })])).toBe(false);
  });
});

describe("judge", () => {
  test("any of the readings will do", () => {
    expect(judge([[milk], [eggs]], [eggs]).exact).toBe(true);
    expect(judge([[milk]], [eggs]).exact).toBe(false);
  });

  test("right actions forgive order and arguments, not number", () => {
    expect(judge([[milk, call("undo")]], [call("undo"), eggs]).rightActions).toBe(true);
    expect(judge([[milk, eggs]], [milk]).rightActions).toBe(false);
  });

  test("nothing is right where nothing is asked", () => {
    expect(judge([[]], [])).toEqual({ exact: true, rightActions: true, nothingDone: true });
    expect(judge([[]], [milk])).toEqual({ exact: false, rightActions: false, nothingDone: false });
  });
});

describe("tables", () => {
  const scored = (groups: readonly string[], exact: boolean, dangerous = false): Scored => ({
    groups,
    exact,
    rightActions: true,
    nothingDone: false,
    unsure: false,
    dangerous,
    external: false,
  });

  test("one row a group, an item of two groups in both", () => {
    const rows = tabulate([scored(["timer"], true), scored(["timer", "list"], false, true)]);
    expect(rows.map(({ group, n, exact, dangerous }) => [group, n, exact.share, dangerous])).toEqual([
      ["timer", 2, 0.5, 1],
      ["list", 1, 0, 1],
    ]);
  });

  test("a row of nothing has no share", () => {
    const row = rowOf("none", []);
    expect(row.n).toBe(0);
    expect(row.exact.share).toBeNaN();
  });
});
