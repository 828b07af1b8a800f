import type { Lang } from "../../intents/plan.ts";
import { fold } from "../text.ts";

const LATIN =
  /^(?:(?:oh|ok|okay|no|non|ah|please|actually|en fait)\s+)*(?:cancel(?: (?:that|it|this|everything))?|never ?mind|forget (?:it|that|about it)|stop(?: (?:it|that|now))?|abort|drop it|leave it|skip it|quit|nothing|annule(?:r|z)?(?: (?:ca|tout))?|laisse(?:z)?(?: tomber)?|oublie(?:z)?(?: ca)?|tant pis|stop|arrete(?:z)?(?: ca| tout)?|rien|peu importe|ca ne fait rien)(?:\s+(?:please|thanks|thank you|merci|s'il te plait|then|alors))*$/;
const CHINESE =
  /^(?:那|就|还是|请)*(?:算了|取消|停|停止|停下|别弄了|别管了|不用了|不要了|没事了?|当我没说|作罢)(?:吧|了|谢谢)*$/;

/** "cancel", "never mind", "laisse tomber", "算了": the whole utterance says it, not just a part of it. */
export function saysCancel(words: string): boolean {
  const folded = fold(words);
  return LATIN.test(folded) || CHINESE.test(folded.replace(/\s+/g, ""));
}

const UNDO: readonly (readonly [Lang, RegExp])[] = [
  ["en", /^(?:please )?(?:undo(?: (?:that|it|this))?|take (?:that|it) back|revert(?: that)?)(?: please)?$/],
  ["fr", /^(?:defais(?:-| )?(?:le|ca)?|reviens en arriere)(?: s'il te plait)?$/],
  ["zh", /^请?(?:撤销|撤回|恢复原状)(?:一下|吧)?$/],
];

/** A bare "undo" and the language it was said in. It is never the value that a question asked for, and needs no mind to be understood. */
export function readUndo(words: string): Lang | undefined {
  const folded = fold(words).replace(/(?<=\p{Script=Han})\s+/gu, "");
  return UNDO.find(([, pattern]) => pattern.test(folded))?.[0];
}

export function saysUndo(words: string): boolean {
  return readUndo(words) !== undefined;
}
