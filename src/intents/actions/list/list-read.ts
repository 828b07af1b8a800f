import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { findList, listThing, noList, sayListName } from "./find-list.ts";

/** A longer list is read in part; all of it is shown. */
const SPOKEN = 12;

export const listRead = defineAction({
  name: "list_read",
  summary: "Say what is on a list; without a name, on the shopping list.",
  args: { list: maybe("text", "which list") },
  risk: "read",
  examples: {
    en: [
      ["what's on my shopping list", { list: "shopping" }],
      ["read me the to-do list", { list: "to-do" }],
      ["what do we need to buy", {}],
    ],
    fr: [
      ["qu'est-ce qu'il y a sur ma liste de courses", { list: "courses" }],
      ["lis-moi la liste de tâches", { list: "tâches" }],
      ["qu'est-ce qu'on doit acheter", {}],
    ],
    zh: [
      ["购物清单上有什么", { list: "购物" }],
      ["念一下待办清单", { list: "待办" }],
      ["我们要买什么", {}],
    ],
  },
  negatives: {
    en: ["add milk to the shopping list", "what's on my calendar"],
    fr: ["ajoute du lait à la liste de courses", "qu'y a-t-il dans mon agenda"],
    zh: ["把牛奶加到购物清单", "我的日历上有什么"],
  },
  describe: ({ list }, lang) => {
    const name = sayListName(list ?? "shopping", lang);
    return say(lang, { en: `read ${name}`, fr: `lire ${name}`, zh: `念${name}` });
  },
  async run({ list: name }, powers) {
    const list = findList(name, powers);
    if (list === undefined && name !== undefined) return noList(name, powers);
    const items = list === undefined ? [] : powers.memory.lists.items(list.id);
    const place = sayListName(list?.name ?? "shopping", powers.lang);
    if (items.length === 0) {
      const text = { en: `${place} is empty.`, fr: `${place} est vide.`, zh: `${place}是空的。` };
      return { kind: "done", say: capitalised(say(powers.lang, text)), data: [] };
    }
    const names = items.map((item) => item.text);
    const rest = names.length - SPOKEN;
    const spoken =
      rest <= 0
        ? names
        : [
            ...names.slice(0, SPOKEN),
            say(powers.lang, { en: `${rest} more`, fr: `${rest} autres`, zh: `还有${rest}项` }),
          ];
    const listed = sayList(spoken, powers.lang);
    const text = { en: `On ${place}: ${listed}.`, fr: `Sur ${place} : ${listed}.`, zh: `${place}上有：${listed}。` };
    return {
      kind: "done",
      say: say(powers.lang, text),
      show: names,
      data: names,
      things: [
        ...items.map((item) => ({ kind: "item", id: String(item.id), name: item.text }) as const),
        listThing(list!, powers.lang),
      ],
    };
  },
});
