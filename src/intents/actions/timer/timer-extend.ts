import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayDuration } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { msOf, sayMs } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";
import { describeTimer, pickTimer, remainingMs, sayTimer } from "./timers.ts";

export const timerExtend = defineAction({
  name: "timer_extend",
  summary: "Give a timer more time; one that rings runs again for that long.",
  args: { duration: arg("duration", "how much more"), label: maybe("text", "which timer") },
  risk: "reversible",
  examples: {
    en: [
      ["give it five more minutes", { duration: "PT5M" }],
      ["add two minutes to the pasta timer", { duration: "PT2M", label: "pasta" }],
      ["extend the timer by half an hour", { duration: "PT30M" }],
    ],
    fr: [
      ["donne-lui cinq minutes de plus", { duration: "PT5M" }],
      ["ajoute deux minutes au minuteur pâtes", { duration: "PT2M", label: "pâtes" }],
      ["prolonge le minuteur d'une demi-heure", { duration: "PT30M" }],
    ],
    zh: [
      ["再加五分钟", { duration: "PT5M" }],
      ["给煮面的计时器加两分钟", { duration: "PT2M", label: "煮面" }],
      ["计时器延长半小时", { duration: "PT30M" }],
    ],
  },
  negatives: {
    en: ["set a timer for five minutes", "let me sleep five more minutes"],
    fr: ["mets un minuteur de cinq minutes", "laisse-moi dormir encore cinq minutes"],
    zh: ["设一个五分钟的计时器", "让我再睡五分钟"],
  },
  describe: ({ duration, label }, lang) => {
    const timer = describeTimer(label, lang);
    const more = sayDuration(duration, lang);
    return say(lang, { en: `add ${more} to ${timer}`, fr: `ajouter ${more} : ${timer}`, zh: `给${timer}加${more}` });
  },
  async run({ duration, label }, powers) {
    const picked = pickTimer(label, powers.memory.alerts.list("timer"), powers);
    if ("result" in picked) return picked.result;
    const before = picked.found;
    const timer = powers.memory.alerts.extend(before.id, msOf(duration), powers.now());
    const name = sayTimer(before, powers);
    const left = sayMs(remainingMs(timer, powers.now()), powers);
    const text = {
      en: `${name} now has ${left} left.`,
      fr: `${name} : il reste maintenant ${left}.`,
      zh: `${name}现在还剩${left}。`,
    };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      things: [thingOf(timer, name)],
      undo: { id: before.id, byMs: -msOf(duration) },
    };
  },
  /** Takes the same amount off again; the timer has gone on counting in the meantime. */
  async undo(data, powers) {
    const { alerts } = powers.memory;
    const state = alerts.get(Number(data.id))?.state;
    if (state !== "armed" && state !== "paused") {
      const text = { en: "That timer is over.", fr: "Ce minuteur est terminé.", zh: "那个计时器已经结束。" };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    const timer = alerts.extend(Number(data.id), Number(data.byMs), powers.now());
    const left = sayMs(remainingMs(timer, powers.now()), powers);
    const text = { en: `Back to ${left} left.`, fr: `Il reste de nouveau ${left}.`, zh: `恢复为还剩${left}。` };
    return { kind: "done", say: say(powers.lang, text) };
  },
});
