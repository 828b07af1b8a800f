import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayDuration } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { msOf } from "../moments.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { nothingRings, ringingAlerts } from "./alarms.ts";

/** The interval of mechanical alarm clocks, which people expect. */
const DEFAULT_SNOOZE = "PT9M";

export const alarmSnooze = defineAction({
  name: "alarm_snooze",
  summary: "Let what rings be quiet for a while (nine minutes) and ring again.",
  args: { duration: maybe("duration", "for how long") },
  risk: "reversible",
  examples: {
    en: [
      ["snooze", {}],
      ["snooze for ten minutes", { duration: "PT10M" }],
      ["let me sleep five more minutes", { duration: "PT5M" }],
    ],
    fr: [
      ["répète l'alarme plus tard", {}],
      ["repousse l'alarme de dix minutes", { duration: "PT10M" }],
      ["laisse-moi dormir encore cinq minutes", { duration: "PT5M" }],
    ],
    zh: [
      ["稍后再响", {}],
      ["十分钟后再叫我", { duration: "PT10M" }],
      ["让我再睡五分钟", { duration: "PT5M" }],
    ],
  },
  negatives: {
    en: ["stop the alarm", "give the timer five more minutes"],
    fr: ["arrête l'alarme", "donne cinq minutes de plus au minuteur"],
    zh: ["关掉闹钟", "计时器再加五分钟"],
  },
  describe: ({ duration }, lang) => {
    const length = sayDuration(duration ?? DEFAULT_SNOOZE, lang);
    return say(lang, {
      en: `snooze for ${length}`,
      fr: `faire sonner de nouveau dans ${length}`,
      zh: `${length}后再响`,
    });
  },
  async run({ duration = DEFAULT_SNOOZE }, powers) {
    const ringing = ringingAlerts(powers);
    if (ringing.length === 0) return nothingRings(powers);
    const until = new Date(powers.now().getTime() + msOf(duration));
    for (const alert of ringing) powers.memory.alerts.snooze(alert.id, until);
    const length = sayDuration(duration, powers.lang);
    const text = { en: `Again in ${length}.`, fr: `De nouveau dans ${length}.`, zh: `${length}后再叫你。` };
    return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: ringing }) };
  },
  undo: undoAlerts,
});

export const alarmStop = defineAction({
  name: "alarm_stop",
  summary: "Silence what rings; a recurring alarm rings again at its next time.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["stop the alarm", {}],
      ["shut up, I'm awake", {}],
      ["turn off the ringing", {}],
    ],
    fr: [
      ["arrête l'alarme", {}],
      ["c'est bon, je suis réveillé", {}],
      ["coupe la sonnerie du réveil", {}],
    ],
    zh: [
      ["关掉闹钟", {}],
      ["我醒了", {}],
      ["别响了", {}],
    ],
  },
  negatives: {
    en: ["cancel tomorrow's alarm", "stop the music"],
    fr: ["annule l'alarme de demain", "arrête la musique"],
    zh: ["取消明天的闹钟", "停止音乐"],
  },
  describe: (_, lang) => say(lang, { en: "silence what rings", fr: "arrêter ce qui sonne", zh: "停止响铃" }),
  async run(_, powers) {
    const ringing = powers.memory.alerts.list(undefined, ["ringing"]);
    if (ringing.length === 0) return nothingRings(powers);
    for (const alert of ringing) powers.memory.alerts.stop(alert.id);
    const text = { en: "Stopped.", fr: "Arrêté.", zh: "已停止。" };
    return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: ringing }) };
  },
  undo: undoAlerts,
});
