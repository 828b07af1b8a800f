import { describe, expect, test } from "vitest";
import { toExpression } from "../../../src/intents/actions/knowledge/expression.ts";
import { mathEngine } from "../../../src/intents/actions/knowledge/math-engine.ts";
import { knowledgeActions } from "../../../src/intents/actions/knowledge.ts";
import type { Lang } from "../../../src/intents/plan.ts";
import { memoryPowers, said } from "./memory-powers.ts";

function run(name: string, args: Record<string, unknown>, lang?: Lang) {
  return memoryPowers().runnerOf(knowledgeActions).run(name, args, lang);
}

describe("calculate", () => {
  test.each<[Lang, string, number]>([
    ["en", "fifteen percent of eighty", 12],
    ["en", "12 * 7", 84],
    ["en", "the square root of 144", 12],
    ["en", "3 plus 4 times 2", 11],
    ["en", "three hundred and twenty divided by four", 80],
    ["en", "two to the power of ten", 1024],
    ["en", "2 to the 8th power", 256],
    ["en", "nine squared minus one", 80],
    ["en", "half of ninety", 45],
    ["en", "a third of 90", 30],
    ["en", "20 percent off 50", 40],
    ["en", "1,234.5 + 0.5", 1235],
    ["en", "5 factorial", 120],
    ["en", "the average of 2, 4 and 9", 5],
    ["en", "the sum of 12 and 30", 42],
    ["en", "minus five plus 2", -3],
    ["en", "(2 + 3) x 4", 20],
    ["en", "sine of 30 degrees", 0.5],
    ["en", "17 modulo 5", 2],
    ["en", "three quarters of 80", 60],
    ["fr", "15 % de 80", 12],
    ["fr", "racine carrée de 144", 12],
    ["fr", "trois plus quatre fois deux", 11],
    ["fr", "quatre-vingt-dix-sept fois trois", 291],
    ["fr", "deux virgule cinq plus un", 3.5],
    ["fr", "3,5 fois 2", 7],
    ["fr", "12 au carré", 144],
    ["fr", "deux tiers de 90", 60],
    ["fr", "cosinus de 60 degrés", 0.5],
    ["fr", "deux puissance dix", 1024],
    ["fr", "la moitié de cent", 50],
    ["fr", "100 divisé par 8", 12.5],
    ["fr", "la moyenne de 2, 4 et 9", 5],
    ["zh", "三加五乘以二", 13],
    ["zh", "八十的百分之十五", 12],
    ["zh", "一百四十四的平方根", 12],
    ["zh", "三点五乘以二", 7],
    ["zh", "二的十次方", 1024],
    ["zh", "三点一四乘以二", 6.28],
    ["zh", "两千零五减去三百", 1705],
    ["zh", "九十的三分之一", 30],
    ["zh", "一万二千除以六", 2000],
    ["zh", "五的平方", 25],
  ])("%s: %s", async (lang, words, value) => {
    const result = await run("calculate", { expression: words }, lang);
    expect(result, `${words} → ${toExpression(words, lang)}`).toMatchObject({ kind: "done" });
    expect((result as { data: { value: number } }).data.value).toBeCloseTo(value, 9);
  });

  test("is said with its language's digits", async () => {
    expect(said(await run("calculate", { expression: "10 / 4" }))).toBe("That's 2.5.");
    expect(said(await run("calculate", { expression: "10 / 4" }, "fr"))).toBe("Cela fait 2,5.");
    expect(said(await run("calculate", { expression: "10 / 4" }, "zh"))).toBe("等于2.5。");
  });

  test("what has no answer says so", async () => {
    for (const expression of ["1 / 0", "the square root of -4", "9^9^9^9^9"]) {
      expect(said(await run("calculate", { expression }))).toContain("no answer");
    }
    expect(await run("calculate", { expression: "3 +" })).toMatchObject({ kind: "failed", code: "ARGUMENT_INVALID" });
  });

  test.each([
    "import({a: 1})",
    'createUnit("foo")',
    'evaluate("1+1")',
    'parse("1").constructor',
    'cos.constructor("return process")()',
    "f(x) = x",
    "a = 1; a",
    "[1,2,3]",
    "1:100000000",
    "ones(100000, 100000)",
    `${"9*".repeat(400)}9`,
    "the colour of the sky",
  ])("lets nothing but arithmetic through: %s", async (expression) => {
    expect(toExpression(expression, "en")).toBeUndefined();
    expect(await run("calculate", { expression })).toMatchObject({ kind: "failed" });
  });

  test("the engine itself refuses what reaches beyond arithmetic", async () => {
    const engine = await mathEngine();
    for (const expression of ['evaluate("1")', "import({})", 'createUnit("x")', 'parse("1")', 'simplify("1")']) {
      expect(() => engine.calculate(expression)).toThrow(/not allowed/);
    }
  });
});

describe("convert", () => {
  test.each<[Lang, number, string, string, string]>([
    ["en", 5, "miles", "kilometers", "5 miles is 8.05 kilometers."],
    ["en", 350, "degrees fahrenheit", "celsius", "350 degrees fahrenheit is 176.7 celsius."],
    ["en", 2, "cups", "milliliters", "2 cups is 473.2 milliliters."],
    ["en", 1, "GiB", "MB", "1 GiB is 1,073.7 MB."],
    ["fr", 3, "livres", "grammes", "3 livres, cela fait 1 360,8 grammes."],
    ["fr", 100, "km/h", "m/s", "100 km/h, cela fait 27,78 m/s."],
    ["zh", 3, "斤", "克", "3斤等于1500克。"],
    ["zh", 100, "华氏度", "摄氏度", "100华氏度等于37.78摄氏度。"],
  ])("%s: %d %s in %s", async (lang, value, from, to, sentence) => {
    expect(said(await run("convert", { value, from, to }, lang)).replaceAll(/[\u202f\u00a0]/g, " ")).toBe(sentence);
  });

  test("unknown units, different things, and money", async () => {
    expect(await run("convert", { value: 1, from: "blorps", to: "km" })).toMatchObject({ kind: "failed" });
    expect(said(await run("convert", { value: 1, from: "kilos", to: "km" }))).toContain("same thing");
    expect(await run("convert", { value: 1, from: "euros", to: "dollars" })).toMatchObject({ kind: "unavailable" });
  });
});

test("what nothing here can know is unavailable, with the reason and the remedy", async () => {
  for (const [name, args] of [
    ["weather_get", {}],
    ["news_get", { topic: "tea" }],
    ["answer", { question: "who wrote Emma" }],
  ] as const) {
    for (const lang of ["en", "fr", "zh"] as const) {
      const result = await run(name, args, lang);
      expect(result).toMatchObject({ kind: "unavailable", because: expect.any(String), remedy: expect.any(String) });
    }
  }
});
