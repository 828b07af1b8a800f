import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { fileThing, inWords, sayNames } from "./file-words.ts";
import { pickFiles } from "./pick-files.ts";

/** Windows that are opened in one turn; "open them all" of a long list would bury the screen. */
const MOST = 5;

/** Nothing changes by opening a file, so there is nothing to undo. */
export const fileOpen = defineAction({
  name: "file_open",
  summary: "Open a file or folder with the program that the desktop has for it.",
  args: { file: arg("ref", "the file or folder") },
  risk: "reversible",
  examples: {
    en: [
      ["open the budget", { file: "budget" }],
      ["open report.pdf", { file: "report.pdf" }],
      ["open the second one", { file: "the second one" }],
    ],
    fr: [
      ["ouvre le rapport", { file: "rapport" }],
      ["ouvre facture.pdf", { file: "facture.pdf" }],
      ["ouvre le deuxième", { file: "le deuxième" }],
    ],
    zh: [
      ["打开报告.pdf", { file: "报告.pdf" }],
      ["打开第二个", { file: "第二个" }],
      ["打开预算表", { file: "预算表" }],
    ],
  },
  negatives: {
    en: ["open Firefox", "open the blinds", "open example.org"],
    fr: ["ouvre Firefox", "ouvre les volets"],
    zh: ["打开火狐浏览器", "打开窗帘"],
  },
  describe: ({ file }, lang) => say(lang, { en: `open ${file}`, fr: `ouvrir ${file}`, zh: `打开${file}` }),
  run: ({ file }, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      const paths = picked.paths.slice(0, MOST);
      for (const path of paths) await files.open(path);
      const names = sayNames(paths, lang);
      return {
        kind: "done",
        say: say(lang, { en: `Opening ${names}.`, fr: `J'ouvre ${names}.`, zh: `正在打开${names}。` }),
        data: { paths },
        things: paths.map(fileThing),
      };
    }),
});
