import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayTime } from "../../values/index.ts";
import { alertsAt, sayWhen } from "../alert-times.ts";
import { defineAction } from "../define-action.ts";
import { alertsNamed, isNotEmpty, theOne } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";

export const reminderDelete = defineAction({
  name: "reminder_delete",
  summary: "Take a reminder back, by its text or time, or all of them; a recurring one ends.",
  args: {
    text: maybe("text", "what it reminds of"),
    at: maybe("datetime", "when it is due"),
    all: maybe("bool", "true for every reminder"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["delete the reminder to call the bank", { text: "call the bank" }],
      ["forget the reminder for tomorrow at nine in the morning", { at: "2026-11-24T09:00" }],
      ["delete all my reminders", { all: true }],
    ],
    fr: [
      ["supprime le rappel appeler la banque", { text: "appeler la banque" }],
      ["annule le rappel de demain à neuf heures", { at: "2026-11-24T09:00" }],
      ["efface tous mes rappels", { all: true }],
    ],
    zh: [
      ["删除给银行打电话的提醒", { text: "给银行打电话" }],
      ["取消明天早上九点的提醒", { at: "2026-11-24T09:00" }],
      ["删掉所有提醒", { all: true }],
    ],
  },
  negatives: {
    en: ["delete the note about the bank", "cancel all alarms"],
    fr: ["supprime la note sur la banque", "annule toutes les alarmes"],
    zh: ["删除关于银行的笔记", "取消所有闹钟"],
  },
  describe: ({ text, at, all }, lang) => {
    if (all === true)
      return say(lang, { en: "delete all reminders", fr: "supprimer tous les rappels", zh: "删除所有提醒" });
    const name = text ?? (at === undefined ? undefined : sayTime(at.slice(11, 16), lang));
    if (name === undefined) return say(lang, { en: "delete the reminder", fr: "supprimer le rappel", zh: "删除提醒" });
    return say(lang, {
      en: `delete the reminder: ${name}`,
      fr: `supprimer le rappel : ${name}`,
      zh: `删除提醒：${name}`,
    });
  },
  async run({ text: words, at, all }, powers) {
    const { alerts } = powers.memory;
    const open = alerts.list("reminder", ["armed", "ringing"]);
    if (all === true && open.length > 0) {
      for (const reminder of open) alerts.cancel(reminder.id);
      const count = open.length;
      const text = {
        en:
          ["The reminder is deleted.", "Both reminders are deleted."][count - 1] ??
          `All ${count} reminders are deleted.`,
        fr: count === 1 ? "Le rappel est supprimé." : `Les ${count} rappels sont supprimés.`,
        zh: `${count}个提醒已删除。`,
      };
      return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: open }) };
    }
    const named = words === undefined ? open : alertsNamed(words, open, (reminder) => [reminder.label ?? ""], powers);
    const meant = at === undefined ? named : alertsAt(named, at, powers);
    if (!isNotEmpty(meant)) {
      const text =
        open.length === 0
          ? { en: "There are no reminders.", fr: "Il n'y a aucun rappel.", zh: "没有任何提醒。" }
          : { en: "There is no such reminder.", fr: "Il n'y a pas de rappel de ce genre.", zh: "没有这样的提醒。" };
      return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
    }
    const nameOf = (label: string | undefined, when: string) => `${label} (${when})`;
    const picked = theOne(meant, "text", (one) => nameOf(one.label, sayWhen(one, powers)), powers);
    if ("result" in picked) return picked.result;
    alerts.cancel(picked.found.id);
    const { label } = picked.found;
    const text = {
      en: `The reminder is deleted: ${label}.`,
      fr: `Le rappel est supprimé : ${label}.`,
      zh: `提醒已删除：${label}。`,
    };
    return { kind: "done", say: say(powers.lang, text), undo: undoOf({ before: [picked.found] }) };
  },
  undo: undoAlerts,
});
