import { dirname } from "node:path";
import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { fileThing, homely, inWords } from "./file-words.ts";
import { pickFiles } from "./pick-files.ts";
import { pickFolder } from "./pick-folder.ts";
import { removeMade } from "./remove-made.ts";

export const archiveExtract = defineAction({
  name: "archive_extract",
  summary: "Unpack an archive into a new folder.",
  args: { file: arg("ref", "the archive"), to: maybe("text", "the folder in which to unpack it") },
  risk: "reversible",
  examples: {
    en: [
      ["unzip photos.zip", { file: "photos.zip" }],
      ["extract it to the desktop", { file: "it", to: "desktop" }],
      ["unpack backup.tar.gz", { file: "backup.tar.gz" }],
    ],
    fr: [
      ["décompresse photos.zip", { file: "photos.zip" }],
      ["extrais-le sur le bureau", { file: "le", to: "bureau" }],
      ["dézippe sauvegarde.tar.gz", { file: "sauvegarde.tar.gz" }],
    ],
    zh: [
      ["解压photos.zip", { file: "photos.zip" }],
      ["把它解压到桌面", { file: "它", to: "桌面" }],
      ["解开备份.tar.gz", { file: "备份.tar.gz" }],
    ],
  },
  negatives: {
    en: ["zip the photos", "open photos.zip"],
    fr: ["compresse les photos", "ouvre photos.zip"],
    zh: ["把照片打包", "打开photos.zip"],
  },
  describe: ({ file, to }, lang) =>
    say(lang, {
      en: `unpack ${file}${to ? ` to ${to}` : ""}`,
      fr: `extraire ${file}${to ? ` vers ${to}` : ""}`,
      zh: `解压${file}${to ? `到${to}` : ""}`,
    }),
  run: ({ file, to }, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      const archive = picked.paths[0]!;
      let into = dirname(archive);
      if (to !== undefined) {
        const folder = await pickFolder(to, "to", files, powers);
        if ("otherwise" in folder) return folder.otherwise;
        into = folder.paths[0]!;
      }
      const made = await files.extractArchive(archive, into, powers.signal);
      const place = homely(made.path, files.home);
      const count = sayNumber(made.files, lang);
      return {
        kind: "done",
        say: say(lang, {
          en: `Unpacked ${count} ${made.files === 1 ? "file" : "files"} into ${place}.`,
          fr: `${count} ${made.files < 2 ? "fichier extrait" : "fichiers extraits"} dans ${place}.`,
          zh: `已解压${count}个文件到${place}。`,
        }),
        data: { made },
        things: [fileThing(made.path)],
        undo: { made: [made] },
      };
    }),
  undo: removeMade,
});
