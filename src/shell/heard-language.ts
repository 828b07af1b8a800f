import type { Lang } from "../intents/plan.ts";
import { tokens } from "./text.ts";

/** Words of one of the two languages only, among those that stand in nearly every request. */
const ENGLISH = new Set(
  "run the my is are what who which how this that these and with to open close read delete move rename show find play stop turn set make copy create undo reboot on off please it".split(
    " ",
  ),
);
const FRENCH = new Set(
  "de l' le la les un une des du mon ma mes ce cette quel quelle est sont et avec dans pour je moi ouvre ouvrir ferme lis supprime renomme montre trouve joue mets copie cree lance eteins allume".split(
    " ",
  ),
);

/** In which language words were said that no mind was sure of, as far as the words show it; undefined for names, paths and the like. */
export function heardLanguage(words: string): Lang | undefined {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  const said = tokens(words.replace(/(?<!\S)-\S+/g, "")); // options of commands are of no language
  const english = said.filter((word) => ENGLISH.has(word)).length;
  const french = said.filter((word) => FRENCH.has(word)).length + (/[éèêàçùœîôû]/iu.test(words) ? 1 : 0);
  if (english === french) return undefined;
  return english > french ? "en" : "fr";
}
