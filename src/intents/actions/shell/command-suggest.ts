import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { SURE, searchWords, suggestCommands } from "./suggest.ts";

export const commandSuggest = defineAction({
  name: "command_suggest",
  summary: "Name the shell command for a task, without running it.",
  args: { task: arg("text", "what the command shall do") },
  risk: "read",
  examples: {
    en: [
      ["how do I list open ports", { task: "list open ports" }],
      ["which command shows the size of a folder", { task: "shows the size of a folder" }],
      ["what's the command to unpack a tar.gz archive", { task: "unpack a tar.gz archive" }],
    ],
    fr: [
      ["comment lister les ports ouverts", { task: "lister les ports ouverts" }],
      ["quelle commande affiche la taille d'un dossier", { task: "affiche la taille d'un dossier" }],
      ["quelle est la commande pour décompresser une archive tar.gz", { task: "décompresser une archive tar.gz" }],
    ],
    zh: [
      ["怎么列出开放的端口", { task: "列出开放的端口" }],
      ["哪个命令查看文件夹大小", { task: "查看文件夹大小" }],
      ["用什么命令解压tar.gz文件", { task: "解压tar.gz文件" }],
    ],
  },
  negatives: {
    en: ["run df -h", "how do I bake bread"],
    fr: ["exécute df -h", "comment faire du pain"],
    zh: ["运行df -h", "怎么做面包"],
  },
  describe: ({ task }, lang) =>
    say(lang, {
      en: `look up the command for: ${task}`,
      fr: `chercher la commande pour : ${task}`,
      zh: `查找命令：${task}`,
    }),
  run: async ({ task }, powers) => {
    const { lang } = powers;
    const found = suggestCommands(task, lang);
    const show = found.map(({ command, explanation }) => `${command}  # ${explanation}`);
    const [best] = found;
    const data = { suggestions: found };
    const things = found.map(({ command }) => ({ kind: "text" as const, id: command, name: command }));
    if (best && best.score >= SURE)
      return {
        kind: "done",
        say: say(lang, {
          en: `${best.command} — ${best.explanation}.`,
          fr: `${best.command} — ${best.explanation}.`,
          zh: `${best.command}：${best.explanation}。`,
        }),
        show,
        data,
        things,
      };
    if (best)
      return {
        kind: "done",
        say: say(lang, {
          en: `I am not sure. Perhaps ${best.command}, to ${best.explanation}.`,
          fr: `Je ne suis pas sûr. Peut-être ${best.command} : ${best.explanation}.`,
          zh: `我不确定，也许是${best.command}：${best.explanation}。`,
        }),
        show,
        data,
        things,
      };
    const pages = (await (await powers.drivers.command()).manual(searchWords(task), powers.signal)).slice(0, 5);
    if (pages.length > 0)
      return {
        kind: "done",
        say: say(lang, {
          en: `I am not sure. The manual has ${pages[0]!.name}: ${pages[0]!.summary}.`,
          fr: `Je ne suis pas sûr. Le manuel a ${pages[0]!.name} : ${pages[0]!.summary}.`,
          zh: `我不确定。手册中有${pages[0]!.name}：${pages[0]!.summary}。`,
        }),
        show: pages.map((page) => `${page.name}(${page.section})  # ${page.summary}`),
        data: { manual: pages },
      };
    return {
      kind: "failed",
      code: "NOT_FOUND",
      say: say(lang, {
        en: "I know no command for that.",
        fr: "Je ne connais pas de commande pour cela.",
        zh: "我不知道这该用什么命令。",
      }),
      remedy: say(lang, {
        en: "try other words, or: man -k WORD",
        fr: "essayez d'autres mots, ou : man -k MOT",
        zh: "换个说法，或：man -k 关键词",
      }),
    };
  },
});
