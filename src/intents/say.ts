import type { Lang } from "./plan.ts";

/** One sentence in the three languages, of which the user's is taken: `say(lang, { en: "…", fr: "…", zh: "…" })`. */
export function say(lang: Lang, sentences: Readonly<Record<Lang, string>>): string {
  return sentences[lang];
}
