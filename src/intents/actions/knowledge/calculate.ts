import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { toExpression } from "./expression.ts";
import { mathEngine } from "./math-engine.ts";

export const calculate = defineAction({
  name: "calculate",
  summary: "Work out a sum.",
  args: { expression: arg("text", "the sum, in words or symbols") },
  risk: "read",
  examples: {
    en: [
      ["what's fifteen percent of eighty", { expression: "fifteen percent of eighty" }],
      ["calculate 12 * 7", { expression: "12 * 7" }],
      ["how much is the square root of 144", { expression: "the square root of 144" }],
      ["3 plus 4 times 2", { expression: "3 plus 4 times 2" }],
    ],
    fr: [
      ["combien font 15 % de 80", { expression: "15 % de 80" }],
      ["calcule la racine carrée de 144", { expression: "la racine carrée de 144" }],
      ["combien font trois plus quatre fois deux", { expression: "trois plus quatre fois deux" }],
    ],
    zh: [
      ["三加五乘以二等于多少", { expression: "三加五乘以二" }],
      ["八十的百分之十五是多少", { expression: "八十的百分之十五" }],
      ["一百四十四的平方根是多少", { expression: "一百四十四的平方根" }],
    ],
  },
  negatives: {
    en: ["how much is five miles in kilometers", "set the brightness to fifteen percent"],
    fr: ["combien font cinq miles en kilomètres", "mets la luminosité à quinze pour cent"],
    zh: ["五英里是多少公里", "把亮度调到百分之十五"],
  },
  describe: ({ expression }, lang) =>
    say(lang, { en: `work out ${expression}`, fr: `calculer ${expression}`, zh: `计算${expression}` }),
  async run({ expression }, powers) {
    const sum = toExpression(expression, powers.lang);
    const value = sum === undefined ? undefined : await resultOf(sum);
    if (value === undefined) {
      const text = {
        en: `I can't work that out: ${expression}.`,
        fr: `Je ne peux pas calculer cela : ${expression}.`,
        zh: `这个我算不了：${expression}。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    if (!Number.isFinite(value)) {
      const text = {
        en: "That has no answer among the real numbers.",
        fr: "Cela n'a pas de réponse parmi les nombres réels.",
        zh: "这在实数里没有答案。",
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    const spoken = sayResult(value, powers.lang);
    const text = { en: `That's ${spoken}.`, fr: `Cela fait ${spoken}.`, zh: `等于${spoken}。` };
    return { kind: "done", say: say(powers.lang, text), show: [`${sum} = ${value}`], data: { expression: sum, value } };
  },
});

/** Undefined where the notation does not hold together ("3 +"). */
async function resultOf(sum: string): Promise<number | undefined> {
  const engine = await mathEngine();
  try {
    const value = engine.calculate(sum);
    return Math.abs(value) < 1e-12 ? 0 : value;
  } catch {
    return undefined; // not an expression: the caller says so
  }
}

function sayResult(value: number, lang: "en" | "fr" | "zh"): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return value.toExponential(4).replace("e+", "e");
  return sayNumber(value, lang, size >= 1 ? 4 : 6);
}
