import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayRecurrence, sayTime } from "../../values/index.ts";
import { firstMoment, sayWhen } from "../alert-times.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { thingOf } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { sayAlarm, setAlarms, timeHasPassed } from "./alarms.ts";

export const alarmSet = defineAction({
  name: "alarm_set",
  summary: "Set an alarm, once or again and again.",
  args: {
    at: arg("datetime", "when it rings (the first time)"),
    recurrence: maybe("recurrence", "how it repeats"),
    label: maybe("text", "what it is for"),
  },
  risk: "reversible",
  examples: {
    en: [
      [
        "wake me at half past six on weekdays",
        { at: "2026-11-24T06:30", recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
      ],
      ["set an alarm for seven tomorrow morning", { at: "2026-11-24T07:00" }],
      ["alarm at 5:45 pm called laundry", { at: "2026-11-23T17:45", label: "laundry" }],
      ["wake me up every day at eight", { at: "2026-11-24T08:00", recurrence: "FREQ=DAILY" }],
    ],
    fr: [
      [
        "réveille-moi à six heures et demie en semaine",
        { at: "2026-11-24T06:30", recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
      ],
      ["mets une alarme pour demain matin à sept heures", { at: "2026-11-24T07:00" }],
      ["réveil tous les jours à huit heures", { at: "2026-11-24T08:00", recurrence: "FREQ=DAILY" }],
    ],
    zh: [
      ["工作日早上六点半叫我起床", { at: "2026-11-24T06:30", recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }],
      ["设一个明天早上七点的闹钟", { at: "2026-11-24T07:00" }],
      ["每天八点叫醒我", { at: "2026-11-24T08:00", recurrence: "FREQ=DAILY" }],
    ],
  },
  negatives: {
    en: ["remind me at seven to call the bank", "set a timer for seven minutes"],
    fr: ["rappelle-moi à sept heures d'appeler la banque", "mets un minuteur de sept minutes"],
    zh: ["七点提醒我给银行打电话", "设一个七分钟的计时器"],
  },
  describe: ({ at, recurrence }, lang) => {
    const time = sayTime(at.slice(11, 16), lang);
    const when =
      recurrence === undefined ? `${time} (${at.slice(0, 10)})` : `${time}, ${sayRecurrence(recurrence, lang)}`;
    return say(lang, { en: `set an alarm: ${when}`, fr: `régler une alarme : ${when}`, zh: `设闹钟：${when}` });
  },
  async run({ at, recurrence, label }, powers) {
    const first = firstMoment(at, recurrence, powers);
    if (first === undefined) return timeHasPassed(powers);
    const there = setAlarms(powers).find(
      (one) =>
        one.dueAt.getTime() === first.dueAt.getTime() && one.label === label && one.recurrence?.rrule === recurrence,
    );
    if (there !== undefined) {
      const name = sayAlarm(there, powers);
      const already = { en: `Already set: ${name}.`, fr: `Déjà réglée : ${name}.`, zh: `已经设过了：${name}。` };
      return { kind: "done", say: say(powers.lang, already), things: [thingOf(there, name)] };
    }
    const alarm = powers.memory.alerts.set({
      kind: "alarm",
      dueAt: first.dueAt,
      label,
      recurrence:
        recurrence === undefined
          ? undefined
          : { rrule: recurrence, timeZone: powers.timeZone, firstLocal: first.firstLocal },
    });
    const when = sayWhen(alarm, powers);
    const text =
      label === undefined
        ? { en: `Alarm set: ${when}.`, fr: `Alarme réglée : ${when}.`, zh: `闹钟已设好：${when}。` }
        : {
            en: `${capitalised(label)} alarm set: ${when}.`,
            fr: `Alarme « ${label} » réglée : ${when}.`,
            zh: `“${label}”闹钟已设好：${when}。`,
          };
    return {
      kind: "done",
      say: say(powers.lang, text),
      data: { id: alarm.id, dueAt: alarm.dueAt.toISOString() },
      things: [thingOf(alarm, sayAlarm(alarm, powers))],
      undo: undoOf({ made: [alarm] }),
    };
  },
  undo: undoAlerts,
});
