import { arg } from "../args.ts";
import type { Powers } from "../powers.ts";
import type { Result } from "../result.ts";
import { say } from "../say.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { noSource } from "./knowledge/no-source.ts";

const agentList = defineAction({
  name: "agent_list",
  summary: "Say which other devices and agents can help.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["which devices can help", {}],
      ["what other agents are there", {}],
      ["who else can you ask", {}],
    ],
    fr: [
      ["quels appareils peuvent aider", {}],
      ["quels autres agents y a-t-il", {}],
      ["à qui d'autre peux-tu demander", {}],
    ],
    zh: [
      ["哪些设备能帮忙", {}],
      ["还有哪些智能体", {}],
      ["你还能问谁", {}],
    ],
  },
  negatives: {
    en: ["list the Bluetooth devices", "which networks are there"],
    fr: ["liste les appareils Bluetooth", "quels réseaux y a-t-il"],
    zh: ["列出蓝牙设备", "有哪些网络"],
  },
  describe: (_, lang) =>
    say(lang, { en: "list the other agents", fr: "lister les autres agents", zh: "列出其他智能体" }),
  run: async (_, powers) => {
    const text = {
      en: "No other device or agent is set up here.",
      fr: "Aucun autre appareil ou agent n'est configuré ici.",
      zh: "这里没有设置其他设备或智能体。",
    };
    return { kind: "done", say: say(powers.lang, text), data: [] };
  },
});

const agentAsk = defineAction({
  name: "agent_ask",
  summary: "Ask another device or agent to do something.",
  args: { agent: arg("text", "whom to ask"), task: arg("text", "what it shall do") },
  risk: "external",
  examples: {
    en: [
      ["ask the kitchen display to show my shopping list", { agent: "kitchen display", task: "show my shopping list" }],
      ["tell the laptop to play jazz", { agent: "laptop", task: "play jazz" }],
      ["have the office speaker say dinner is ready", { agent: "office speaker", task: "say dinner is ready" }],
    ],
    fr: [
      [
        "demande à l'écran de la cuisine d'afficher ma liste",
        { agent: "écran de la cuisine", task: "afficher ma liste" },
      ],
      ["dis à l'ordinateur portable de jouer du jazz", { agent: "ordinateur portable", task: "jouer du jazz" }],
      [
        "demande au haut-parleur du bureau d'annoncer le dîner",
        { agent: "haut-parleur du bureau", task: "annoncer le dîner" },
      ],
    ],
    zh: [
      ["让厨房的屏幕显示我的购物清单", { agent: "厨房的屏幕", task: "显示我的购物清单" }],
      ["叫笔记本电脑放爵士乐", { agent: "笔记本电脑", task: "放爵士乐" }],
      ["让办公室音箱说晚饭好了", { agent: "办公室音箱", task: "说晚饭好了" }],
    ],
  },
  negatives: {
    en: ["show my shopping list", "ask Anna by text when she arrives"],
    fr: ["affiche ma liste de courses", "demande à Anna par message quand elle arrive"],
    zh: ["显示我的购物清单", "发消息问安娜什么时候到"],
  },
  describe: ({ agent, task }, lang) =>
    say(lang, { en: `ask ${agent}: ${task}`, fr: `demander à ${agent} : ${task}`, zh: `让${agent}：${task}` }),
  look: ({ agent }, powers) => unreachable(agent, powers),
  run: ({ agent }, powers) => unreachable(agent, powers),
});

export const agentsActions = defineDomain("agents", [agentList, agentAsk]);

async function unreachable(agent: string, powers: Powers): Promise<Result> {
  return noSource(
    powers.lang,
    {
      en: `I can't reach ${agent}: no other agent is set up. Nothing was sent.`,
      fr: `Je ne peux pas joindre ${agent} : aucun autre agent n'est configuré. Rien n'a été envoyé.`,
      zh: `联系不上${agent}：还没有设置其他智能体。什么也没有发出。`,
    },
    "source.no-agents",
  );
}
