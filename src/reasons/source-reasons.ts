import type { Reason } from "./reason.ts";

/** What this machine cannot know, or whom it cannot reach, because nothing is set up for it. */
export const SOURCE_REASONS = {
  "source.no-weather": {
    code: "BACKEND_MISSING",
    why: {
      en: "no weather provider is set up, and this device does not ask the network unasked",
      fr: "aucun fournisseur de météo n'est configuré, et cet appareil n'interroge pas le réseau de lui-même",
      zh: "没有设置天气来源，本机也不会自行联网查询",
    },
    remedy: {
      en: "say: open wttr.in",
      fr: "dites : ouvre wttr.in",
      zh: "请说：打开 wttr.in",
    },
  },
  "source.no-news": {
    code: "BACKEND_MISSING",
    why: {
      en: "no news provider is set up, and this device does not ask the network unasked",
      fr: "aucun fournisseur de nouvelles n'est configuré, et cet appareil n'interroge pas le réseau de lui-même",
      zh: "没有设置新闻来源，本机也不会自行联网查询",
    },
    remedy: {
      en: "say “open” and the address of the paper that you read",
      fr: "dites « ouvre » et l'adresse de votre journal",
      zh: "说“打开”，再加上您看的报纸的网址",
    },
  },
  "source.no-knowledge": {
    code: "BACKEND_MISSING",
    why: {
      en: "no model that knows about the world is installed",
      fr: "aucun modèle qui connaisse le monde n'est installé",
      zh: "没有安装了解世界的模型",
    },
    remedy: {
      en: "say: open wikipedia.org",
      fr: "dites : ouvre wikipedia.org",
      zh: "请说：打开 wikipedia.org",
    },
  },
  "source.no-dictionary": {
    code: "BACKEND_MISSING",
    why: {
      en: "neither dict (with a local dictd) nor wn (WordNet) is installed",
      fr: "ni dict (avec un dictd local) ni wn (WordNet) n'est installé",
      zh: "没有安装 dict（及本机的 dictd）或 wn（WordNet）",
    },
    remedy: "sudo apt install dict dictd dict-wn",
  },
  "source.no-translator": {
    code: "BACKEND_MISSING",
    why: {
      en: "neither apertium nor argos-translate is installed with this pair of languages",
      fr: "ni apertium ni argos-translate n'est installé avec cette paire de langues",
      zh: "没有安装支持这两种语言的 apertium 或 argos-translate",
    },
    remedy: "pipx install argostranslate && argospm install translate-{from}_{to}",
  },
  "source.no-rates": {
    code: "BACKEND_MISSING",
    why: {
      en: "no source of exchange rates is set up",
      fr: "aucune source de taux de change n'est configurée",
      zh: "没有设置汇率来源",
    },
    remedy: {
      en: "say “open” and the address of your bank",
      fr: "dites « ouvre » et l'adresse de votre banque",
      zh: "说“打开”，再加上您的银行网址",
    },
  },
  "source.no-messages": {
    code: "BACKEND_MISSING",
    why: {
      en: "no messaging service is set up",
      fr: "aucun service de messagerie n'est configuré",
      zh: "没有设置消息服务",
    },
    remedy: {
      en: "say “open” and the address of your mail or chat page",
      fr: "dites « ouvre » et l'adresse de votre page de courriel ou de chat",
      zh: "说“打开”，再加上您的邮箱或聊天网址",
    },
  },
  "source.no-agents": {
    code: "BACKEND_MISSING",
    why: { en: "no other agent is set up", fr: "aucun autre agent n'est configuré", zh: "没有设置其他智能体" },
    remedy: {
      en: "ask it on that device itself",
      fr: "demandez-le sur cet appareil même",
      zh: "直接在那台设备上操作",
    },
  },
} as const satisfies Record<string, Reason>;
