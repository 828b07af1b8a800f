import type { Item } from "../../../memory/lists.ts";
import { arg, maybe } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayOptions } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { namedAlike } from "../named-alike.ts";
import { findList, listThing, noList, sayListName } from "./find-list.ts";
import { restoreItems } from "./restore-items.ts";

export const listRemove = defineAction({
  name: "list_remove",
  summary: "Take something off a list; without a name, off the shopping list.",
  args: { item: arg("text", "what to take off"), list: maybe("text", "which list") },
  risk: "reversible",
  examples: {
    en: [
      ["take eggs off the shopping list", { item: "eggs", list: "shopping" }],
      ["I bought the oat milk", { item: "oat milk" }],
      ["cross off call the plumber from my to-do list", { item: "call the plumber", list: "to-do" }],
    ],
    fr: [
      ["enlève les œufs de la liste de courses", { item: "œufs", list: "courses" }],
      ["j'ai acheté le lait", { item: "lait" }],
      ["raye appeler le plombier de ma liste de tâches", { item: "appeler le plombier", list: "tâches" }],
    ],
    zh: [
      ["把鸡蛋从购物清单上删掉", { item: "鸡蛋", list: "购物" }],
      ["牛奶已经买了", { item: "牛奶" }],
      ["从待办清单划掉给水管工打电话", { item: "给水管工打电话", list: "待办" }],
    ],
  },
  negatives: {
    en: ["clear the shopping list", "delete the note about eggs"],
    fr: ["vide la liste de courses", "supprime la note sur les œufs"],
    zh: ["清空购物清单", "删除关于鸡蛋的笔记"],
  },
  describe: ({ item, list }, lang) => {
    const name = sayListName(list ?? "shopping", lang);
    return say(lang, {
      en: `take ${item} off ${name}`,
      fr: `enlever ${item} de ${name}`,
      zh: `把${item}从${name}上删掉`,
    });
  },
  async run({ item: words, list: name }, powers) {
    const { lists } = powers.memory;
    const list = findList(name, powers);
    if (list === undefined) return noList(name ?? "shopping", powers);
    const place = sayListName(list.name, powers.lang);
    const fitting = itemsNamed(words, lists.items(list.id), powers);
    const [item] = fitting;
    if (item === undefined) {
      const text = {
        en: `I don't see ${words} on ${place}.`,
        fr: `Je ne vois pas « ${words} » sur ${place}.`,
        zh: `${place}上没有${words}。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    if (fitting.length > 1) {
      const names = sayOptions(
        fitting.map((one) => one.text),
        powers.lang,
      );
      const question = say(powers.lang, {
        en: `Which one: ${names}?`,
        fr: `Lequel : ${names} ?`,
        zh: `哪一个：${names}？`,
      });
      const options = fitting.map((one) => ({ kind: "item", id: String(one.id), name: one.text }) as const);
      return { kind: "choose", arg: "item", question, options };
    }
    lists.removeItem(item.id);
    const text = {
      en: `Took ${item.text} off ${place}.`,
      fr: `Enlevé de ${place} : ${item.text}.`,
      zh: `${item.text}已从${place}上删掉。`,
    };
    return {
      kind: "done",
      say: say(powers.lang, text),
      things: [listThing(list, powers.lang)],
      undo: { items: [item] },
    };
  },
  undo: restoreItems,
});

function itemsNamed(words: string, items: readonly Item[], powers: Powers): readonly Item[] {
  const named = namedAlike(words, items, (item) => [item.text]);
  if (named.length > 0) return named;
  const meant = powers.refs.resolve(words, ["item"]).map((thing) => thing.id);
  return items.filter((item) => meant.includes(String(item.id)) || words === String(item.id));
}
