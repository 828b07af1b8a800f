import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { describeTimer, pickTimer, sayTimer } from "./timers.ts";

export const timerCancel = defineAction({
  name: "timer_cancel",
  summary: "Take a timer back, or all of them; one that rings is stopped.",
  args: { label: maybe("text", "which timer"), all: maybe("bool", "true for every timer") },
  risk: "reversible",
  examples: {
    en: [
      ["cancel the timer", {}],
      ["cancel the pasta timer", { label: "pasta" }],
      ["delete all timers", { all: true }],
    ],
    fr: [
      ["annule le minuteur", {}],
      ["annule le minuteur pâtes", { label: "pâtes" }],
      ["supprime tous les minuteurs", { all: true }],
    ],
    zh: [
      ["取消计时器", {}],
      ["取消煮面的计时器", { label: "煮面" }],
      ["删掉所有计时器", { all: true }],
    ],
  },
  negatives: {
    en: ["pause the timer", "cancel the alarm"],
    fr: ["mets le minuteur en pause", "annule l'alarme"],
    zh: ["暂停计时器", "取消闹钟"],
  },
  describe: ({ label, all }, lang) => {
    if (all === true) {
      return say(lang, { en: "cancel all timers", fr: "annuler tous les minuteurs", zh: "取消所有计时器" });
    }
    const timer = describeTimer(label, lang);
    return say(lang, { en: `cancel ${timer}`, fr: `annuler ${timer}`, zh: `取消${timer}` });
  },
  async run({ label, all }, powers) {
    const { alerts } = powers.memory;
    const timers = alerts.list("timer");
    if (all === true && timers.length > 0) {
      for (const timer of timers) alerts.cancel(timer.id);
      const text =
        timers.length === 1
          ? { en: "The timer is cancelled.", fr: "Le minuteur est annulé.", zh: "计时器已取消。" }
          : {
              en: timers.length === 2 ? "Both timers are cancelled." : `All ${timers.length} timers are cancelled.`,
              fr: `Les ${timers.length} minuteurs sont annulés.`,
              zh: `${timers.length}个计时器都已取消。`,
            };
      return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: timers }) };
    }
    const picked = pickTimer(label, timers, powers);
    if ("result" in picked) return picked.result;
    const timer = picked.found;
    alerts.cancel(timer.id);
    const name = sayTimer(timer, powers);
    return {
      kind: "done",
      say: capitalised(
        say(powers.lang, { en: `${name} is cancelled.`, fr: `${name} est annulé.`, zh: `${name}已取消。` }),
      ),
      undo: undoOf({ before: [timer] }),
    };
  },
  undo: undoAlerts,
});
