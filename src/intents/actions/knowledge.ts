import { defineDomain } from "./define-action.ts";
import { calculate } from "./knowledge/calculate.ts";
import { convert } from "./knowledge/convert.ts";
import { answer, newsGet, weatherGet } from "./knowledge/world.ts";

export const knowledgeActions = defineDomain("knowledge", [calculate, convert, weatherGet, newsGet, answer]);
