import type { Alert } from "../../../memory/alert.ts";
import { maybe } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayTime } from "../../values/index.ts";
import { alertsAt } from "../alert-times.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { alertsNamed, isNotEmpty, theOne } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { sayAlarm, setAlarms } from "./alarms.ts";

export const alarmCancel = defineAction({
  name: "alarm_cancel",
  summary: "Take an alarm back, by its time or name, or all of them; a recurring one ends.",
  args: {
    at: maybe("datetime", "the time of the alarm"),
    label: maybe("text", "the name of the alarm"),
    all: maybe("bool", "true for every alarm"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["cancel my alarm", {}],
      ["delete the seven o'clock alarm tomorrow morning", { at: "2026-11-24T07:00" }],
      ["remove the laundry alarm", { label: "laundry" }],
      ["cancel all alarms", { all: true }],
    ],
    fr: [
      ["annule mon réveil", {}],
      ["supprime l'alarme de demain matin à sept heures", { at: "2026-11-24T07:00" }],
      ["annule toutes les alarmes", { all: true }],
    ],
    zh: [
      ["取消我的闹钟", {}],
      ["删掉明天早上七点的闹钟", { at: "2026-11-24T07:00" }],
      ["取消所有闹钟", { all: true }],
    ],
  },
  negatives: {
    en: ["stop the alarm", "cancel the timer"],
    fr: ["arrête l'alarme", "annule le minuteur"],
    zh: ["闹钟别响了", "取消计时器"],
  },
  describe: ({ at, label, all }, lang) => {
    if (all === true)
      return say(lang, { en: "cancel all alarms", fr: "annuler toutes les alarmes", zh: "取消所有闹钟" });
    const name = label ?? (at === undefined ? "" : sayTime(at.slice(11, 16), lang));
    return say(lang, { en: `cancel the ${name} alarm`, fr: `annuler l'alarme ${name}`, zh: `取消${name}闹钟` })
      .replace(/ {2,}/g, " ")
      .trim();
  },
  async run({ at, label, all }, powers) {
    const { alerts } = powers.memory;
    const set = setAlarms(powers);
    if (all === true && set.length > 0) {
      for (const alarm of set) alerts.cancel(alarm.id);
      const text = {
        en:
          ["The alarm is cancelled.", "Both alarms are cancelled."][set.length - 1] ??
          `All ${set.length} alarms are cancelled.`,
        fr: set.length === 1 ? "L'alarme est annulée." : `Les ${set.length} alarmes sont annulées.`,
        zh: set.length === 1 ? "闹钟已取消。" : `${set.length}个闹钟都已取消。`,
      };
      return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: set }) };
    }
    const meant = meantBy(set, at, label, powers);
    if (!isNotEmpty(meant)) {
      const text =
        set.length === 0
          ? { en: "No alarm is set.", fr: "Aucune alarme n'est réglée.", zh: "没有设闹钟。" }
          : { en: "There is no such alarm.", fr: "Il n'y a pas d'alarme de ce genre.", zh: "没有这样的闹钟。" };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    const picked = theOne(meant, "label", (alarm) => sayAlarm(alarm, powers), powers);
    if ("result" in picked) return picked.result;
    alerts.cancel(picked.found.id);
    const name = sayAlarm(picked.found, powers);
    const text = { en: `${name} is cancelled.`, fr: `${name} est annulée.`, zh: `${name}已取消。` };
    return { kind: "done", say: capitalised(say(powers.lang, text)), undo: undoOf({ before: [picked.found] }) };
  },
  undo: undoAlerts,
});

function meantBy(set: readonly Alert[], at: string | undefined, label: string | undefined, powers: Powers) {
  const named =
    label === undefined
      ? set
      : alertsNamed(label, set, (alarm) => (alarm.label === undefined ? [] : [alarm.label]), powers);
  return at === undefined ? named : alertsAt(named, at, powers);
}
