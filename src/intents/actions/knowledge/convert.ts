import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { readUnit, sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { mathEngine } from "./math-engine.ts";
import { noSource } from "./no-source.ts";

export const convert = defineAction({
  name: "convert",
  summary: "Say how much an amount is in another unit.",
  args: { value: arg("number", "how much"), from: arg("text", "its unit"), to: arg("text", "the unit wanted") },
  risk: "read",
  examples: {
    en: [
      ["how many kilometers is five miles", { value: 5, from: "miles", to: "kilometers" }],
      ["convert 350 degrees fahrenheit to celsius", { value: 350, from: "degrees fahrenheit", to: "celsius" }],
      ["what is two cups in milliliters", { value: 2, from: "cups", to: "milliliters" }],
    ],
    fr: [
      ["convertis cinq miles en kilomètres", { value: 5, from: "miles", to: "kilomètres" }],
      ["combien font 20 degrés celsius en fahrenheit", { value: 20, from: "degrés celsius", to: "fahrenheit" }],
      ["trois livres en grammes", { value: 3, from: "livres", to: "grammes" }],
    ],
    zh: [
      ["五英里是多少公里", { value: 5, from: "英里", to: "公里" }],
      ["三斤是多少克", { value: 3, from: "斤", to: "克" }],
      ["把一百华氏度换算成摄氏度", { value: 100, from: "华氏度", to: "摄氏度" }],
    ],
  },
  negatives: {
    en: ["what's five times eight", "set the heating to 20 degrees"],
    fr: ["combien font cinq fois huit", "mets le chauffage à 20 degrés"],
    zh: ["五乘以八等于多少", "把暖气调到20度"],
  },
  describe: ({ value, from, to }, lang) =>
    say(lang, {
      en: `convert ${value} ${from} to ${to}`,
      fr: `convertir ${value} ${from} en ${to}`,
      zh: `把${value}${from}换算成${to}`,
    }),
  async run({ value, from, to }, powers) {
    const { lang } = powers;
    const [source, target] = [readUnit(from, { lang }), readUnit(to, { lang })];
    if (source === undefined || target === undefined) {
      const word = source === undefined ? from : to;
      const text = {
        en: `I don't know the unit ${word}.`,
        fr: `Je ne connais pas l'unité « ${word} ».`,
        zh: `我不认识“${word}”这个单位。`,
      };
      return { kind: "failed", say: say(lang, text), code: "ARGUMENT_INVALID" };
    }
    if (source.category === "currency" && target.category === "currency") {
      const text = {
        en: "I have no exchange rates here: they change by the day and need an online source.",
        fr: "Je n'ai pas les taux de change : ils changent chaque jour et demandent une source en ligne.",
        zh: "这里没有汇率：汇率每天变化，需要联网的数据源。",
      };
      return noSource(lang, text, "source.no-rates");
    }
    if (source.category !== target.category) {
      const text = {
        en: `${from} and ${to} don't measure the same thing.`,
        fr: `« ${from} » et « ${to} » ne mesurent pas la même chose.`,
        zh: `${from}和${to}不是同一种量。`,
      };
      return { kind: "failed", say: say(lang, text), code: "ARGUMENT_INVALID" };
    }
    const engine = await mathEngine();
    const result = engine.convert(value * (source.factor ?? 1), source.unit, target.unit) / (target.factor ?? 1);
    const [before, after] = [sayNumber(value, lang, 4), sayNumber(result, lang, digitsFor(result))];
    const text = {
      en: `${before} ${from} is ${after} ${to}.`,
      fr: `${before} ${from}, cela fait ${after} ${to}.`,
      zh: `${before}${from}等于${after}${to}。`,
    };
    return { kind: "done", say: say(lang, text), data: { value: result, unit: target.unit } };
  },
});

/** Three figures after the point would not be listened to; a small amount still needs its first ones. */
function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return 1;
  if (size >= 1) return 2;
  return Math.min(10, 2 - Math.floor(Math.log10(size)));
}
