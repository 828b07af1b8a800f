import { plain } from "../../match-name.ts";
import { LANGS, type Lang } from "../plan.ts";

/** The language that a name in any of the three languages (or a code) means: "French", "français", "法语", "fr". */
export function languageCode(name: string): Lang | undefined {
  const wanted = plain(name).replace(/^(le|l) /, "");
  return LANGS.find(
    (code) => ALIASES[code].includes(wanted) || LANGS.some((l) => plain(languageName(code, l)) === wanted),
  );
}

/** "French", « français », "法语": a language's name in another. */
export function languageName(code: Lang, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: "language" }).of(code) ?? code;
}

/** What people say beside the dictionary's name, in `plain` spelling. */
const ALIASES: Readonly<Record<Lang, readonly string[]>> = {
  en: ["en", "英文"],
  fr: ["fr", "法文"],
  zh: ["zh", "mandarin", "mandarin chinese", "汉语", "普通话", "国语", "华语", "chinese mandarin"],
};
