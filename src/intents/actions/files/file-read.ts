import { basename } from "node:path";
import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { fileThing, inWords } from "./file-words.ts";
import { listFolder } from "./list-folder.ts";
import { pickFiles } from "./pick-files.ts";

/** About half a minute of speech; who wants more reads the page. */
const SPOKEN_CHARACTERS = 400;
const SHOWN_LINES = 200;

export const fileRead = defineAction({
  name: "file_read",
  summary: "Read out the beginning of a text file or PDF.",
  args: { file: arg("ref", "the file") },
  risk: "read",
  examples: {
    en: [
      ["read notes.txt", { file: "notes.txt" }],
      ["read me the letter", { file: "letter" }],
      ["what does it say in todo.md", { file: "todo.md" }],
    ],
    fr: [
      ["lis notes.txt", { file: "notes.txt" }],
      ["lis-moi la lettre", { file: "lettre" }],
      ["qu'est-ce qu'il y a dans todo.md", { file: "todo.md" }],
    ],
    zh: [
      ["读一下notes.txt", { file: "notes.txt" }],
      ["念一下那封信", { file: "那封信" }],
      ["todo.md里写了什么", { file: "todo.md" }],
    ],
  },
  negatives: {
    en: ["read my messages", "what's on my shopping list"],
    fr: ["lis mes messages", "qu'y a-t-il sur ma liste de courses"],
    zh: ["读一下我的消息", "购物清单上有什么"],
  },
  describe: ({ file }, lang) => say(lang, { en: `read ${file}`, fr: `lire ${file}`, zh: `朗读${file}` }),
  run: ({ file }, powers) =>
    inWords(powers.lang, async () => {
      const { lang } = powers;
      const files = await powers.drivers.files();
      const picked = await pickFiles(file, "file", files, powers);
      if ("otherwise" in picked) return picked.otherwise;
      const path = picked.paths[0]!;
      const name = basename(path);
      if ((await files.stat(path)).isFolder) return listFolder(path, files, powers);
      const { text, truncated } = await files.readText(path, powers.signal);
      const things = [fileThing(path)];
      if (text.trim() === "")
        return {
          kind: "done",
          say: say(lang, { en: `${name} is empty.`, fr: `${name} est vide.`, zh: `${name}是空的。` }),
          data: { path, text },
          things,
        };
      const lines = text.trimEnd().split(/\r?\n/);
      const left = lines.length - SHOWN_LINES;
      return {
        kind: "done",
        say: `${name}${lang === "fr" ? " :" : lang === "zh" ? "：" : ":"} ${spoken(text)}`,
        show: [
          ...lines.slice(0, SHOWN_LINES),
          ...(left > 0 || truncated
            ? [say(lang, { en: "… (it goes on)", fr: "… (le texte continue)", zh: "……（后面还有）" })]
            : []),
        ],
        data: { path, text, truncated },
        things,
      };
    }),
});

/** The head of a text, cut where a sentence or at least a word ends. */
function spoken(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= SPOKEN_CHARACTERS) return flat;
  const head = flat.slice(0, SPOKEN_CHARACTERS);
  const sentence = Math.max(
    head.lastIndexOf(". "),
    head.lastIndexOf("。"),
    head.lastIndexOf("! "),
    head.lastIndexOf("? "),
  );
  if (sentence > SPOKEN_CHARACTERS / 2) return `${head.slice(0, sentence + 1)} …`;
  return `${head.replace(/\s+\S*$/, "")} …`;
}
