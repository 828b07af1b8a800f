import { toLocal } from "../../memory/zoned-time.ts";
import { maybe } from "../args.ts";
import { say } from "../say.ts";
import { readDate, sayTime } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { localOf } from "./moments.ts";
import { findTimezones } from "./timezone-names.ts";

const timeNow = defineAction({
  name: "time_now",
  summary: "Say what time it is, here or elsewhere.",
  args: { place: maybe("text", "where") },
  risk: "read",
  examples: {
    en: [
      ["what time is it", {}],
      ["what time is it in Tokyo", { place: "Tokyo" }],
      ["do you have the time", {}],
    ],
    fr: [
      ["quelle heure est-il", {}],
      ["quelle heure est-il à Tokyo", { place: "Tokyo" }],
      ["tu as l'heure", {}],
    ],
    zh: [
      ["现在几点", {}],
      ["东京现在几点", { place: "东京" }],
      ["几点了", {}],
    ],
  },
  negatives: {
    en: ["what time is my dentist appointment", "how much time is left"],
    fr: ["à quelle heure est mon rendez-vous chez le dentiste", "combien de temps reste-t-il"],
    zh: ["我几点看牙医", "还剩多少时间"],
  },
  describe: ({ place }, lang) => {
    const there = place === undefined ? "" : ` (${place})`;
    return say(lang, { en: `say the time${there}`, fr: `dire l'heure${there}`, zh: `报时${there}` });
  },
  async run({ place }, powers) {
    const zone = place === undefined ? powers.timeZone : findTimezones(place)[0];
    if (zone === undefined) {
      const text = {
        en: `I don't know the time zone of ${place}.`,
        fr: `Je ne connais pas le fuseau horaire de ${place}.`,
        zh: `我不知道${place}的时区。`,
      };
      return {
        kind: "failed",
        say: say(powers.lang, text),
        code: "NOT_FOUND",
        remedy: say(powers.lang, {
          en: "name the country or a larger city nearby",
          fr: "nommez le pays ou une plus grande ville proche",
          zh: "请说国家，或附近的大城市",
        }),
      };
    }
    const local = toLocal(powers.now(), zone);
    const time = sayTime(local, powers.lang);
    const data = { local, timeZone: zone };
    if (place === undefined) {
      const text = { en: `It's ${time}.`, fr: `Il est ${time}.`, zh: `现在${time}。` };
      return { kind: "done", say: say(powers.lang, text), data };
    }
    const day = dayApart(local.slice(0, 10), localOf(powers.now(), powers).slice(0, 10));
    const there = {
      en: ["It's %, yesterday.", "It's %.", "It's %, tomorrow."],
      fr: ["Il est %, hier.", "Il est %.", "Il est %, demain."],
      zh: ["是昨天%。", "现在%。", "是明天%。"],
    };
    const sentence = there[powers.lang][day + 1]!.replace("%", time);
    const text = {
      en: `In ${place}: ${lower(sentence)}`,
      fr: `${place} : ${lower(sentence)}`,
      zh: `${place}${sentence}`,
    };
    return { kind: "done", say: say(powers.lang, text), data };
  },
});

const dateToday = defineAction({
  name: "date_today",
  summary: "Say the date and the day of the week, today's or another's.",
  args: { when: maybe("text", "which day, in words") },
  risk: "read",
  examples: {
    en: [
      ["what day is it", {}],
      ["what day is it next Friday", { when: "next Friday" }],
      ["what's the date", {}],
      ["what day of the week is the 24th of December", { when: "the 24th of December" }],
    ],
    fr: [
      ["quel jour sommes-nous", {}],
      ["c'est quelle date vendredi prochain", { when: "vendredi prochain" }],
      ["on est le combien", {}],
    ],
    zh: [
      ["今天几号", { when: "今天" }],
      ["下周五是几号", { when: "下周五" }],
      ["今天星期几", { when: "今天" }],
    ],
  },
  negatives: {
    en: ["what do I have on next Friday", "what time is it"],
    fr: ["qu'est-ce que j'ai vendredi prochain", "quelle heure est-il"],
    zh: ["下周五有什么安排", "现在几点"],
  },
  describe: ({ when }, lang) => {
    const day = when === undefined ? "" : ` (${when})`;
    return say(lang, { en: `say the date${day}`, fr: `dire la date${day}`, zh: `报日期${day}` });
  },
  async run({ when }, powers) {
    const { lang, timeZone } = powers;
    const today = localOf(powers.now(), powers).slice(0, 10);
    const context = { lang, timeZone, now: powers.now(), action: "date_today", arg: "when" };
    const date = when === undefined ? today : readDate(when, context);
    if (date === undefined) {
      const text = {
        en: `I can't tell which day “${when}” is.`,
        fr: `Je ne vois pas quel jour est « ${when} ».`,
        zh: `我不明白“${when}”是哪一天。`,
      };
      return { kind: "failed", say: say(lang, text), code: "ARGUMENT_INVALID" };
    }
    const full = new Intl.DateTimeFormat({ en: "en-GB", fr: "fr-FR", zh: "zh-CN" }[lang], {
      dateStyle: "full",
      timeZone: "UTC",
    }).format(new Date(`${date}T12:00:00Z`));
    const text =
      when === undefined
        ? { en: `Today is ${full}.`, fr: `Nous sommes le ${full}.`, zh: `今天是${full}。` }
        : { en: `${when} is ${full}.`, fr: `${when}, c'est le ${full}.`, zh: `${when}是${full}。` };
    const spoken = say(lang, text);
    return { kind: "done", say: spoken.charAt(0).toUpperCase() + spoken.slice(1), data: { date } };
  },
});

/** −1, 0 or 1: their day before, on or after ours. */
function dayApart(theirs: string, ours: string): number {
  return theirs < ours ? -1 : theirs > ours ? 1 : 0;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const timeActions = defineDomain("time", [timeNow, dateToday]);
