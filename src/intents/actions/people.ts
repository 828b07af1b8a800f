import { arg, maybe } from "../args.ts";
import type { Powers } from "../powers.ts";
import type { Result } from "../result.ts";
import { say } from "../say.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { noSource } from "./knowledge/no-source.ts";

const messageSend = defineAction({
  name: "message_send",
  summary: "Send somebody a message. Needs a messaging service.",
  args: {
    person: arg("text", "to whom"),
    text: arg("text", "what to say"),
    via: maybe("text", "by which service"),
  },
  risk: "external",
  examples: {
    en: [
      ["text Anna I'm running late", { person: "Anna", text: "I'm running late" }],
      ["send Paul an email saying the report is ready", { person: "Paul", text: "the report is ready", via: "email" }],
      ["tell Mum on WhatsApp that we have arrived", { person: "Mum", text: "we have arrived", via: "WhatsApp" }],
    ],
    fr: [
      ["écris à Anna je suis en retard", { person: "Anna", text: "je suis en retard" }],
      [
        "dis à maman sur WhatsApp que nous sommes arrivés",
        { person: "maman", text: "nous sommes arrivés", via: "WhatsApp" },
      ],
      ["envoie un message à Paul disant le rapport est prêt", { person: "Paul", text: "le rapport est prêt" }],
    ],
    zh: [
      ["给安娜发消息说我晚点到", { person: "安娜", text: "我晚点到" }],
      ["用微信告诉妈妈我们到了", { person: "妈妈", text: "我们到了", via: "微信" }],
      ["给保罗发短信说报告好了", { person: "保罗", text: "报告好了", via: "短信" }],
    ],
  },
  negatives: {
    en: ["remind me to text Anna", "read my messages from Anna"],
    fr: ["rappelle-moi d'écrire à Anna", "lis mes messages d'Anna"],
    zh: ["提醒我给安娜发消息", "念一下安娜的消息"],
  },
  describe: ({ person, text, via }, lang) => {
    const by = via === undefined ? "" : ` (${via})`;
    return say(lang, {
      en: `send ${person}${by}: “${text}”`,
      fr: `envoyer à ${person}${by} : « ${text} »`,
      zh: `发给${person}${by}：“${text}”`,
    });
  },
  look: ({ person }, powers) => unreachable(person, powers),
  run: ({ person }, powers) => unreachable(person, powers),
});

const messageRead = defineAction({
  name: "message_read",
  summary: "Read messages out. Needs a messaging service.",
  args: { person: maybe("text", "from whom"), via: maybe("text", "by which service") },
  risk: "read",
  examples: {
    en: [
      ["read my messages", {}],
      ["any new messages from Anna", { person: "Anna" }],
      ["read my new emails", { via: "emails" }],
    ],
    fr: [
      ["lis mes messages", {}],
      ["j'ai des messages d'Anna", { person: "Anna" }],
      ["lis mes nouveaux courriels", { via: "courriels" }],
    ],
    zh: [
      ["念一下我的消息", {}],
      ["安娜发消息来了吗", { person: "安娜" }],
      ["看看微信有没有新消息", { via: "微信" }],
    ],
  },
  negatives: {
    en: ["text Anna I'm late", "read my notes"],
    fr: ["écris à Anna que je suis en retard", "lis mes notes"],
    zh: ["给安娜发消息", "念一下我的笔记"],
  },
  describe: (_, lang) => say(lang, { en: "read messages", fr: "lire les messages", zh: "读消息" }),
  run: async (_, powers) =>
    noSource(
      powers.lang,
      {
        en: "I can't see your messages: no messaging service is set up.",
        fr: "Je ne vois pas vos messages : aucun service de messagerie n'est configuré.",
        zh: "看不到你的消息：还没有设置消息服务。",
      },
      "source.no-messages",
    ),
});

export const peopleActions = defineDomain("people", [messageSend, messageRead]);

async function unreachable(person: string, powers: Powers): Promise<Result> {
  return noSource(
    powers.lang,
    {
      en: `I can't write to ${person}: no messaging service is set up. Nothing was sent.`,
      fr: `Je ne peux pas écrire à ${person} : aucun service de messagerie n'est configuré. Rien n'a été envoyé.`,
      zh: `没法给${person}发消息：还没有设置消息服务。什么也没有发出。`,
    },
    "source.no-messages",
  );
}
