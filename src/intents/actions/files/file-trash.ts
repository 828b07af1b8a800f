import type { Trashed } from "../../../../devices/drivers/files/files.ts";
import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { localOf } from "../moments.ts";
import { allOrNone } from "./all-or-none.ts";
import { fileThing, inWords, sayNames } from "./file-words.ts";
import { keepMainFolder } from "./main-folder.ts";
import { pickFiles } from "./pick-files.ts";

export const fileTrash = defineAction({
  name: "file_trash",
  summary: "Move a file or folder to the trash, from where it can come back.",
  args: { file: arg("ref", "what to throw away") },
  risk: "reversible",
  examples: {
    en: [
      ["delete report.pdf", { file: "report.pdf" }],
      ["throw it away", { file: "it" }],
      ["move the second one to the trash", { file: "the second one" }],
    ],
    fr: [
      ["supprime rapport.pdf", { file: "rapport.pdf" }],
      ["jette-le", { file: "le" }],
      ["mets le deuxième à la corbeille", { file: "le deuxième" }],
    ],
    zh: [
      ["删除报告.pdf", { file: "报告.pdf" }],
      ["把它扔掉", { file: "它" }],
      ["把第二个放进回收站", { file: "第二个" }],
    ],
  },
  negatives: {
    en: ["delete the alarm", "remove milk from the list", "when do they collect the trash"],
    fr: ["supprime l'alarme", "enlève le lait de la liste"],
    zh: ["删除闹钟", "把牛奶从清单上去掉"],
  },
  describe: ({ file }, lang) =>
    say(lang, { en: `move ${file} to the trash`, fr: `mettre ${file} à la corbeille`, zh: `把${file}放进回收站` }),
  look: ({ file }, powers) =>
    inWords(powers.lang, async () => {
      const picked = await pickFiles(file, "file", await powers.drivers.files(), powers);
      return "otherwise" in picked ? picked.otherwise : keepMainFolder(picked.paths, powers);
    }),
  run: ({ file }, powers) =>
    inWords(powers.lang, async () => {
      const { lang, signal } = powers;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      const kept = keepMainFolder(picked.paths, powers);
      if (kept) return kept;
      const at = localOf(powers.now(), powers);
      const deletedAt = at.length === 16 ? `${at}:00` : at;
      const trashed = await allOrNone(
        picked.paths,
        (path) => files.trash(path, deletedAt, signal),
        (one) => files.untrash(one, new AbortController().signal),
      );
      const names = sayNames(picked.paths, lang);
      return {
        kind: "done",
        say: say(lang, {
          en: `${names}: in the trash.`,
          fr: `${names} : à la corbeille.`,
          zh: `${names}已放进回收站。`,
        }),
        data: { trashed },
        undo: { trashed },
      };
    }),
  undo: (data, powers) =>
    inWords(powers.lang, async () => {
      const { lang, signal } = powers;
      const files = await powers.drivers.files();
      const trashed = data.trashed as readonly Trashed[];
      for (const one of trashed) await files.untrash(one, signal);
      const paths = trashed.map((one) => one.from);
      const names = sayNames(paths, lang);
      return {
        kind: "done",
        say: say(lang, {
          en: `${names}: back from the trash.`,
          fr: `${names} : sorti de la corbeille.`,
          zh: `${names}已从回收站恢复。`,
        }),
        things: paths.map(fileThing),
      };
    }),
});
