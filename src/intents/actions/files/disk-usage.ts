import { basename } from "node:path";
import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayBytes, sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { fileThing, homely, inWords, sayPlace } from "./file-words.ts";
import { pickFolder } from "./pick-folder.ts";

const SAID = 3;
const SHOWN = 15;

export const diskUsage = defineAction({
  name: "disk_usage",
  summary: "Say what takes the most room in the home folder or another.",
  args: { folder: maybe("text", "the folder to look into") },
  risk: "read",
  examples: {
    en: [
      ["what is eating my disk", {}],
      ["how big is the downloads folder", { folder: "downloads" }],
      ["which folders take the most space", {}],
    ],
    fr: [
      ["qu'est-ce qui prend toute la place sur le disque", {}],
      ["quelle taille fait le dossier téléchargements", { folder: "téléchargements" }],
      ["quels dossiers prennent le plus de place", {}],
    ],
    zh: [
      ["什么占满了我的硬盘", {}],
      ["下载文件夹有多大", { folder: "下载" }],
      ["哪些文件夹最占空间", {}],
    ],
  },
  negatives: {
    en: ["how much space is left", "find files over 100 MB"],
    fr: ["combien d'espace reste-t-il", "trouve les fichiers de plus de 100 Mo"],
    zh: ["还剩多少空间", "查找大于100兆的文件"],
  },
  describe: ({ folder }, lang) =>
    say(lang, {
      en: `measure ${folder ?? "the home folder"}`,
      fr: `mesurer ${folder ?? "le dossier personnel"}`,
      zh: `查看${folder ?? "主文件夹"}的占用空间`,
    }),
  run: (input, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const files = await powers.drivers.files();
      let folder = files.home;
      if (input.folder !== undefined) {
        const picked = await pickFolder(input.folder, "folder", files, powers);
        if ("otherwise" in picked) return picked.otherwise;
        folder = picked.paths[0]!;
      }
      const usage = await files.diskUsage(folder, powers.signal);
      const shown = usage.children.slice(0, SHOWN);
      const place = sayPlace(folder, files.home, lang, true);
      const total = sayBytes(usage.totalBytes, lang);
      const largest = sayList(
        shown
          .slice(0, SAID)
          .map((child) =>
            lang === "zh"
              ? `${basename(child.path)}（${sayBytes(child.bytes, lang)}）`
              : `${basename(child.path)} (${sayBytes(child.bytes, lang)})`,
          ),
        lang,
      );
      const least = usage.partial ? say(lang, { en: "at least ", fr: "au moins ", zh: "至少" }) : "";
      const head = say(lang, {
        en: `${place} takes ${least}${total}.`,
        fr: `${place} prend ${least}${total}.`,
        zh: `${place}占用${least}${total}。`,
      });
      const most =
        largest === ""
          ? ""
          : say(lang, {
              en: ` The largest: ${largest}.`,
              fr: ` Les plus gros : ${largest}.`,
              zh: `最大的是${largest}。`,
            });
      return {
        kind: "done",
        say: head + most,
        show: shown.map((child) => `${sayBytes(child.bytes, lang).padStart(10)}  ${homely(child.path, files.home)}`),
        data: { folder, totalBytes: usage.totalBytes, partial: usage.partial, children: shown },
        things: shown.map((child) => fileThing(child.path)),
      };
    }),
});
