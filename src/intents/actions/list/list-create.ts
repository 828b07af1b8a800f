import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { commonName, listThing, sayListName } from "./find-list.ts";

export const listCreate = defineAction({
  name: "list_create",
  summary: "Make a new, empty list.",
  args: { list: arg("text", "its name") },
  risk: "reversible",
  examples: {
    en: [
      ["create a list called packing", { list: "packing" }],
      ["start a new Christmas list", { list: "Christmas" }],
      ["make a list named books to read", { list: "books to read" }],
    ],
    fr: [
      ["crée une liste appelée valise", { list: "valise" }],
      ["fais une nouvelle liste de Noël", { list: "Noël" }],
      ["commence une liste nommée livres à lire", { list: "livres à lire" }],
    ],
    zh: [
      ["新建一个叫行李的清单", { list: "行李" }],
      ["创建圣诞清单", { list: "圣诞" }],
      ["建一个名为书单的列表", { list: "书单" }],
    ],
  },
  negatives: {
    en: ["create a folder called packing", "add socks to the packing list"],
    fr: ["crée un dossier appelé valise", "ajoute des chaussettes à la liste valise"],
    zh: ["新建一个叫行李的文件夹", "把袜子加到行李清单"],
  },
  describe: ({ list }, lang) =>
    say(lang, { en: `make the list ${list}`, fr: `créer la liste « ${list} »`, zh: `新建清单“${list}”` }),
  async run({ list: name }, powers) {
    const { lists } = powers.memory;
    const there = lists.find(commonName(name));
    if (there !== undefined) {
      const text = {
        en: `You already have ${sayListName(there.name, "en")}.`,
        fr: `${capitalised(sayListName(there.name, "fr"))} existe déjà.`,
        zh: `${sayListName(there.name, "zh")}已经有了。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    const list = lists.create(commonName(name));
    const text = {
      en: `${capitalised(sayListName(list.name, "en"))} is ready.`,
      fr: `La liste « ${name} » est prête.`,
      zh: `清单“${name}”建好了。`,
    };
    return {
      kind: "done",
      say: say(powers.lang, text),
      things: [listThing(list, powers.lang)],
      undo: { list: list.id },
    };
  },
  /** A list that has items by now is kept: taking it away would lose them. */
  async undo(data, powers) {
    const { lists } = powers.memory;
    if (lists.items(Number(data.list)).length > 0) {
      const text = {
        en: "The list has things on it by now, so I keep it.",
        fr: "La liste n'est plus vide, je la garde.",
        zh: "清单上已有内容，保留了。",
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    lists.remove(Number(data.list));
    const text = { en: "The list is gone again.", fr: "La liste est retirée.", zh: "清单已撤销。" };
    return { kind: "done", say: say(powers.lang, text) };
  },
});
