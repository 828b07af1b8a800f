import { dirname } from "node:path";
import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { allOrNone } from "./all-or-none.ts";
import { fileThing, inWords, sayNames, sayPlace } from "./file-words.ts";
import { pickFiles } from "./pick-files.ts";
import { removeMade } from "./remove-made.ts";
import { freeName, planTransfer } from "./transfer.ts";

/** "copy it here": beside the original, under a name of its own. */
const HERE =
  /^(?:here|same (?:folder|place)|the same (?:folder|place)|ici|même dossier|au même endroit|这里|这儿|原处|同一(?:个)?文件夹)$/i;

export const fileCopy = defineAction({
  name: "file_copy",
  summary: "Copy a file or folder into another folder.",
  args: { file: arg("ref", "what to copy"), to: arg("text", "the folder the copy goes to") },
  risk: "reversible",
  examples: {
    en: [
      ["copy report.pdf to the desktop", { file: "report.pdf", to: "desktop" }],
      ["put a copy of it in documents", { file: "it", to: "documents" }],
      ["copy the thesis into backup", { file: "thesis", to: "backup" }],
    ],
    fr: [
      ["copie rapport.pdf sur le bureau", { file: "rapport.pdf", to: "bureau" }],
      ["mets une copie de ça dans documents", { file: "ça", to: "documents" }],
      ["copie la thèse dans sauvegarde", { file: "thèse", to: "sauvegarde" }],
    ],
    zh: [
      ["把报告.pdf复制到桌面", { file: "报告.pdf", to: "桌面" }],
      ["把它复制一份到文档", { file: "它", to: "文档" }],
      ["把论文拷贝到备份文件夹", { file: "论文", to: "备份" }],
    ],
  },
  negatives: {
    en: ["move it to the desktop", "copy that, thanks"],
    fr: ["déplace-le sur le bureau", "renomme la copie"],
    zh: ["把它移到桌面", "把副本改名"],
  },
  describe: ({ file, to }, lang) =>
    say(lang, { en: `copy ${file} to ${to}`, fr: `copier ${file} vers ${to}`, zh: `把${file}复制到${to}` }),
  run: ({ file, to }, powers) =>
    inWords(powers.lang, async () => {
      const { lang, signal } = powers;
      const files = await powers.drivers.files();
      let items: readonly { from: string; to: string }[];
      if (HERE.test(to.trim())) {
        const picked = await pickFiles(file, "file", files, powers);
        if ("otherwise" in picked) return picked.otherwise;
        items = await Promise.all(picked.paths.map(async (from) => ({ from, to: await freeName(from, files) })));
      } else {
        const plan = await planTransfer(file, to, files, powers);
        if ("otherwise" in plan) return plan.otherwise;
        items = plan.items;
      }
      const made = await allOrNone(
        items,
        (item) => files.copy(item.from, item.to, signal),
        (one) => files.removeMade(one),
      );
      const paths = made.map((one) => one.path);
      const names = sayNames(paths, lang);
      const folder = sayPlace(dirname(paths[0]!), files.home, lang);
      return {
        kind: "done",
        say: say(lang, {
          en: `Copied ${names} to ${folder}.`,
          fr: `${names} : copié dans ${folder}.`,
          zh: `已把${names}复制到${folder}。`,
        }),
        data: { items },
        things: paths.map(fileThing),
        undo: { made },
      };
    }),
  undo: removeMade,
});
