import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { commonName, findList, listThing, sayListName } from "./find-list.ts";

export const listAdd = defineAction({
  name: "list_add",
  summary: "Put something on a list; without a name, on the shopping list. A new list is made when it is not there.",
  args: { item: arg("text", "what to put on it"), list: maybe("text", "which list") },
  risk: "reversible",
  examples: {
    en: [
      ["we're out of oat milk", { item: "oat milk" }],
      ["add eggs to the shopping list", { item: "eggs", list: "shopping" }],
      ["put call the plumber on my to-do list", { item: "call the plumber", list: "to-do" }],
    ],
    fr: [
      ["il n'y a plus de lait", { item: "lait" }],
      ["ajoute des œufs à la liste de courses", { item: "œufs", list: "courses" }],
      ["mets appeler le plombier sur ma liste de tâches", { item: "appeler le plombier", list: "tâches" }],
    ],
    zh: [
      ["牛奶喝完了", { item: "牛奶" }],
      ["把鸡蛋加到购物清单", { item: "鸡蛋", list: "购物" }],
      ["在待办清单上加上给水管工打电话", { item: "给水管工打电话", list: "待办" }],
    ],
  },
  negatives: {
    en: ["what's on the shopping list", "take a note that we need eggs"],
    fr: ["qu'y a-t-il sur la liste de courses", "note qu'il faut des œufs"],
    zh: ["购物清单上有什么", "记一下需要鸡蛋"],
  },
  describe: ({ item, list }, lang) => {
    const name = sayListName(list ?? "shopping", lang);
    return say(lang, { en: `put ${item} on ${name}`, fr: `mettre ${item} sur ${name}`, zh: `把${item}加到${name}` });
  },
  async run({ item: words, list: name }, powers) {
    const { lists } = powers.memory;
    const there = findList(name, powers);
    const list = there ?? lists.create(commonName(name ?? "shopping"));
    const { item, isNew } = lists.add(list.id, words);
    const place = sayListName(list.name, powers.lang);
    const things = [{ kind: "item", id: String(item.id), name: item.text } as const, listThing(list, powers.lang)];
    if (!isNew) {
      const text = {
        en: `Already on ${place}: ${item.text}.`,
        fr: `Déjà sur ${place} : ${item.text}.`,
        zh: `${item.text}已经在${place}上了。`,
      };
      return { kind: "done", say: say(powers.lang, text), things };
    }
    const text = {
      en: `Added ${item.text} to ${place}.`,
      fr: `Ajouté à ${place} : ${item.text}.`,
      zh: `${item.text}已加到${place}。`,
    };
    const undo = { item: item.id, list: list.id, isNewList: there === undefined };
    return { kind: "done", say: say(powers.lang, text), data: { item: item.text, list: list.name }, things, undo };
  },
  async undo(data, powers) {
    const { lists } = powers.memory;
    const taken = lists.items(Number(data.list)).find((item) => item.id === Number(data.item))?.text;
    lists.removeItem(Number(data.item));
    if (data.isNewList === true && lists.items(Number(data.list)).length === 0) lists.remove(Number(data.list));
    const text =
      taken === undefined
        ? { en: "It's off the list already.", fr: "Ce n'est déjà plus sur la liste.", zh: "已经不在清单上了。" }
        : {
            en: `Took ${taken} off the list again.`,
            fr: `Retiré de la liste : ${taken}.`,
            zh: `已从清单上移除${taken}。`,
          };
    return { kind: "done", say: say(powers.lang, text) };
  },
});
