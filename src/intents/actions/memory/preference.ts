import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

export const preferenceSet = defineAction({
  name: "preference_set",
  summary: "Keep to what the person prefers from now on.",
  args: { what: arg("text", "what it is about"), value: arg("text", "what is preferred") },
  risk: "reversible",
  examples: {
    en: [
      ["from now on use metric units", { what: "units", value: "metric" }],
      ["set my preferred browser to Firefox", { what: "browser", value: "Firefox" }],
      ["always use a female voice", { what: "voice", value: "female" }],
    ],
    fr: [
      ["désormais utilise les unités métriques", { what: "unités", value: "métriques" }],
      ["mon navigateur préféré est Firefox", { what: "navigateur", value: "Firefox" }],
      ["utilise toujours une voix féminine", { what: "voix", value: "féminine" }],
    ],
    zh: [
      ["以后单位用公制", { what: "单位", value: "公制" }],
      ["我的首选浏览器是火狐", { what: "浏览器", value: "火狐" }],
      ["声音一直用女声", { what: "声音", value: "女声" }],
    ],
  },
  negatives: {
    en: ["convert five miles to metric", "what units are you using"],
    fr: ["convertis cinq miles en métrique", "quelles unités utilises-tu"],
    zh: ["把五英里换成公里", "你用什么单位"],
  },
  describe: ({ what, value }, lang) =>
    say(lang, {
      en: `from now on, ${what}: ${value}`,
      fr: `désormais, ${what} : ${value}`,
      zh: `以后${what}用${value}`,
    }),
  async run({ what, value }, powers) {
    const before = powers.memory.preferences.set(what, value);
    const text = {
      en: `From now on, ${what}: ${value}.`,
      fr: `Désormais, ${what} : ${value}.`,
      zh: `好的，以后${what}用${value}。`,
    };
    const undo = before === undefined ? { what } : { what, before };
    return { kind: "done", say: say(powers.lang, text), data: { what, value, before }, undo };
  },
  async undo(data, powers) {
    const what = String(data.what);
    if (typeof data.before === "string") powers.memory.preferences.set(what, data.before);
    else powers.memory.preferences.remove(what);
    const text = { en: `${what}: as before.`, fr: `${what} : comme avant.`, zh: `${what}：已恢复。` };
    return { kind: "done", say: say(powers.lang, text) };
  },
});
