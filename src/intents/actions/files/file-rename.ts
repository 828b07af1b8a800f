import { basename, dirname, extname, join } from "node:path";
import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { checkName } from "./check-name.ts";
import { moveBack } from "./file-move.ts";
import { fileThing, inWords, nameTaken } from "./file-words.ts";
import { keepMainFolder } from "./main-folder.ts";
import { pickFiles } from "./pick-files.ts";
import { isThere } from "./transfer.ts";

export const fileRename = defineAction({
  name: "file_rename",
  summary: "Give a file or folder another name.",
  args: { file: arg("ref", "what to rename"), name: arg("text", "its new name") },
  risk: "reversible",
  examples: {
    en: [
      ["rename report.pdf to final.pdf", { file: "report.pdf", name: "final.pdf" }],
      ["call it thesis", { file: "it", name: "thesis" }],
      ["rename the second one to holiday", { file: "the second one", name: "holiday" }],
    ],
    fr: [
      ["renomme rapport.pdf en final.pdf", { file: "rapport.pdf", name: "final.pdf" }],
      ["appelle-le thèse", { file: "le", name: "thèse" }],
      ["renomme le deuxième en vacances", { file: "le deuxième", name: "vacances" }],
    ],
    zh: [
      ["把报告.pdf改名为终稿.pdf", { file: "报告.pdf", name: "终稿.pdf" }],
      ["把它重命名为论文", { file: "它", name: "论文" }],
      ["第二个改名叫假期", { file: "第二个", name: "假期" }],
    ],
  },
  negatives: {
    en: ["call mum", "move it to the desktop"],
    fr: ["appelle maman", "déplace-le sur le bureau"],
    zh: ["给妈妈打电话", "把它移到桌面"],
  },
  describe: ({ file, name }, lang) =>
    say(lang, { en: `rename ${file} to ${name}`, fr: `renommer ${file} en ${name}`, zh: `把${file}改名为${name}` }),
  run: ({ file, name }, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const wrong = checkName(name, lang);
      if (wrong) return wrong;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      const kept = keepMainFolder(picked.paths, powers);
      if (kept) return kept;
      const from = picked.paths[0]!;
      const { isFolder } = await files.stat(from);
      // "call it thesis" does not mean that it is no PDF any more.
      const whole = isFolder || extname(name) !== "" ? name : name + extname(from);
      const to = join(dirname(from), whole);
      if (to !== from && whole.toLowerCase() !== basename(from).toLowerCase() && (await isThere(to, files)))
        return nameTaken(whole, lang);
      if (to !== from) await files.move(from, to, powers.signal);
      return {
        kind: "done",
        say: say(lang, {
          en: `${basename(from)} is now ${whole}.`,
          fr: `${basename(from)} s'appelle maintenant ${whole}.`,
          zh: `${basename(from)}已改名为${whole}。`,
        }),
        data: { from, to },
        things: [fileThing(to)],
        ...(to === from ? {} : { undo: { items: [{ from, to }] } }),
      };
    }),
  undo: moveBack,
});
