import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayRecurrence, sayTime } from "../../values/index.ts";
import { timeHasPassed } from "../alarm/alarms.ts";
import { firstMoment, sayWhen } from "../alert-times.ts";
import { defineAction } from "../define-action.ts";
import { thingOf } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";

export const reminderSet = defineAction({
  name: "reminder_set",
  summary: "Remind the person of something at a time.",
  args: {
    text: arg("text", "what is to be done"),
    at: arg("datetime", "when (the first time)"),
    recurrence: maybe("recurrence", "how it repeats"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["remind me to call the bank tomorrow at nine", { text: "call the bank", at: "2026-11-24T09:00" }],
      ["remind me on Friday to pay the rent", { text: "pay the rent", at: "2026-11-27T09:00" }],
      [
        "remind me every Monday at eight in the evening to take out the bins",
        { text: "take out the bins", at: "2026-11-23T20:00", recurrence: "FREQ=WEEKLY;BYDAY=MO" },
      ],
      ["in two hours remind me to check the oven", { text: "check the oven", at: "2026-11-23T12:00" }],
    ],
    fr: [
      ["rappelle-moi d'appeler maman demain à neuf heures", { text: "appeler maman", at: "2026-11-24T09:00" }],
      ["rappelle-moi vendredi de payer le loyer", { text: "payer le loyer", at: "2026-11-27T09:00" }],
      [
        "rappelle-moi tous les lundis à vingt heures de sortir les poubelles",
        { text: "sortir les poubelles", at: "2026-11-23T20:00", recurrence: "FREQ=WEEKLY;BYDAY=MO" },
      ],
    ],
    zh: [
      ["明天九点提醒我给银行打电话", { text: "给银行打电话", at: "2026-11-24T09:00" }],
      ["周五提醒我交房租", { text: "交房租", at: "2026-11-27T09:00" }],
      ["每周一晚上八点提醒我倒垃圾", { text: "倒垃圾", at: "2026-11-23T20:00", recurrence: "FREQ=WEEKLY;BYDAY=MO" }],
    ],
  },
  negatives: {
    en: ["remember that the bank closes at nine", "wake me tomorrow at nine"],
    fr: ["souviens-toi que la banque ferme à neuf heures", "réveille-moi demain à neuf heures"],
    zh: ["记住银行九点关门", "明天九点叫我起床"],
  },
  describe: ({ text, at, recurrence }, lang) => {
    const time = sayTime(at.slice(11, 16), lang);
    const when =
      recurrence === undefined ? `${time} (${at.slice(0, 10)})` : `${time}, ${sayRecurrence(recurrence, lang)}`;
    return say(lang, {
      en: `set a reminder, ${when}: ${text}`,
      fr: `créer un rappel, ${when} : ${text}`,
      zh: `设提醒，${when}：${text}`,
    });
  },
  async run({ text: label, at, recurrence }, powers) {
    const first = firstMoment(at, recurrence, powers);
    if (first === undefined) return timeHasPassed(powers);
    const reminder = powers.memory.alerts.set({
      kind: "reminder",
      dueAt: first.dueAt,
      label,
      recurrence:
        recurrence === undefined
          ? undefined
          : { rrule: recurrence, timeZone: powers.timeZone, firstLocal: first.firstLocal },
    });
    const when = sayWhen(reminder, powers);
    const text = {
      en: `Reminder set, ${when}: ${label}.`,
      fr: `Rappel prévu, ${when} : ${label}.`,
      zh: `好的，${when}提醒你${label}。`,
    };
    return {
      kind: "done",
      say: say(powers.lang, text),
      data: { id: reminder.id, dueAt: reminder.dueAt.toISOString() },
      things: [thingOf(reminder, label)],
      undo: undoOf({ made: [reminder] }),
    };
  },
  undo: undoAlerts,
});
