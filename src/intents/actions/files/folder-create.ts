import { basename, join } from "node:path";
import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { checkName } from "./check-name.ts";
import { fileThing, homely, inWords, nameTaken } from "./file-words.ts";
import { pickFolder } from "./pick-folder.ts";
import { isThere } from "./transfer.ts";

export const folderCreate = defineAction({
  name: "folder_create",
  summary: "Make a new folder, in the home folder unless another is named.",
  args: { name: arg("text", "its name"), in: maybe("text", "the folder it lies in") },
  risk: "reversible",
  examples: {
    en: [
      ["create a folder called invoices", { name: "invoices" }],
      ["make a new folder drafts in documents", { name: "drafts", in: "documents" }],
      ["new folder, Italy", { name: "Italy" }],
    ],
    fr: [
      ["crée un dossier factures", { name: "factures" }],
      ["crée un dossier brouillons dans documents", { name: "brouillons", in: "documents" }],
      ["nouveau dossier Italie", { name: "Italie" }],
    ],
    zh: [
      ["新建一个叫发票的文件夹", { name: "发票" }],
      ["在文档里建一个草稿文件夹", { name: "草稿", in: "文档" }],
      ["新建文件夹意大利", { name: "意大利" }],
    ],
  },
  negatives: {
    en: ["create a shopping list", "open the invoices folder"],
    fr: ["crée une liste de courses", "ouvre le dossier factures"],
    zh: ["新建购物清单", "打开发票文件夹"],
  },
  describe: ({ name, in: parent }, lang) =>
    say(lang, {
      en: `create the folder ${name}${parent ? ` in ${parent}` : ""}`,
      fr: `créer le dossier ${name}${parent ? ` dans ${parent}` : ""}`,
      zh: `${parent ? `在${parent}中` : ""}新建文件夹${name}`,
    }),
  run: (input, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const wrong = checkName(input.name, lang);
      if (wrong) return wrong;
      const files = await powers.drivers.files();
      let parent = files.home;
      if (input.in !== undefined) {
        const picked = await pickFolder(input.in, "in", files, powers);
        if ("otherwise" in picked) return picked.otherwise;
        parent = picked.paths[0]!;
      }
      const path = join(parent, input.name);
      if (await isThere(path, files)) return nameTaken(input.name, lang);
      await files.createFolder(path);
      const place = homely(parent, files.home);
      return {
        kind: "done",
        say:
          parent === files.home
            ? say(lang, {
                en: `The folder ${input.name} is there.`,
                fr: `Le dossier ${input.name} est créé.`,
                zh: `已新建文件夹${input.name}。`,
              })
            : say(lang, {
                en: `The folder ${input.name} is in ${place}.`,
                fr: `Le dossier ${input.name} est créé dans ${place}.`,
                zh: `已在${place}中新建文件夹${input.name}。`,
              }),
        data: { path },
        things: [fileThing(path)],
        undo: { path },
      };
    }),
  undo: (data, powers) =>
    inWords(powers.lang, async () => {
      const path = String(data.path);
      const name = basename(path);
      if (await (await powers.drivers.files()).removeEmptyFolder(path))
        return {
          kind: "done",
          say: say(powers.lang, {
            en: `The folder ${name} is gone again.`,
            fr: `Le dossier ${name} est supprimé.`,
            zh: `文件夹${name}已移除。`,
          }),
        };
      return {
        kind: "failed",
        code: "FILE_EXISTS",
        say: say(powers.lang, {
          en: `${name} is not empty any more, so I leave it.`,
          fr: `${name} n'est plus vide, je le laisse.`,
          zh: `${name}已不为空，我保留它。`,
        }),
      };
    }),
});
