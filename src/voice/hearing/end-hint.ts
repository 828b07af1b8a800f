import type { Lang, Plan } from "../../intents/plan.ts";
import type { EndpointHint } from "../contracts.ts";

/** Words after which something must still come. */
const OPEN_ENDINGS: Readonly<Record<Lang, RegExp>> = {
  en: /\b(to|for|at|in|on|the|a|an|and|of|my|with|by|from|that|then|called|named|about|between|until|set|add|remind me|play|call|open|turn|please|every|next|half|quarter|past|um|uh|er)$/i,
  fr: /(^|\s)(à|au|aux|de|du|des|le|la|les|l'|un|une|dans|sur|pour|et|que|qu'|d'|mon|ma|mes|avec|par|vers|chaque|rappelle-moi|mets|ajoute|joue|appelle|ouvre|jusqu'à|puis|euh)$/i,
  zh: /(把|在|到|给|和|跟|的|再|然后|提醒我|设置|设|添加|播放|打开|叫|每|从|嗯|那个)$/,
};
/** Below it a plan may still turn into another one with the next word. */
const SURE = 0.9;

/** Required arguments by action; undefined: no such action. */
export type Required = (action: string) => readonly string[] | undefined;

/**
 * What the words so far tell of the end: a sure plan with all that it needs is complete; words that want another one, or a plan whose last
 * call lacks something required, are open.
 */
export function endHint(text: string, lang: Lang, plan: Plan, required: Required): EndpointHint {
  const words = text.trim().replace(/[.?!。？！,，]+$/u, "");
  if (words === "") return "unknown";
  if (OPEN_ENDINGS[lang].test(words)) return "open";
  const last = plan.calls.at(-1) ?? plan.guess?.at(-1);
  if (last === undefined) return "unknown";
  const lacks = required(last.action)?.some((name) => last.args[name] === undefined) ?? false;
  if (lacks) return "open";
  return plan.unsure === true || plan.calls.length === 0 || plan.confidence < SURE ? "unknown" : "complete";
}
