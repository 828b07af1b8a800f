import { basename } from "node:path";
import type { Made } from "../../../../devices/drivers/files/files.ts";
import type { Powers } from "../../powers.ts";
import type { Result, UndoData } from "../../result.ts";
import { say } from "../../say.ts";
import { inWords } from "./file-words.ts";

/** Takes away what a copy, a packing or an unpacking made, as long as it is as it was made. Undo data: `made`, a list. */
export async function removeMade(data: UndoData, powers: Powers): Promise<Result> {
  const { lang } = powers;
  return inWords(lang, async () => {
    const files = await powers.drivers.files();
    const made = data.made as readonly Made[];
    for (const one of made) {
      if (await files.removeMade(one)) continue;
      const name = basename(one.path);
      return {
        kind: "failed",
        code: "FILE_EXISTS",
        say: say(lang, {
          en: `${name} has changed since, so I leave it.`,
          fr: `${name} a changé depuis, je le laisse.`,
          zh: `${name}之后有改动，我保留它。`,
        }),
        remedy: say(lang, { en: `say: delete ${name}`, fr: `dites : supprime ${name}`, zh: `请说：删除${name}` }),
      };
    }
    const names = made.map((one) => basename(one.path)).join(", ");
    return {
      kind: "done",
      say: say(lang, { en: `${names} is gone again.`, fr: `${names} : supprimé.`, zh: `${names}已移除。` }),
    };
  });
}
