import type { Alert } from "../../memory/alert.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";

/** Undo data of a change to alerts: new ones are to be cancelled, changed ones put back as they were. */
export function undoOf(change: { readonly made?: readonly Alert[]; readonly before?: readonly Alert[] }): UndoData {
  return { made: (change.made ?? []).map((alert) => alert.id), before: change.before ?? [] };
}

/** Puts timers, alarms and reminders back. One whose time has come in the meantime rings at once. */
export async function undoAlerts(data: UndoData, powers: Powers): Promise<Result> {
  const { alerts } = powers.memory;
  const made = data.made as readonly number[];
  const before = data.before as readonly Alert[];
  for (const id of made) {
    const state = alerts.get(id)?.state;
    if (state === "armed" || state === "paused" || state === "ringing") alerts.cancel(id);
  }
  for (const alert of before) alerts.restore(alert);
  const text =
    before.length > 0
      ? { en: "It's back as it was.", fr: "C'est remis comme avant.", zh: "已恢复原样。" }
      : { en: "It's taken back.", fr: "C'est annulé.", zh: "已撤销。" };
  return { kind: "done", say: say(powers.lang, text) };
}
