import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { findList, listThing, noList, sayListName } from "./find-list.ts";
import { restoreItems } from "./restore-items.ts";

export const listClear = defineAction({
  name: "list_clear",
  summary: "Take everything off a list.",
  args: { list: arg("text", "which list") },
  risk: "reversible",
  examples: {
    en: [
      ["clear the shopping list", { list: "shopping" }],
      ["empty my to-do list", { list: "to-do" }],
      ["delete everything on the packing list", { list: "packing" }],
    ],
    fr: [
      ["vide la liste de courses", { list: "courses" }],
      ["efface toute ma liste de tâches", { list: "tâches" }],
      ["enlève tout de la liste valise", { list: "valise" }],
    ],
    zh: [
      ["清空购物清单", { list: "购物" }],
      ["把待办清单全部删掉", { list: "待办" }],
      ["清空行李清单", { list: "行李" }],
    ],
  },
  negatives: {
    en: ["take milk off the shopping list", "clear all notifications"],
    fr: ["enlève le lait de la liste de courses", "efface les notifications"],
    zh: ["把牛奶从购物清单上删掉", "清空回收站"],
  },
  describe: ({ list }, lang) => {
    const name = sayListName(list, lang);
    return say(lang, { en: `clear ${name}`, fr: `vider ${name}`, zh: `清空${name}` });
  },
  async run({ list: name }, powers) {
    const list = findList(name, powers);
    if (list === undefined) return noList(name, powers);
    const items = powers.memory.lists.clear(list.id);
    const place = sayListName(list.name, powers.lang);
    if (items.length === 0) {
      const text = { en: `${place} is already empty.`, fr: `${place} est déjà vide.`, zh: `${place}本来就是空的。` };
      return { kind: "done", say: capitalised(say(powers.lang, text)) };
    }
    const text = { en: `${place} is empty now.`, fr: `${place} est vide maintenant.`, zh: `${place}已清空。` };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      data: { removed: items.map((item) => item.text) },
      things: [listThing(list, powers.lang)],
      undo: { items },
    };
  },
  undo: restoreItems,
});
