import type { Item } from "../../../memory/lists.ts";
import type { Powers } from "../../powers.ts";
import type { Result, UndoData } from "../../result.ts";
import { say } from "../../say.ts";

/** Puts items that were taken off back in their places. */
export async function restoreItems(data: UndoData, powers: Powers): Promise<Result> {
  const items = data.items as readonly Item[];
  powers.memory.lists.restore(items);
  const count = items.length;
  const text =
    count === 1
      ? {
          en: `Put ${items[0]!.text} back on the list.`,
          fr: `Remis sur la liste : ${items[0]!.text}.`,
          zh: `${items[0]!.text}已放回清单。`,
        }
      : {
          en: `${count} items are back on the list.`,
          fr: `${count} éléments sont remis sur la liste.`,
          zh: `${count}项已放回清单。`,
        };
  return { kind: "done", say: say(powers.lang, text) };
}
