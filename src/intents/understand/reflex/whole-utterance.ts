import type { Lang } from "../../plan.ts";

const OPENING: Readonly<Record<Lang, RegExp>> = {
  en: /^(?:(?:hey|hi|ok(?:ay)?|computer|please|so|well|um+|uh+|er+|excuse me)[\s,]+|(?:can|could|would) you (?:please )?tell me[\s,]+|tell me[\s,]+|i(?:'d| would) like to know[\s,]+|do you know[\s,]+)+/i,
  fr: /^(?:(?:dis|ok|ordinateur|s'il (?:te|vous) pla[iî]t|stp|svp|alors|euh+|bon)[\s,]+|(?:peux-tu|pouvez-vous|tu peux) me dire[\s,]+|dis-moi[\s,]+|j'aimerais savoir[\s,]+)+/i,
  zh: /^(?:请问|请|你好|嘿|喂|那个|嗯+|呃+|电脑|麻烦(?:你)?|告诉我|能不能告诉我|你知道)[\s，,]*/,
};
const CLOSING: Readonly<Record<Lang, RegExp>> = {
  en: /[\s,]+(?:please|thanks|thank you)[.!?\s]*$/i,
  fr: /[\s,]+(?:s'il (?:te|vous) pla[iî]t|stp|svp|merci)[.!?\s]*$/i,
  zh: /[\s，,]*(?:谢谢(?:你)?|谢了|好吗|可以吗)[。！？!?\s]*$/,
};

/** The utterance without an opening or closing politeness: the question itself, in the user's words. */
export function wholeUtterance(text: string, lang: Lang): string {
  const bare = text.trim();
  const cut = bare.replace(OPENING[lang], "").replace(CLOSING[lang], "").trim();
  return cut === "" ? bare : cut;
}
