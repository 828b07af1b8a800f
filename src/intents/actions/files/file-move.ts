import { basename } from "node:path";
import { arg } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import type { Result, UndoData } from "../../result.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { allOrNone } from "./all-or-none.ts";
import { fileThing, inWords, sayNames, sayPlace } from "./file-words.ts";
import { keepMainFolder } from "./main-folder.ts";
import { planTransfer } from "./transfer.ts";

export const fileMove = defineAction({
  name: "file_move",
  summary: "Move a file or folder into another folder.",
  args: { file: arg("ref", "what to move"), to: arg("text", "the folder it goes to") },
  risk: "reversible",
  examples: {
    en: [
      ["move report.pdf to documents", { file: "report.pdf", to: "documents" }],
      ["put it in the taxes folder", { file: "it", to: "taxes" }],
      ["move the second one to the desktop", { file: "the second one", to: "desktop" }],
    ],
    fr: [
      ["déplace rapport.pdf dans documents", { file: "rapport.pdf", to: "documents" }],
      ["mets-le dans le dossier impôts", { file: "le", to: "impôts" }],
      ["déplace le deuxième sur le bureau", { file: "le deuxième", to: "bureau" }],
    ],
    zh: [
      ["把报告.pdf移到文档", { file: "报告.pdf", to: "文档" }],
      ["把它放到税务文件夹", { file: "它", to: "税务" }],
      ["把第二个移到桌面", { file: "第二个", to: "桌面" }],
    ],
  },
  negatives: {
    en: ["move the meeting to Friday", "copy it to the desktop"],
    fr: ["déplace la réunion à vendredi", "copie-le sur le bureau"],
    zh: ["把会议改到周五", "把它复制到桌面"],
  },
  describe: ({ file, to }, lang) =>
    say(lang, { en: `move ${file} to ${to}`, fr: `déplacer ${file} vers ${to}`, zh: `把${file}移到${to}` }),
  run: ({ file, to }, powers) =>
    inWords(powers.lang, async () => {
      const { lang, signal } = powers;
      const files = await powers.drivers.files();
      const plan = await planTransfer(file, to, files, powers);
      if ("otherwise" in plan) return plan.otherwise;
      const kept = keepMainFolder(
        plan.items.map(({ from }) => from),
        powers,
      );
      if (kept) return kept;
      await allOrNone(
        plan.items,
        async (item) => {
          await files.move(item.from, item.to, signal);
          return item;
        },
        (item) => files.move(item.to, item.from, new AbortController().signal),
      );
      const names = sayNames(
        plan.items.map((item) => item.to),
        lang,
      );
      const folder = sayPlace(plan.folder, files.home, lang);
      return {
        kind: "done",
        say: say(lang, {
          en: `Moved ${names} to ${folder}.`,
          fr: `${names} : déplacé vers ${folder}.`,
          zh: `已把${names}移到${folder}。`,
        }),
        data: { items: plan.items },
        things: plan.items.map((item) => fileThing(item.to)),
        undo: { items: plan.items },
      };
    }),
  undo: moveBack,
});

/** Also what undoes a renaming. Undo data: `items` of `from` and `to`. */
export async function moveBack(data: UndoData, powers: Powers): Promise<Result> {
  const { lang, signal } = powers;
  return inWords(lang, async () => {
    const files = await powers.drivers.files();
    const items = (data.items as readonly { from: string; to: string }[]).toReversed();
    await allOrNone(
      items,
      async (item) => {
        await files.move(item.to, item.from, signal);
        return item;
      },
      (item) => files.move(item.from, item.to, new AbortController().signal),
    );
    const names = sayNames(
      items.map((item) => basename(item.from)),
      lang,
    );
    return {
      kind: "done",
      say: say(lang, {
        en: `${names}: back where it was.`,
        fr: `${names} : remis à sa place.`,
        zh: `${names}已放回原处。`,
      }),
      things: items.map((item) => fileThing(item.from)),
    };
  });
}
