import type { Alert } from "../../memory/alert.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";
import { sayList } from "../values/index.ts";
import { sayAlarm } from "./alarm/alarms.ts";
import { sayTimer } from "./timer/timers.ts";

/** Undo data of a change to alerts: new ones are to be cancelled, changed ones put back as they were. */
export function undoOf(change: { readonly made?: readonly Alert[]; readonly before?: readonly Alert[] }): UndoData {
  return { made: (change.made ?? []).map((alert) => alert.id), before: change.before ?? [] };
}

/** Puts timers, alarms and reminders back. One whose time has come in the meantime rings at once. */
export async function undoAlerts(data: UndoData, powers: Powers): Promise<Result> {
  const { alerts } = powers.memory;
  const made = data.made as readonly number[];
  const before = data.before as readonly Alert[];
  const names = made.flatMap((id) => alerts.get(id) ?? []).map((alert) => sayAlert(alert, powers));
  for (const id of made) {
    const state = alerts.get(id)?.state;
    if (state === "armed" || state === "paused" || state === "ringing") alerts.cancel(id);
  }
  for (const alert of before) alerts.restore(alert);
  if (before.length === 0) {
    const list = sayList(names, powers.lang);
    const text = { en: `Taken back: ${list}.`, fr: `Annulé : ${list}.`, zh: `已撤销：${list}。` };
    return { kind: "done", say: say(powers.lang, text) };
  }
  const back = before.flatMap(({ id }) => alerts.get(id) ?? []).map((alert) => sayAlert(alert, powers));
  const list = sayFew(back, powers);
  const text = {
    en: `As before again: ${list}.`,
    fr: `Comme avant : ${list}.`,
    zh: `已恢复原样：${list}。`,
  };
  return { kind: "done", say: say(powers.lang, text) };
}

/** More than three names are not listened to. */
function sayFew(names: readonly string[], powers: Powers): string {
  const more = names.length - SPOKEN;
  if (more <= 0) return sayList(names, powers.lang);
  const rest = say(powers.lang, { en: `${more} more`, fr: `${more} autres`, zh: `另外${more}个` });
  return sayList([...names.slice(0, SPOKEN), rest], powers.lang);
}

const SPOKEN = 3;

function sayAlert(alert: Alert, powers: Powers): string {
  if (alert.kind === "timer") return sayTimer(alert, powers);
  if (alert.kind === "alarm") return sayAlarm(alert, powers);
  return say(powers.lang, {
    en: `the reminder “${alert.label}”`,
    fr: `le rappel « ${alert.label} »`,
    zh: `提醒“${alert.label}”`,
  });
}
