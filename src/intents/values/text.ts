import type { ValueContext } from "./context.ts";

/** Arguments that are speech, not names: they keep every word. */
const SPEECH = new Set([
  "text",
  "question",
  "task",
  "expression",
  "command",
  "phrase",
  "meaning",
  "value",
  "from",
  "to",
  "when",
]);
const POLITE = /^[\s,.:;!?"“”«»。,!?:;]+|[\s,.:;!?"“”«»。,!?:;]+$/gu;
const ARTICLES: Readonly<Record<ValueContext["lang"], RegExp>> = {
  en: /^(?:the|an?|my|our|your|his|her|their|some)\s+/i,
  fr: /^(?:(?:les?|la|une?|des|du|de la|mes|mon|ma|nos|notre|tes|ton|ta|votre|vos|ses|son|sa|leurs?)\s+|l['’]|de l['’])/i,
  zh: /^(?:我的|我们的|你的|他的|她的|那个|这个|一个)/,
};
/** "The second one", "le dernier": here the article is part of the reference. */
const POINTING: Readonly<Record<ValueContext["lang"], RegExp>> = {
  en: /^the\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|previous|next|other|same|newest|oldest|biggest|largest|smallest|\d+(?:st|nd|rd|th)|one|ones)\b/i,
  fr: /^l(?:e|a|es|['’])\s?(?:premi|deuxi|second|trois|quatri|cinqui|derni|préc|prochain|suivant|autre|même|plus|\d+(?:er|e|ème)|un)/i,
  zh: /^(?:那个|这个)$|^(?:那个|这个)[^\p{L}]*$/u,
};

/** The user's own words, spaces and punctuation around them cut, and in names the article or possessive in front. */
export function readText(words: string, context: Pick<ValueContext, "lang" | "arg" | "action">): string | undefined {
  const said = words.replace(POLITE, "").replace(/\s+/g, " ");
  if (!said) return undefined;
  if (SPEECH.has(context.arg ?? "") && !isNameArgument(context)) return said;
  if (POINTING[context.lang].test(said)) return said;
  return said.replace(ARTICLES[context.lang], "").trim() || said;
}

/** `file_move.to` is a folder, where `convert.to` is a unit. */
function isNameArgument({ action = "", arg = "" }: Pick<ValueContext, "action" | "arg">): boolean {
  return arg === "to" && /^(?:file|archive)_/.test(action);
}
