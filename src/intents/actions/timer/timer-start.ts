import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayDuration } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { msOf } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { sayTimer } from "./timers.ts";

export const timerStart = defineAction({
  name: "timer_start",
  summary: "Start a timer that rings when its time is over.",
  args: { duration: arg("duration", "how long it runs"), label: maybe("text", "what it is for") },
  risk: "reversible",
  examples: {
    en: [
      ["set a timer for ten minutes", { duration: "PT10M" }],
      ["pasta timer, nine minutes", { duration: "PT9M", label: "pasta" }],
      ["count down ninety seconds", { duration: "PT90S" }],
      ["start an hour and a half timer for the roast", { duration: "PT1H30M", label: "roast" }],
    ],
    fr: [
      ["mets un minuteur de dix minutes", { duration: "PT10M" }],
      ["minuteur pâtes, neuf minutes", { duration: "PT9M", label: "pâtes" }],
      ["lance un compte à rebours d'une demi-heure", { duration: "PT30M" }],
    ],
    zh: [
      ["设一个十分钟的计时器", { duration: "PT10M" }],
      ["煮面计时九分钟", { duration: "PT9M", label: "煮面" }],
      ["倒计时九十秒", { duration: "PT90S" }],
    ],
  },
  negatives: {
    en: ["wake me in ten minutes' time every day at six", "how long is left on the timer"],
    fr: ["réveille-moi à sept heures dix", "combien de temps reste-t-il au minuteur"],
    zh: ["七点十分叫我起床", "计时器还剩多久"],
  },
  describe: ({ duration, label }, lang) => {
    const length = sayDuration(duration, lang);
    return label === undefined
      ? say(lang, {
          en: `start a timer for ${length}`,
          fr: `lancer un minuteur de ${length}`,
          zh: `开始${length}的计时`,
        })
      : say(lang, {
          en: `start the ${label} timer for ${length}`,
          fr: `lancer le minuteur « ${label} » de ${length}`,
          zh: `开始“${label}”计时${length}`,
        });
  },
  async run({ duration, label }, powers) {
    const durationMs = msOf(duration);
    if (durationMs <= 0) {
      const text = {
        en: "A timer needs at least a second.",
        fr: "Un minuteur dure au moins une seconde.",
        zh: "计时至少要一秒。",
      };
      return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
    }
    const dueAt = new Date(powers.now().getTime() + durationMs);
    const timer = powers.memory.alerts.set({ kind: "timer", dueAt, durationMs, label });
    const length = sayDuration(duration, powers.lang);
    const text =
      label === undefined
        ? { en: `${length}, starting now.`, fr: `${length}, c'est parti.`, zh: `计时${length}，现在开始。` }
        : {
            en: `${label} timer: ${length}, starting now.`,
            fr: `Minuteur « ${label} » : ${length}, c'est parti.`,
            zh: `“${label}”计时${length}，现在开始。`,
          };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      data: { id: timer.id, dueAt: dueAt.toISOString() },
      things: [thingOf(timer, sayTimer(timer, powers))],
      undo: undoOf({ made: [timer] }),
    };
  },
  undo: undoAlerts,
});
