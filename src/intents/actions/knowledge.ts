import { defineDomain } from "./define-action.ts";
import { calculate } from "./knowledge/calculate.ts";
import { convert } from "./knowledge/convert.ts";
import { defineWord } from "./knowledge/define-word.ts";
import { translate } from "./knowledge/translate.ts";
import { answer, newsGet, weatherGet } from "./knowledge/world.ts";

export const knowledgeActions = defineDomain("knowledge", [
  calculate,
  convert,
  weatherGet,
  newsGet,
  defineWord,
  translate,
  answer,
]);
