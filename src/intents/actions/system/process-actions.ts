import type { Process } from "../../../../devices/drivers/system/system.ts";
import { matchNames } from "../../../match-name.ts";
import { arg, maybeOneOf } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { notFound, processRow } from "./say-machine.ts";

export const processList = defineAction({
  name: "process_list",
  summary: "List the programs that run, busiest first.",
  args: { sort: maybeOneOf(["cpu", "memory"], "by what they are ordered") },
  risk: "read",
  examples: {
    en: [
      ["which programs are running", {}],
      ["which process uses the most memory", { sort: "memory" }],
      ["list the processes by cpu", { sort: "cpu" }],
    ],
    fr: [
      ["quels programmes tournent", {}],
      ["quel processus utilise le plus de mémoire", { sort: "memory" }],
      ["liste les processus par processeur", { sort: "cpu" }],
    ],
    zh: [
      ["哪些程序在运行", {}],
      ["哪个进程最占内存", { sort: "memory" }],
      ["按处理器占用列出进程", { sort: "cpu" }],
    ],
  },
  negatives: {
    en: ["how much memory is used", "close Firefox"],
    fr: ["combien de mémoire est utilisée", "ferme Firefox"],
    zh: ["用了多少内存", "关闭火狐"],
  },
  describe: (_, lang) => say(lang, { en: "list what runs", fr: "lister ce qui tourne", zh: "列出正在运行的程序" }),
  run: async ({ sort = "cpu" }, powers) => {
    const { lang } = powers;
    const all = await (await powers.drivers.system()).processes(sort);
    const top = all.slice(0, 15);
    const names = sayList([...new Set(top.map((p) => p.name))].slice(0, 3), lang);
    return {
      kind: "done",
      say: say(lang, {
        en: `${all.length} programs run; at the top are ${names}.`,
        fr: `${all.length} programmes tournent ; en tête : ${names}.`,
        zh: `共有${all.length}个程序在运行，排在前面的是${names}。`,
      }),
      show: top.map((p) => processRow(p, lang)),
      data: top,
      things: top.slice(0, 10).map((p) => ({ kind: "process", id: String(p.pid), name: p.name })),
    };
  },
});

export const processStop = defineAction({
  name: "process_stop",
  summary: "End a running program.",
  args: { name: arg("text", "the program's name or number") },
  risk: "dangerous",
  examples: {
    en: [
      ["kill the process chromium", { name: "chromium" }],
      ["force quit python", { name: "python" }],
      ["end process 4242", { name: "4242" }],
    ],
    fr: [
      ["tue le processus chromium", { name: "chromium" }],
      ["force l'arrêt de python", { name: "python" }],
      ["termine le processus 4242", { name: "4242" }],
    ],
    zh: [
      ["杀掉chromium进程", { name: "chromium" }],
      ["强制结束python", { name: "python" }],
      ["结束进程4242", { name: "4242" }],
    ],
  },
  negatives: {
    en: ["stop the music", "stop the nginx service", "close the window"],
    fr: ["arrête la musique", "arrête le service nginx", "ferme la fenêtre"],
    zh: ["停止播放音乐", "停止nginx服务", "关闭窗口"],
  },
  describe: ({ name }, lang) =>
    say(lang, { en: `end the program ${name}`, fr: `arrêter le programme ${name}`, zh: `结束程序${name}` }),
  look: async ({ name }, powers) => {
    const found = await findProcess(name, powers);
    return "otherwise" in found ? found.otherwise : undefined;
  },
  run: async ({ name }, powers) => {
    const { lang } = powers;
    const found = await findProcess(name, powers);
    if ("otherwise" in found) return found.otherwise;
    const only = found.process;
    const how = await (await powers.drivers.system()).stopProcess(only);
    return {
      kind: "done",
      say:
        how === "ended"
          ? say(lang, { en: `${only.name} has ended.`, fr: `${only.name} s'est arrêté.`, zh: `${only.name}已结束。` })
          : say(lang, {
              en: `${only.name} did not listen, so I ended it by force.`,
              fr: `${only.name} ne répondait pas, je l'ai arrêté de force.`,
              zh: `${only.name}没有响应，已强制结束。`,
            }),
      data: { pid: only.pid, name: only.name, how },
    };
  },
});

/** The one program that the words name, by its number or its name; several that fit are asked about. */
async function findProcess(
  name: string,
  powers: Powers,
): Promise<{ readonly process: Process } | { readonly otherwise: Result }> {
  const { lang } = powers;
  const all = await (await powers.drivers.system()).processes("cpu");
  const byPid = /^\d+$/.test(name) ? all.filter((p) => p.pid === Number(name)) : [];
  const found = byPid.length > 0 ? byPid : matchNames(name, all, (p) => [p.name], 0.7).map((m) => m.thing);
  const [only, ...others] = found;
  if (!only) return { otherwise: notFound(name, lang) };
  if (others.length === 0) return { process: only };
  return {
    otherwise: {
      kind: "choose",
      arg: "name",
      question: say(lang, {
        en: `${found.length} programs are called that. Which one?`,
        fr: `${found.length} programmes portent ce nom. Lequel ?`,
        zh: `有${found.length}个程序叫这个名字。哪一个？`,
      }),
      options: found.slice(0, 10).map((p) => ({ kind: "process", id: String(p.pid), name: `${p.name} (${p.pid})` })),
    },
  };
}
