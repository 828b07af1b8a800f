import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayList, sayPeriod } from "../../values/index.ts";
import { alertsWithin, sayWhen } from "../alert-times.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { localOf } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";

/** More would not be remembered by a listener; all of them are shown. */
const SPOKEN = 5;

export const reminderList = defineAction({
  name: "reminder_list",
  summary: "Say which reminders are to come.",
  args: { when: maybe("period", "of which time") },
  risk: "read",
  examples: {
    en: [
      ["what reminders do I have", {}],
      ["what are my reminders for today", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["list the reminders for the weekend", { when: "2026-11-28T00:00/2026-11-30T00:00" }],
    ],
    fr: [
      ["quels sont mes rappels", {}],
      ["mes rappels d'aujourd'hui", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["quels rappels ai-je ce week-end", { when: "2026-11-28T00:00/2026-11-30T00:00" }],
    ],
    zh: [
      ["我有哪些提醒", {}],
      ["今天有什么提醒", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["列出周末的提醒", { when: "2026-11-28T00:00/2026-11-30T00:00" }],
    ],
  },
  negatives: {
    en: ["what alarms are set", "what's on my to-do list"],
    fr: ["quelles alarmes sont réglées", "qu'y a-t-il sur ma liste de tâches"],
    zh: ["设了哪些闹钟", "待办清单上有什么"],
  },
  describe: (_, lang) =>
    say(lang, { en: "say which reminders are to come", fr: "dire les rappels à venir", zh: "查看提醒" }),
  async run({ when }, powers) {
    const open = powers.memory.alerts.list("reminder", ["armed", "ringing"]);
    const reminders = alertsWithin(open, when, powers);
    const heading = when === undefined ? "" : sayPeriod(when, powers.lang, localOf(powers.now(), powers));
    const before =
      heading === "" ? "" : say(powers.lang, { en: `${heading}: `, fr: `${heading} : `, zh: `${heading}：` });
    if (reminders.length === 0) {
      const text = { en: `${before}no reminders.`, fr: `${before}aucun rappel.`, zh: `${before}没有提醒。` };
      return { kind: "done", say: capitalised(say(powers.lang, text)), data: [] };
    }
    const lines = reminders.map(({ alert }) => {
      const at = sayWhen(alert, powers);
      return say(powers.lang, {
        en: `${alert.label} (${at})`,
        fr: `${alert.label} (${at})`,
        zh: `${at}${alert.label}`,
      });
    });
    const list = sayList(lines.slice(0, SPOKEN), powers.lang);
    const count = reminders.length;
    const text = {
      en: `${before}${count === 1 ? "one reminder" : `${count} reminders`}: ${list}.`,
      fr: `${before}${count === 1 ? "un rappel" : `${count} rappels`} : ${list}.`,
      zh: `${before}${count}个提醒：${list}。`,
    };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      show: lines,
      data: reminders.map(({ alert, at }) => ({ id: alert.id, text: alert.label, at: localOf(at, powers) })),
      things: reminders.map(({ alert }) => thingOf(alert, alert.label ?? "")),
    };
  },
});
