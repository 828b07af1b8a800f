import { dirname } from "node:path";
import { FILE_KINDS, FILE_SORTS, type FileEntry } from "../../../../devices/drivers/files/files.ts";
import { maybe, maybeOneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayBytes, sayDateTime, sayList, sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { localOf, periodOf } from "../moments.ts";
import { fileThing, homely, inWords } from "./file-words.ts";
import { pickFolder } from "./pick-folder.ts";
import { readSize } from "./read-size.ts";

/** Spoken, and shown: more is not listened to, and not scrolled through. */
const SAID = 3;
const SHOWN = 20;

export const fileFind = defineAction({
  name: "file_find",
  summary: "Find files and folders by name, kind, place, time or size.",
  args: {
    name: maybe("text", "words of its name"),
    kind: maybeOneOf(FILE_KINDS, "what kind of file"),
    folder: maybe("text", "the folder to look in"),
    when: maybe("period", "when it was last changed"),
    larger_than: maybe("text", "the size it exceeds, such as 100 MB"),
    sort: maybeOneOf(FILE_SORTS, "in which order"),
    limit: maybe("int", "how many at most"),
  },
  risk: "read",
  examples: {
    en: [
      ["the photos I took last weekend", { kind: "picture", when: "2026-11-21T00:00/2026-11-23T00:00" }],
      ["find budget.xlsx", { name: "budget.xlsx" }],
      ["find all files over 100 MB in downloads", { larger_than: "100 MB", folder: "downloads" }],
      ["what are the five biggest files", { sort: "largest", limit: 5 }],
    ],
    fr: [
      ["trouve les photos de vacances", { name: "vacances", kind: "picture" }],
      ["cherche le fichier budget.xlsx", { name: "budget.xlsx" }],
      ["quels sont les plus gros fichiers dans téléchargements", { sort: "largest", folder: "téléchargements" }],
    ],
    zh: [
      ["找一下budget.xlsx", { name: "budget.xlsx" }],
      ["查找昨天的照片", { kind: "picture", when: "2026-11-22T00:00/2026-11-23T00:00" }],
      ["下载里最大的文件", { folder: "下载", sort: "largest" }],
    ],
  },
  negatives: {
    en: ["open the budget", "find a restaurant nearby", "what is eating my disk"],
    fr: ["ouvre le budget", "trouve-moi un restaurant"],
    zh: ["打开预算表", "附近有什么餐馆"],
  },
  describe: ({ name, folder }, lang) => {
    const what = name ?? say(lang, { en: "files", fr: "des fichiers", zh: "文件" });
    return say(lang, {
      en: `look for ${what}${folder ? ` in ${folder}` : ""}`,
      fr: `chercher ${what}${folder ? ` dans ${folder}` : ""}`,
      zh: `${folder ? `在${folder}中` : ""}查找${what}`,
    });
  },
  run: (input, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const files = await powers.drivers.files();
      const largerThanBytes = input.larger_than === undefined ? undefined : readSize(input.larger_than, lang);
      if (input.larger_than !== undefined && largerThanBytes === undefined)
        return {
          kind: "ask",
          arg: "larger_than",
          question: say(lang, { en: "Larger than what size?", fr: "Plus grand que combien ?", zh: "大于多少？" }),
        };
      let folder: string | undefined;
      if (input.folder !== undefined) {
        const picked = await pickFolder(input.folder, "folder", files, powers);
        if ("otherwise" in picked) return picked.otherwise;
        folder = picked.paths[0];
      }
      const found = await files.find(
        {
          ...(folder === undefined ? {} : { folder }),
          ...(input.name === undefined ? {} : { name: input.name }),
          ...(input.kind === undefined ? {} : { kind: input.kind }),
          ...(input.when === undefined ? {} : { within: periodOf(input.when, powers) }),
          ...(largerThanBytes === undefined ? {} : { largerThanBytes }),
          ...(input.sort === undefined ? {} : { sort: input.sort }),
        },
        powers.signal,
      );
      const limited = found.files.slice(0, Math.max(1, input.limit ?? Number.POSITIVE_INFINITY));
      const shown = limited.slice(0, SHOWN);
      return {
        kind: "done",
        say: sayFound(limited, found.partial, lang),
        show: [...shown.map((file) => row(file, files.home, powers)), ...moreRow(limited.length - shown.length, lang)],
        data: {
          count: limited.length,
          partial: found.partial,
          files: shown.map(({ path, bytes, modified }) => ({ path, bytes, modified: modified.toISOString() })),
        },
        things: shown.map((file) => fileThing(file.path)),
      };
    }),
});

function sayFound(files: readonly FileEntry[], partial: boolean, lang: Lang): string {
  const rest = partial
    ? say(lang, {
        en: " I did not get to look everywhere.",
        fr: " Je n'ai pas pu tout parcourir.",
        zh: "没能全部查完。",
      })
    : "";
  if (files.length === 0)
    return (
      say(lang, { en: "I find no such file.", fr: "Je ne trouve aucun fichier de ce genre.", zh: "没有找到。" }) + rest
    );
  const names = files.slice(0, SAID).map((file) => file.name);
  if (files.length <= SAID) {
    const all = sayList(names, lang);
    return say(lang, { en: `I found ${all}.`, fr: `J'ai trouvé ${all}.`, zh: `找到了${all}。` }) + rest;
  }
  const count = sayNumber(files.length, lang);
  return (
    say(lang, {
      en: `I found ${count} files, the first being ${sayList(names, "en")}.`,
      fr: `J'ai trouvé ${count} fichiers ; d'abord ${sayList(names, "fr")}.`,
      zh: `找到${count}个文件，前几个是${sayList(names, "zh")}。`,
    }) + rest
  );
}

/** Rows that are left off are not passed over in silence. */
function moreRow(left: number, lang: Lang): readonly string[] {
  if (left <= 0) return [];
  const count = sayNumber(left, lang);
  return [say(lang, { en: `… and ${count} more`, fr: `… et ${count} de plus`, zh: `……还有${count}个` })];
}

function row(file: FileEntry, home: string, powers: Powers): string {
  const when = sayDateTime(localOf(file.modified, powers).slice(0, 16), powers.lang, localOf(powers.now(), powers));
  const size = file.isFolder ? "" : `  ${sayBytes(file.bytes, powers.lang)}`;
  return `${file.name}${size}  ${when}  ${homely(dirname(file.path), home)}`;
}
