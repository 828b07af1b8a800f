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
      en: "this version has no source of weather; say “open wttr.in” to look in the browser",
      fr: "cette version n'a pas de source de météo ; dites « ouvre wttr.in » pour regarder dans le navigateur",
      zh: "这个版本没有天气来源；可以说“打开 wttr.in”在浏览器里看",
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
      en: "this version has no source of news; say “open” and the address of the paper you read",
      fr: "cette version n'a pas de source de nouvelles ; dites « ouvre » et l'adresse de votre journal",
      zh: "这个版本没有新闻来源；可以说“打开”加上您看的报纸的网址",
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
      en: "this version comes without such a model; say “open wikipedia.org” to look it up in the browser",
      fr: "cette version n'a pas un tel modèle ; dites « ouvre wikipedia.org » pour chercher dans le navigateur",
      zh: "这个版本不带这样的模型；可以说“打开 wikipedia.org”在浏览器里查",
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
      en: "this version has no source of rates; say “open” and the address of your bank",
      fr: "cette version n'a pas de source de taux ; dites « ouvre » et l'adresse de votre banque",
      zh: "这个版本没有汇率来源；可以说“打开”加上您的银行网址",
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
      en: "this version has no messaging service; say “open” and the address of your mail or chat page",
      fr: "cette version n'a pas de messagerie ; dites « ouvre » et l'adresse de votre page de courriel ou de chat",
      zh: "这个版本没有消息服务；可以说“打开”加上您的邮箱或聊天网址",
    },
  },
  "source.no-agents": {
    code: "BACKEND_MISSING",
    why: { en: "no other agent is set up", fr: "aucun autre agent n'est configuré", zh: "没有设置其他智能体" },
    remedy: {
      en: "this version does not speak with other devices yet",
      fr: "cette version ne parle pas encore avec d'autres appareils",
      zh: "这个版本还不能与其他设备通信",
    },
  },
} as const satisfies Record<string, Reason>;
