import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { languageName, shellLanguage } from "../language-names.ts";
import { findTimezones } from "../timezone-names.ts";
import { notFound } from "./say-machine.ts";

export const timezoneSet = defineAction({
  name: "timezone_set",
  summary: "Set the machine's time zone.",
  args: { timezone: arg("text", "the zone, or a city in it") },
  risk: "reversible",
  examples: {
    en: [
      ["set the time zone to Tokyo", { timezone: "Tokyo" }],
      ["change the timezone to America/New_York", { timezone: "America/New_York" }],
      ["I'm in London now, change the time zone to London", { timezone: "London" }],
    ],
    fr: [
      ["mets le fuseau horaire sur Tokyo", { timezone: "Tokyo" }],
      ["passe au fuseau de Montréal", { timezone: "Montréal" }],
      ["règle le fuseau horaire sur Londres", { timezone: "Londres" }],
    ],
    zh: [
      ["把时区设为东京", { timezone: "东京" }],
      ["时区改成上海", { timezone: "上海" }],
      ["切换到伦敦时区", { timezone: "伦敦" }],
    ],
  },
  negatives: {
    en: ["what time is it in Tokyo", "what's the weather in London"],
    fr: ["quelle heure est-il à Tokyo", "quel temps fait-il à Londres"],
    zh: ["东京现在几点", "伦敦天气怎么样"],
  },
  describe: ({ timezone }, lang) =>
    say(lang, {
      en: `set the time zone to ${timezone}`,
      fr: `mettre le fuseau horaire sur ${timezone}`,
      zh: `把时区设为${timezone}`,
    }),
  run: async ({ timezone }, powers) => {
    const { lang } = powers;
    const [zone, ...others] = findTimezones(timezone);
    if (zone === undefined) return notFound(timezone, lang);
    if (others.length > 0)
      return {
        kind: "choose",
        arg: "timezone",
        question: say(lang, { en: "Which time zone?", fr: "Quel fuseau horaire ?", zh: "哪个时区？" }),
        options: [zone, ...others].slice(0, 10).map((name) => ({ kind: "text", id: name, name })),
      };
    const system = await powers.drivers.system();
    const before = await system.timezone();
    const now = await system.setTimezone(zone);
    return { kind: "done", say: sayTimezone(now, lang), data: { timezone: now }, undo: { timezone: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.system()).setTimezone(String(data.timezone));
    return { kind: "done", say: sayTimezone(now, powers.lang) };
  },
});

export const languageSet = defineAction({
  name: "language_set",
  summary: "Choose the language in which the shell listens and answers.",
  args: { language: arg("text", "the language's name") },
  risk: "reversible",
  examples: {
    en: [
      ["speak French from now on", { language: "French" }],
      ["set the language to Chinese", { language: "Chinese" }],
      ["switch to English", { language: "English" }],
    ],
    fr: [
      ["parle anglais désormais", { language: "anglais" }],
      ["mets la langue en chinois", { language: "chinois" }],
      ["passe en français", { language: "français" }],
    ],
    zh: [
      ["以后说英语", { language: "英语" }],
      ["把语言设为法语", { language: "法语" }],
      ["切换到中文", { language: "中文" }],
    ],
  },
  negatives: {
    en: ["how do you say hello in French", "translate this into Chinese"],
    fr: ["comment dit-on bonjour en anglais", "traduis ça en chinois"],
    zh: ["你好用英语怎么说", "把这个翻译成法语"],
  },
  describe: ({ language }, lang) =>
    say(lang, { en: `speak ${language} from now on`, fr: `parler ${language} désormais`, zh: `以后说${language}` }),
  run: async ({ language }, powers) => {
    const code = shellLanguage(language);
    if (code === undefined)
      return {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(powers.lang, {
          en: `I do not speak ${language}. I speak English, French and Chinese.`,
          fr: `Je ne parle pas ${language}. Je parle anglais, français et chinois.`,
          zh: `我不会说${language}。我会说英语、法语和中文。`,
        }),
      };
    const before = powers.memory.preferences.set("language", code);
    return {
      kind: "done",
      // Said in the new language: the first sentence shows that it works.
      say: say(code, { en: "I speak English now.", fr: "Je parle français maintenant.", zh: "现在我说中文。" }),
      data: { language: code },
      undo: { language: before ?? null },
    };
  },
  undo: async (data, powers) => {
    if (typeof data.language === "string") powers.memory.preferences.set("language", data.language);
    else powers.memory.preferences.remove("language");
    const name = typeof data.language === "string" ? languageName(data.language, powers.lang) : undefined;
    return {
      kind: "done",
      say: name
        ? say(powers.lang, { en: `Back to ${name}.`, fr: `Retour à la langue : ${name}.`, zh: `已切回${name}。` })
        : say(powers.lang, {
            en: "I follow your language again.",
            fr: "Je suis de nouveau votre langue.",
            zh: "我会跟随你的语言。",
          }),
    };
  },
});

function sayTimezone(zone: string, lang: Lang): string {
  return say(lang, {
    en: `The time zone is ${zone}.`,
    fr: `Le fuseau horaire est ${zone}.`,
    zh: `时区现在是${zone}。`,
  });
}
