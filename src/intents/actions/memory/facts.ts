import type { Fact } from "../../../memory/facts.ts";
import { arg } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import type { Thing } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { namedAlike } from "../named-alike.ts";

const SPOKEN = 3;

export const factRemember = defineAction({
  name: "fact_remember",
  summary: "Remember something for the person.",
  args: { text: arg("text", "what to remember") },
  risk: "reversible",
  examples: {
    en: [
      ["remember I'm allergic to nuts", { text: "I'm allergic to nuts" }],
      ["remember that the spare key is under the pot", { text: "the spare key is under the pot" }],
      ["keep in mind that Anna is vegetarian", { text: "Anna is vegetarian" }],
    ],
    fr: [
      ["souviens-toi que je suis allergique aux noix", { text: "je suis allergique aux noix" }],
      ["retiens que la clé est sous le pot", { text: "la clé est sous le pot" }],
      ["n'oublie pas qu'Anna est végétarienne", { text: "Anna est végétarienne" }],
    ],
    zh: [
      ["记住我对坚果过敏", { text: "我对坚果过敏" }],
      ["帮我记住备用钥匙在花盆下面", { text: "备用钥匙在花盆下面" }],
      ["别忘了安娜吃素", { text: "安娜吃素" }],
    ],
  },
  negatives: {
    en: ["remind me to buy nuts tomorrow", "do you remember what I'm allergic to"],
    fr: ["rappelle-moi d'acheter des noix demain", "tu te souviens à quoi je suis allergique"],
    zh: ["明天提醒我买坚果", "你记得我对什么过敏吗"],
  },
  describe: ({ text }, lang) => say(lang, { en: `remember: ${text}`, fr: `retenir : ${text}`, zh: `记住：${text}` }),
  async run({ text }, powers) {
    const fact = powers.memory.facts.remember(text);
    const done = { en: "I'll remember that.", fr: "C'est retenu.", zh: "我记住了。" };
    return { kind: "done", say: say(powers.lang, done), things: [factThing(fact)], undo: { id: fact.id } };
  },
  async undo(data, powers) {
    const fact = powers.memory.facts.get(Number(data.id));
    powers.memory.facts.forget(Number(data.id));
    const text =
      fact === undefined
        ? { en: "I had forgotten it already.", fr: "C'était déjà oublié.", zh: "已经忘掉了。" }
        : { en: `Forgotten: ${fact.text}.`, fr: `Oublié : ${fact.text}.`, zh: `已忘掉：${fact.text}。` };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

export const factRecall = defineAction({
  name: "fact_recall",
  summary: "Say what the person asked to be remembered.",
  args: { query: arg("text", "what it is about") },
  risk: "read",
  examples: {
    en: [
      ["what did I tell you about the spare key", { query: "spare key" }],
      ["do you remember what I'm allergic to", { query: "allergic" }],
      ["what do you know about Anna", { query: "Anna" }],
    ],
    fr: [
      ["qu'est-ce que je t'ai dit sur la clé", { query: "clé" }],
      ["tu te souviens où est la voiture", { query: "voiture" }],
      ["que sais-tu d'Anna", { query: "Anna" }],
    ],
    zh: [
      ["我跟你说过备用钥匙的事吗", { query: "备用钥匙" }],
      ["你记得我对什么过敏吗", { query: "过敏" }],
      ["关于安娜你记得什么", { query: "安娜" }],
    ],
  },
  negatives: {
    en: ["remember where I parked", "who is Marie Curie"],
    fr: ["souviens-toi où je suis garé", "qui est Marie Curie"],
    zh: ["记住我把车停在哪儿", "居里夫人是谁"],
  },
  describe: ({ query }, lang) =>
    say(lang, { en: `recall: ${query}`, fr: `se rappeler : ${query}`, zh: `回想：${query}` }),
  async run({ query }, powers) {
    const facts = factsFor(query, powers);
    if (facts.length === 0) {
      const text = {
        en: `You haven't told me that: ${query}.`,
        fr: `Vous ne m'en avez rien dit : ${query}.`,
        zh: `您没有跟我说过：${query}。`,
      };
      return { kind: "done", say: say(powers.lang, text), data: [] };
    }
    const texts = facts.map((fact) => fact.text);
    const list = sayList(texts.slice(0, SPOKEN), powers.lang);
    const text = { en: `You told me: ${list}.`, fr: `Vous m'avez dit : ${list}.`, zh: `您告诉过我：${list}。` };
    return { kind: "done", say: say(powers.lang, text), show: texts, data: texts, things: facts.map(factThing) };
  },
});

export const factForget = defineAction({
  name: "fact_forget",
  summary: "Forget something that was to be remembered.",
  args: { query: arg("text", "what it is about") },
  risk: "reversible",
  examples: {
    en: [
      ["forget what I said about the spare key", { query: "spare key" }],
      ["you can forget that Anna is vegetarian", { query: "Anna is vegetarian" }],
      ["forget about my allergy", { query: "allergy" }],
    ],
    fr: [
      ["oublie ce que je t'ai dit sur la clé", { query: "clé" }],
      ["oublie qu'Anna est végétarienne", { query: "Anna est végétarienne" }],
      ["tu peux oublier mon allergie", { query: "allergie" }],
    ],
    zh: [
      ["忘掉我说的备用钥匙的事", { query: "备用钥匙" }],
      ["忘了安娜吃素这件事", { query: "安娜吃素" }],
      ["不用记我过敏的事了", { query: "过敏" }],
    ],
  },
  negatives: {
    en: ["forget it", "delete the note about the key"],
    fr: ["laisse tomber", "supprime la note sur la clé"],
    zh: ["算了", "删掉关于钥匙的笔记"],
  },
  describe: ({ query }, lang) => say(lang, { en: `forget: ${query}`, fr: `oublier : ${query}`, zh: `忘掉：${query}` }),
  async run({ query }, powers) {
    const facts = factsFor(query, powers);
    const [fact] = facts;
    if (fact === undefined) {
      const text = {
        en: `There is nothing to forget about ${query}.`,
        fr: `Je n'ai rien à oublier là-dessus : ${query}.`,
        zh: `我没有记过：${query}。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    if (facts.length > 1) {
      const options = facts.map(factThing);
      const names = options.map((option) => option.name);
      const question = say(powers.lang, {
        en: `Which of these: ${names.join("; or ")}?`,
        fr: `Laquelle de ces choses : ${names.join(" ; ou ")} ?`,
        zh: `哪一条：${names.join("，还是")}？`,
      });
      return { kind: "choose", arg: "query", question, options };
    }
    powers.memory.facts.forget(fact.id);
    const text = { en: `Forgotten: ${fact.text}.`, fr: `Oublié : ${fact.text}.`, zh: `已忘掉：${fact.text}。` };
    return { kind: "done", say: say(powers.lang, text), undo: { fact } };
  },
  async undo(data, powers) {
    const fact = data.fact as Fact;
    powers.memory.facts.restore(fact);
    const text = {
      en: `I remember again: ${fact.text}.`,
      fr: `Je m'en souviens de nouveau : ${fact.text}.`,
      zh: `又记住了：${fact.text}。`,
    };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

function factsFor(query: string, powers: Powers): readonly Fact[] {
  const { facts } = powers.memory;
  const id = /^fact:(\d+)$/.exec(query)?.[1];
  const byId = id === undefined ? undefined : facts.get(Number(id));
  if (byId !== undefined) return [byId];
  const meant = powers.refs.resolve(query, ["fact"]);
  if (meant.length > 0) return meant.flatMap((thing) => facts.get(Number(thing.id.replace("fact:", ""))) ?? []);
  const exact = facts.all().filter((fact) => fact.text.toLowerCase() === query.toLowerCase());
  if (exact.length > 0) return exact.slice(0, 1);
  const found = facts.search(query);
  return found.length > 0 ? found : namedAlike(query, facts.all(), (fact) => [fact.text]);
}

function factThing(fact: Fact): Thing {
  return { kind: "fact", id: `fact:${fact.id}`, name: fact.text };
}
