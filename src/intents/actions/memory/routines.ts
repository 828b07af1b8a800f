import type { Phrase } from "../../../memory/phrases.ts";
import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { namedAlike } from "../named-alike.ts";

export const phraseTeach = defineAction({
  name: "phrase_teach",
  summary: "Teach a phrase: what shall happen when it is said.",
  args: { phrase: arg("text", "what will be said"), meaning: arg("text", "what shall happen") },
  risk: "reversible",
  examples: {
    en: [
      [
        "when I say movie night, dim the screen to 20 and mute notifications",
        { phrase: "movie night", meaning: "dim the screen to 20 and mute notifications" },
      ],
      ["if I say good night, turn off the lights", { phrase: "good night", meaning: "turn off the lights" }],
      ["focus time means mute everything", { phrase: "focus time", meaning: "mute everything" }],
    ],
    fr: [
      [
        "quand je dis soirée film, baisse la luminosité à 20",
        { phrase: "soirée film", meaning: "baisse la luminosité à 20" },
      ],
      ["si je dis bonne nuit, éteins les lumières", { phrase: "bonne nuit", meaning: "éteins les lumières" }],
      ["quand je dis au travail, ouvre mes courriels", { phrase: "au travail", meaning: "ouvre mes courriels" }],
    ],
    zh: [
      ["我说电影之夜的时候，把屏幕调暗到20", { phrase: "电影之夜", meaning: "把屏幕调暗到20" }],
      ["我说晚安就把灯都关掉", { phrase: "晚安", meaning: "把灯都关掉" }],
      ["当我说开工，打开邮件", { phrase: "开工", meaning: "打开邮件" }],
    ],
  },
  negatives: {
    en: ["dim the screen to 20 and mute", "what does movie night mean"],
    fr: ["baisse la luminosité à 20", "que veut dire soirée film"],
    zh: ["把屏幕调暗到20", "电影之夜是什么意思"],
  },
  describe: ({ phrase, meaning }, lang) =>
    say(lang, {
      en: `learn that “${phrase}” means: ${meaning}`,
      fr: `apprendre que « ${phrase} » veut dire : ${meaning}`,
      zh: `学会“${phrase}”表示：${meaning}`,
    }),
  async run({ phrase, meaning }, powers) {
    // Words in braces stand for what will be said then: what they do cannot be known before.
    const isKnown = /\{\p{L}/u.test(meaning) || (await powers.dialogue.understand(meaning)).length > 0;
    if (!isKnown) return meaningless(phrase, meaning, powers.lang);
    const taught = powers.memory.phrases.teach(phrase, meaning, powers.lang);
    const text = {
      en: `From now on, “${phrase}” means: ${meaning}.`,
      fr: `Désormais, « ${phrase} » veut dire : ${meaning}.`,
      zh: `好的，以后“${phrase}”就表示：${meaning}。`,
    };
    const undo = taught.before === undefined ? { id: taught.phrase.id } : { before: taught.before };
    return { kind: "done", say: say(powers.lang, text), data: taught.phrase, undo };
  },
  async undo(data, powers) {
    const { phrases } = powers.memory;
    const before = data.before as Phrase | undefined;
    if (before !== undefined) {
      phrases.restore(before);
      const text = {
        en: `“${before.phrase}” means again: ${before.meaning}.`,
        fr: `« ${before.phrase} » veut de nouveau dire : ${before.meaning}.`,
        zh: `“${before.phrase}”又表示：${before.meaning}。`,
      };
      return { kind: "done", say: say(powers.lang, text) };
    }
    const phrase = phrases.all().find(({ id }) => id === Number(data.id))?.phrase;
    phrases.remove(Number(data.id));
    const text =
      phrase === undefined
        ? { en: "I had unlearned it already.", fr: "C'était déjà désappris.", zh: "已经取消了。" }
        : { en: `I've unlearned “${phrase}”.`, fr: `J'ai désappris « ${phrase} ».`, zh: `“${phrase}”已经取消了。` };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

/** A phrase that would do nothing is not kept. */
function meaningless(phrase: string, meaning: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "ARGUMENT_INVALID",
    say: say(lang, {
      en: `I don't understand “${meaning}”, so I have not learned “${phrase}”. Put it as you would tell me to do it.`,
      fr: `Je ne comprends pas « ${meaning} », je n'ai donc pas appris « ${phrase} ». Dites-le comme une demande.`,
      zh: `我不明白“${meaning}”，所以没有学“${phrase}”。请像平时让我做事那样说。`,
    }),
    remedy: say(lang, {
      en: `say: when I say ${phrase}, dim the screen to 20`,
      fr: `dites : quand je dis ${phrase}, baisse la luminosité à 20`,
      zh: `请说：我说${phrase}的时候，把屏幕调暗到20`,
    }),
  };
}

export const routineList = defineAction({
  name: "routine_list",
  summary: "Say which phrases have been taught and what they do.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["what routines do I have", {}],
      ["which phrases have I taught you", {}],
      ["list my routines", {}],
    ],
    fr: [
      ["quelles sont mes routines", {}],
      ["quelles phrases t'ai-je apprises", {}],
      ["liste mes routines", {}],
    ],
    zh: [
      ["我有哪些例程", {}],
      ["我教过你哪些话", {}],
      ["列出我的例程", {}],
    ],
  },
  negatives: {
    en: ["what's on my to-do list", "turn off the movie night routine"],
    fr: ["qu'y a-t-il sur ma liste de tâches", "désactive la routine soirée film"],
    zh: ["待办清单上有什么", "关掉电影之夜例程"],
  },
  describe: (_, lang) => say(lang, { en: "list the routines", fr: "lister les routines", zh: "列出例程" }),
  async run(_, powers) {
    const phrases = powers.memory.phrases.all();
    if (phrases.length === 0) {
      const text = {
        en: "You haven't taught me any. Say, for example: when I say movie night, dim the screen.",
        fr: "Vous ne m'en avez pas appris. Dites par exemple : quand je dis soirée film, baisse la luminosité.",
        zh: "你还没有教过我。比如可以说：我说电影之夜的时候，把屏幕调暗。",
      };
      return { kind: "done", say: say(powers.lang, text), data: [] };
    }
    const off = say(powers.lang, { en: " (off)", fr: " (désactivée)", zh: "（已关闭）" });
    const names = phrases.map((phrase) => `${phrase.phrase}${phrase.on ? "" : off}`);
    const list = sayList(names, powers.lang);
    const count = phrases.length;
    const text = {
      en: `${count === 1 ? "One routine" : `${count} routines`}: ${list}.`,
      fr: `${count === 1 ? "Une routine" : `${count} routines`} : ${list}.`,
      zh: `${count}个例程：${list}。`,
    };
    const show = phrases.map((phrase, index) => `${names[index]} → ${phrase.meaning}`);
    return { kind: "done", say: say(powers.lang, text), show, data: phrases };
  },
});

export const routineSet = defineAction({
  name: "routine_set",
  summary: "Switch a taught phrase on or off.",
  args: { name: arg("text", "which one"), on: arg("bool", "true on, false off") },
  risk: "reversible",
  examples: {
    en: [
      ["turn off the movie night routine", { name: "movie night", on: false }],
      ["enable my good night routine", { name: "good night", on: true }],
      ["disable the routine focus time", { name: "focus time", on: false }],
    ],
    fr: [
      ["désactive la routine soirée film", { name: "soirée film", on: false }],
      ["active ma routine bonne nuit", { name: "bonne nuit", on: true }],
      ["coupe la routine au travail", { name: "au travail", on: false }],
    ],
    zh: [
      ["关掉电影之夜例程", { name: "电影之夜", on: false }],
      ["启用晚安例程", { name: "晚安", on: true }],
      ["停用开工例程", { name: "开工", on: false }],
    ],
  },
  negatives: {
    en: ["turn off the light", "what routines do I have"],
    fr: ["éteins la lumière", "quelles sont mes routines"],
    zh: ["关灯", "我有哪些例程"],
  },
  describe: ({ name, on }, lang) =>
    on
      ? say(lang, {
          en: `switch the routine ${name} on`,
          fr: `activer la routine « ${name} »`,
          zh: `启用例程“${name}”`,
        })
      : say(lang, {
          en: `switch the routine ${name} off`,
          fr: `désactiver la routine « ${name} »`,
          zh: `停用例程“${name}”`,
        }),
  async run({ name, on }, powers) {
    const { phrases } = powers.memory;
    const [phrase] = namedAlike(name, phrases.all(), (candidate) => [candidate.phrase]);
    if (phrase === undefined) {
      const text = {
        en: `There is no routine named ${name}.`,
        fr: `Il n'y a pas de routine « ${name} ».`,
        zh: `没有叫“${name}”的例程。`,
      };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    phrases.setOn(phrase.id, on);
    const text = sayOnOff(phrase.phrase, on, powers.lang);
    return { kind: "done", say: text, undo: { id: phrase.id, on: phrase.on } };
  },
  async undo(data, powers) {
    const { phrases } = powers.memory;
    const phrase = phrases.all().find(({ id }) => id === Number(data.id))?.phrase ?? "";
    phrases.setOn(Number(data.id), data.on === true);
    return { kind: "done", say: sayOnOff(phrase, data.on === true, powers.lang) };
  },
});

function sayOnOff(phrase: string, on: boolean, lang: Lang): string {
  return say(lang, {
    en: `The routine “${phrase}” is ${on ? "on" : "off"}.`,
    fr: `La routine « ${phrase} » est ${on ? "active" : "désactivée"}.`,
    zh: `例程“${phrase}”已${on ? "启用" : "停用"}。`,
  });
}
