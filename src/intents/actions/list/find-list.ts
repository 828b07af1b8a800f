import { matchNames } from "../../../match-name.ts";
import type { List } from "../../../memory/lists.ts";
import { keyOf } from "../../../memory/text-key.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result, Thing } from "../../result.ts";
import { say } from "../../say.ts";

/** The lists that everybody has, under the names by which each language knows them; the first of a row is stored. */
const COMMON_LISTS: readonly (readonly string[])[] = [
  ["shopping", "groceries", "grocery", "courses", "achats", "commissions", "épicerie", "购物", "买菜", "采购"],
  ["to do", "todo", "tasks", "tâches", "choses à faire", "à faire", "待办", "待办事项", "任务"],
];
const DEFAULT_LIST = "shopping";

const NAMES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  shopping: { en: "shopping", fr: "courses", zh: "购物" },
  "to do": { en: "to-do", fr: "tâches", zh: "待办" },
};

/** The list of this name, in whichever language it is named; without a name the shopping list. */
export function findList(name: string | undefined, powers: Powers): List | undefined {
  const { lists } = powers.memory;
  const wanted = commonName(name ?? DEFAULT_LIST);
  const exact = lists.find(wanted);
  if (exact !== undefined) return exact;
  const close = matchNames(wanted, lists.all(), (list) => [list.name], 0.75);
  if (close.length === 1) return close[0]!.thing;
  const [meant] = powers.refs.resolve(wanted, ["list"]);
  return meant && lists.find(meant.name);
}

/** "groceries", « courses », "买菜" → "shopping"; any other name as it is, without the noun that names the kind. */
export function commonName(name: string): string {
  const plain = name.replace(/\s+list$|^liste\s+(?:de\s+|d'|des\s+|du\s+)?|(?:清单|列表)$/giu, "").trim();
  const row = COMMON_LISTS.find((names) => names.some((other) => keyOf(other) === keyOf(plain)));
  return row?.[0] ?? (plain === "" ? name : plain);
}

/** "the shopping list", « la liste de courses », "购物清单". */
export function sayListName(name: string, lang: Lang): string {
  const own = NAMES[commonName(name)]?.[lang] ?? name;
  return say(lang, {
    en: `the ${own} list`,
    fr: /^[aeiouyhéèêàâîô]/i.test(own) ? `la liste d'${own}` : `la liste de ${own}`,
    zh: `${own}清单`,
  });
}

export function listThing(list: List, lang: Lang): Thing {
  return { kind: "list", id: String(list.id), name: NAMES[list.name]?.[lang] ?? list.name };
}

export function noList(name: string, powers: Powers): Result {
  const text = {
    en: `There is no list named ${name}.`,
    fr: `Il n'y a pas de liste « ${name} ».`,
    zh: `没有叫“${name}”的清单。`,
  };
  return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
}
