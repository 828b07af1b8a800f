import { evaluate } from "mathjs";
import { expect, test } from "vitest";
import { readColour, readDuration, readUnit } from "../../../src/intents/values/index.ts";
import { UNITS } from "../../../src/intents/values/unit-words.ts";

test.each([
  ["red", "red", "#ff0000"],
  ["bleu ciel", "sky blue", "#87ceeb"],
  ["暖白色", "warm white", "#ffd6aa"],
  ["Dark Green please", "dark green", "#006400"],
  ["verte", "green", "#008000"],
  ["#F80", "#ff8800", "#ff8800"],
])("colour %s", (words, name, hex) => expect(readColour(words)).toEqual({ name, hex }));

test("no colour", () => expect(readColour("bored")).toBeUndefined());

test.each([
  ["miles", "mile", "length"],
  ["kilomètres", "km", "length"],
  ["公里", "km", "length"],
  ["feet", "foot", "length"],
  ["degrees fahrenheit", "degF", "temperature"],
  ["摄氏度", "degC", "temperature"],
  ["kilomètres heure", "km/h", "speed"],
  ["livres", "lbm", "mass"],
  ["GB", "GB", "data"],
  ["Go", "GB", "data"],
  ["euros", "EUR", "currency"],
])("unit %s", (words, unit, category) => expect(readUnit(words)).toEqual({ unit, category }));

test("units that mathjs lacks come with a factor", () => {
  expect(readUnit("斤")).toEqual({ unit: "kg", factor: 0.5, category: "mass" });
});

test("every unit is one that mathjs computes with", () => {
  for (const [category, unit] of UNITS)
    if (category !== "currency")
      expect(() => evaluate(`2 ${/^\d/.test(unit) ? `* ${unit}` : unit}`), unit).not.toThrow();
});

test.each([
  ["five", "en", "PT5M"],
  ["pour dix", "fr", "PT10M"],
  ["十五", "zh", "PT15M"],
] as const)("a bare number is minutes for a timer: %s", (words, lang, duration) => {
  expect(readDuration(words, { lang, action: "timer_start" })).toBe(duration);
  expect(readDuration(words, { lang, action: "video_record" })).toBeUndefined();
});
