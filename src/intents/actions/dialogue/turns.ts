import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";

export const undo = defineAction({
  name: "undo",
  summary: "Take back what was done last, or the last thing named.",
  args: { what: maybe("text", "what to take back") },
  risk: "reversible",
  examples: {
    en: [
      ["undo", {}],
      ["take that back", {}],
      ["undo the brightness change", { what: "brightness change" }],
    ],
    fr: [
      ["annule ça", {}],
      ["reviens en arrière", {}],
      ["annule le changement de luminosité", { what: "changement de luminosité" }],
    ],
    zh: [
      ["撤销", {}],
      ["收回刚才的操作", {}],
      ["撤销亮度调整", { what: "亮度调整" }],
    ],
  },
  negatives: {
    en: ["cancel", "go back to the previous song"],
    fr: ["laisse tomber", "reviens à la chanson précédente"],
    zh: ["算了", "回到上一首"],
  },
  describe: ({ what }, lang) =>
    what === undefined
      ? say(lang, { en: "take the last thing back", fr: "annuler la dernière action", zh: "撤销上一步" })
      : say(lang, { en: `take back: ${what}`, fr: `annuler : ${what}`, zh: `撤销：${what}` }),
  run: async ({ what }, powers) => powers.dialogue.undo(what),
});

export const repeat = defineAction({
  name: "repeat",
  summary: "Say the last reply again.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["say that again", {}],
      ["what did you say", {}],
      ["repeat please", {}],
    ],
    fr: [
      ["répète", {}],
      ["qu'est-ce que tu as dit", {}],
      ["tu peux redire ça", {}],
    ],
    zh: [
      ["再说一遍", {}],
      ["你刚才说什么", {}],
      ["重复一下", {}],
    ],
  },
  negatives: {
    en: ["repeat this song", "play it again"],
    fr: ["répète cette chanson", "rejoue-la"],
    zh: ["单曲循环", "再放一遍"],
  },
  describe: (_, lang) => say(lang, { en: "say it again", fr: "répéter", zh: "再说一遍" }),
  async run(_, powers) {
    const nothing = { en: "I haven't said anything yet.", fr: "Je n'ai encore rien dit.", zh: "我还没有说过什么。" };
    return { kind: "done", say: powers.dialogue.lastReply() ?? say(powers.lang, nothing) };
  },
});

export const cancel = defineAction({
  name: "cancel",
  summary: "Drop what is going on; nothing more is done.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["never mind", {}],
      ["cancel", {}],
      ["stop", {}],
    ],
    fr: [
      ["laisse tomber", {}],
      ["annule", {}],
      ["stop", {}],
    ],
    zh: [
      ["算了", {}],
      ["取消", {}],
      ["停", {}],
    ],
  },
  negatives: {
    en: ["stop the music", "cancel the timer"],
    fr: ["arrête la musique", "annule le minuteur"],
    zh: ["停止音乐", "取消计时器"],
  },
  describe: (_, lang) => say(lang, { en: "drop it", fr: "laisser tomber", zh: "放弃" }),
  async run(_, powers) {
    const text = { en: "All right.", fr: "D'accord.", zh: "好的。" };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

export const explain = defineAction({
  name: "explain",
  summary: "Say what was heard, what was understood, and by which mind.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["why did you do that", {}],
      ["explain what you just did", {}],
      ["what did you understand", {}],
    ],
    fr: [
      ["pourquoi as-tu fait ça", {}],
      ["explique ce que tu viens de faire", {}],
      ["qu'est-ce que tu as compris", {}],
    ],
    zh: [
      ["你为什么这么做", {}],
      ["解释一下你刚才做了什么", {}],
      ["你听成什么了", {}],
    ],
  },
  negatives: {
    en: ["why is the sky blue", "explain photosynthesis"],
    fr: ["pourquoi le ciel est bleu", "explique la photosynthèse"],
    zh: ["天空为什么是蓝色的", "解释一下光合作用"],
  },
  describe: (_, lang) =>
    say(lang, { en: "explain the last turn", fr: "expliquer le dernier échange", zh: "解释上一步" }),
  async run(_, powers) {
    const turn = powers.dialogue.lastTurn();
    if (turn === undefined) {
      const text = { en: "I haven't done anything yet.", fr: "Je n'ai encore rien fait.", zh: "我还没有做过什么。" };
      return { kind: "done", say: say(powers.lang, text) };
    }
    const calls = turn.calls.map((call) => `${call.action}(${argsOf(call.args)})`);
    const percent = Math.round(turn.confidence * 100);
    const understood =
      calls.length === 0
        ? say(powers.lang, { en: "nothing to do", fr: "rien à faire", zh: "没有要做的事" })
        : sayList(calls, powers.lang);
    const sure =
      turn.tier === "none"
        ? { en: "No mind was sure.", fr: "Aucun étage n'en était sûr.", zh: "没有一层有把握。" }
        : {
            en: `The ${turn.tier} mind was ${percent} percent sure.`,
            fr: `L'étage ${turn.tier} en était sûr à ${percent} pour cent.`,
            zh: `由${turn.tier}层判断，把握百分之${percent}。`,
          };
    const text = {
      en: `I heard “${turn.utterance}” and understood: ${understood}. ${sure.en}`,
      fr: `J'ai entendu « ${turn.utterance} » et compris : ${understood}. ${sure.fr}`,
      zh: `我听到的是“${turn.utterance}”，理解为：${understood}。${sure.zh}`,
    };
    return { kind: "done", say: say(powers.lang, text), show: calls, data: turn };
  },
});

function argsOf(args: Readonly<Record<string, unknown>>): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
}
