import { keyOf } from "../../memory/text-key.ts";
import { LANGS, type Lang } from "../plan.ts";

/** ISO 639-1: the languages that local translators know. */
const CODES =
  "ar az be bg bn br ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko lt lv mk ms nb nl oc pl pt ro ru sk sl sq sr sv sw th tl tr uk ur vi zh".split(
    " ",
  );

/** What people say beside the dictionary's name. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ["mandarin", "zh"],
  ["mandarin chinese", "zh"],
  ["chinese mandarin", "zh"],
  ["中文", "zh"],
  ["汉语", "zh"],
  ["普通话", "zh"],
  ["国语", "zh"],
  ["华语", "zh"],
  ["英文", "en"],
  ["法文", "fr"],
  ["日文", "ja"],
  ["德文", "de"],
];

let byName: ReadonlyMap<string, string> | undefined;

/** "French", « français », "法语" → `fr`; a code is its own name. Undefined for a language that is not known. */
export function languageCode(name: string): string | undefined {
  byName ??= new Map([...CODES.flatMap(namesOf), ...OTHER_NAMES]);
  return byName.get(
    keyOf(name)
      .replace(/^(?:l |le |en |the )/, "")
      .replace(/ language$/, ""),
  );
}

/** The same, for the languages that the shell itself speaks. */
export function shellLanguage(name: string): Lang | undefined {
  const code = languageCode(name);
  return LANGS.find((lang) => lang === code);
}

/** "French", « français », "法语": a language's name in another. */
export function languageName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: "language" }).of(code) ?? code;
}

function namesOf(code: string): readonly (readonly [string, string])[] {
  return [code, ...LANGS.map((lang) => languageName(code, lang))].map((name) => [keyOf(name), code] as const);
}
