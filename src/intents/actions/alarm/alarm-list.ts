import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayList, sayPeriod } from "../../values/index.ts";
import { alertsWithin, sayWhen } from "../alert-times.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { localOf } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";
import { sayAlarm, setAlarms } from "./alarms.ts";

export const alarmList = defineAction({
  name: "alarm_list",
  summary: "Say which alarms are set.",
  args: { when: maybe("period", "of which time") },
  risk: "read",
  examples: {
    en: [
      ["what alarms do I have", {}],
      ["which alarms are set for tomorrow", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["when does my alarm go off", {}],
    ],
    fr: [
      ["quelles alarmes sont réglées", {}],
      ["quelles alarmes ai-je demain", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["à quelle heure sonne mon réveil", {}],
    ],
    zh: [
      ["我设了哪些闹钟", {}],
      ["明天有哪些闹钟", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["闹钟几点响", {}],
    ],
  },
  negatives: {
    en: ["what's on my calendar tomorrow", "how long is left on the timer"],
    fr: ["qu'est-ce que j'ai demain à l'agenda", "combien reste-t-il au minuteur"],
    zh: ["明天有什么安排", "计时器还剩多久"],
  },
  describe: (_, lang) =>
    say(lang, { en: "say which alarms are set", fr: "dire quelles alarmes sont réglées", zh: "查看闹钟" }),
  async run({ when }, powers) {
    const alarms = alertsWithin(setAlarms(powers), when, powers);
    const heading = when === undefined ? "" : sayPeriod(when, powers.lang, localOf(powers.now(), powers));
    const before =
      heading === "" ? "" : say(powers.lang, { en: `${heading}: `, fr: `${heading} : `, zh: `${heading}：` });
    if (alarms.length === 0) {
      const text = {
        en: `${before}no alarm is set.`,
        fr: `${before}aucune alarme n'est réglée.`,
        zh: `${before}没有设闹钟。`,
      };
      return { kind: "done", say: capitalised(say(powers.lang, text)), data: [] };
    }
    const lines = alarms.map(({ alert }) => [alert.label, sayWhen(alert, powers)].filter(Boolean).join(", "));
    const list = sayList(lines, powers.lang);
    const text =
      alarms.length === 1
        ? {
            en: `${before}one alarm, ${list}.`,
            fr: `${before}une alarme, ${list}.`,
            zh: `${before}一个闹钟，${list}。`,
          }
        : {
            en: `${before}${alarms.length} alarms: ${list}.`,
            fr: `${before}${alarms.length} alarmes : ${list}.`,
            zh: `${before}${alarms.length}个闹钟：${list}。`,
          };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      show: lines,
      data: alarms.map(({ alert, at }) => ({ id: alert.id, label: alert.label, at: localOf(at, powers) })),
      things: alarms.map(({ alert }) => thingOf(alert, sayAlarm(alert, powers))),
    };
  },
});
