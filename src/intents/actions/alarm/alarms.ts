import type { Alert } from "../../../memory/alert.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { sayWhen } from "../alert-times.ts";

/** "the alarm for tomorrow at 7:30", with its name when it has one; of a recurring one its rule in brackets. */
export function sayAlarm(alarm: Alert, powers: Powers): string {
  const when = sayWhen(alarm, powers);
  const { label } = alarm;
  return label === undefined
    ? say(powers.lang, {
        en: alarm.recurrence ? `the alarm (${when})` : `the alarm for ${when}`,
        fr: `l'alarme (${when})`,
        zh: `${when}的闹钟`,
      })
    : say(powers.lang, {
        en: `the ${label} alarm (${when})`,
        fr: `l'alarme « ${label} » (${when})`,
        zh: `${when}的“${label}”闹钟`,
      });
}

/** The alarms that are still to ring: set ones and snoozed ringings. */
export function setAlarms(powers: Powers): readonly Alert[] {
  return powers.memory.alerts.list("alarm", ["armed"]);
}

/** What rings now: alarms; where there are none, timers and reminders. */
export function ringingAlerts(powers: Powers): readonly Alert[] {
  const ringing = powers.memory.alerts.list(undefined, ["ringing"]);
  const alarms = ringing.filter((alert) => alert.kind === "alarm");
  return alarms.length > 0 ? alarms : ringing;
}

export function nothingRings(powers: Powers): Result {
  const text = { en: "Nothing is ringing.", fr: "Rien ne sonne.", zh: "现在没有在响的。" };
  return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
}

export function timeHasPassed(powers: Powers): Result {
  const text = { en: "That time has passed already.", fr: "Cette heure est déjà passée.", zh: "那个时间已经过了。" };
  return { kind: "failed", say: say(powers.lang, text), code: "ARGUMENT_INVALID" };
}
