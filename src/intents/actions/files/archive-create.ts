import { basename, dirname, join } from "node:path";
import { archiveFormat } from "../../../../devices/drivers/files/archive/names.ts";
import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayBytes } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { allOrNone } from "./all-or-none.ts";
import { checkName } from "./check-name.ts";
import { fileThing, inWords, nameTaken, sayNames } from "./file-words.ts";
import { pickFiles } from "./pick-files.ts";
import { removeMade } from "./remove-made.ts";
import { isThere } from "./transfer.ts";

export const archiveCreate = defineAction({
  name: "archive_create",
  summary: "Pack a file or folder into a zip or tar archive beside it.",
  args: { file: arg("ref", "what to pack"), name: maybe("text", "the archive's name") },
  risk: "reversible",
  examples: {
    en: [
      ["zip the project folder", { file: "project" }],
      ["pack it as backup.zip", { file: "it", name: "backup.zip" }],
      ["compress report.pdf", { file: "report.pdf" }],
    ],
    fr: [
      ["compresse le dossier projet", { file: "projet" }],
      ["archive-le sous le nom sauvegarde.zip", { file: "le", name: "sauvegarde.zip" }],
      ["zippe rapport.pdf", { file: "rapport.pdf" }],
    ],
    zh: [
      ["把项目文件夹打包", { file: "项目" }],
      ["把它压缩成备份.zip", { file: "它", name: "备份.zip" }],
      ["压缩报告.pdf", { file: "报告.pdf" }],
    ],
  },
  negatives: {
    en: ["unzip project.zip", "what's the zip code of Paris"],
    fr: ["décompresse projet.zip", "archive ce message"],
    zh: ["解压项目.zip", "巴黎的邮编是多少"],
  },
  describe: ({ file, name }, lang) =>
    say(lang, {
      en: `pack ${file}${name ? ` as ${name}` : ""}`,
      fr: `compresser ${file}${name ? ` sous le nom ${name}` : ""}`,
      zh: `把${file}打包${name ? `成${name}` : ""}`,
    }),
  run: ({ file, name }, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const wrong = name === undefined ? undefined : checkName(name, lang);
      if (wrong) return wrong;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      // One archive each; a name that is said is meant for the one.
      const items = picked.paths.map((from) => {
        const given = picked.paths.length === 1 ? name : undefined;
        const whole = given === undefined ? `${basename(from)}.zip` : archiveFormat(given) ? given : `${given}.zip`;
        return { from, to: join(dirname(from), whole) };
      });
      for (const { to } of items) if (await isThere(to, files)) return nameTaken(basename(to), lang);
      const made = await allOrNone(
        items,
        ({ from, to }) => files.createArchive(from, to, powers.signal),
        (one) => files.removeMade(one),
      );
      const paths = made.map((one) => one.path);
      const names = sayNames(paths, lang);
      const size = sayBytes(
        made.reduce((sum, one) => sum + one.bytes, 0),
        lang,
      );
      return {
        kind: "done",
        say: say(lang, {
          en: `Packed into ${names}, ${size}.`,
          fr: `Compressé dans ${names}, ${size}.`,
          zh: `已打包成${names}，${size}。`,
        }),
        data: { made },
        things: paths.map(fileThing),
        undo: { made },
      };
    }),
  undo: removeMade,
});
