import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayDateTime } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { instantOf, sayMoment } from "../moments.ts";
import { conflictsWith, pickEvent, sayConflicts, sayEvent, undoEvent, undoOfFile } from "./events.ts";

export const eventMove = defineAction({
  name: "event_move",
  summary: "Move an event to another time; of a recurring one, its next occurrence only.",
  args: { title: arg("text", "which event"), at: arg("datetime", "the new beginning") },
  risk: "reversible",
  examples: {
    en: [
      ["move the dentist to Friday at four in the afternoon", { title: "dentist", at: "2026-11-27T16:00" }],
      [
        "reschedule lunch with Sam to tomorrow at one in the afternoon",
        { title: "lunch with Sam", at: "2026-11-24T13:00" },
      ],
      ["push the meeting to eleven today", { title: "meeting", at: "2026-11-23T11:00" }],
    ],
    fr: [
      ["déplace le dentiste à vendredi seize heures", { title: "dentiste", at: "2026-11-27T16:00" }],
      ["reporte le déjeuner avec Sam à demain treize heures", { title: "déjeuner avec Sam", at: "2026-11-24T13:00" }],
      ["décale la réunion à onze heures aujourd'hui", { title: "réunion", at: "2026-11-23T11:00" }],
    ],
    zh: [
      ["把牙医改到周五下午四点", { title: "牙医", at: "2026-11-27T16:00" }],
      ["把和山姆的午饭改到明天下午一点", { title: "和山姆的午饭", at: "2026-11-24T13:00" }],
      ["会议推到今天十一点", { title: "会议", at: "2026-11-23T11:00" }],
    ],
  },
  negatives: {
    en: ["move the report to the documents folder", "cancel the dentist on Friday"],
    fr: ["déplace le rapport dans le dossier documents", "annule le dentiste de vendredi"],
    zh: ["把报告移到文档文件夹", "取消周五的牙医"],
  },
  describe: ({ title, at }, lang) => {
    const when = sayDateTime(at, lang);
    return say(lang, {
      en: `move ${title}: ${when}`,
      fr: `déplacer « ${title} » : ${when}`,
      zh: `把“${title}”改到${when}`,
    });
  },
  async run({ title, at }, powers) {
    const picked = pickEvent(title, undefined, powers);
    if ("result" in picked) return picked.result;
    const event = picked.found;
    const change = powers.memory.calendar.move(event, at, powers.timeZone);
    const start = instantOf(at, powers);
    const end = new Date(start.getTime() + event.end.getTime() - event.start.getTime());
    const when = sayMoment(start, powers);
    const done = say(powers.lang, {
      en: `${event.title} is now ${when}.`,
      fr: `${event.title} est maintenant ${when}.`,
      zh: `${event.title}已改到${when}。`,
    });
    return {
      kind: "done",
      say: done + sayConflicts(conflictsWith(start, end, event.uid, powers), powers),
      things: [
        {
          kind: "event",
          id: `event:${event.uid}@${(event.recurring ? event.originalStart : start).toISOString()}`,
          name: event.title,
        },
      ],
      undo: undoOfFile(change),
    };
  },
  undo: undoEvent,
});

export const eventDelete = defineAction({
  name: "event_delete",
  summary: "Take an event off the calendar; of a recurring one, all of it, or the one occurrence whose time is given.",
  args: { title: maybe("text", "which event"), at: maybe("datetime", "when it is") },
  risk: "reversible",
  examples: {
    en: [
      ["cancel the dentist appointment", { title: "dentist appointment" }],
      ["delete my meeting tomorrow at ten in the morning", { title: "meeting", at: "2026-11-24T10:00" }],
      ["remove yoga from the calendar", { title: "yoga" }],
    ],
    fr: [
      ["annule le rendez-vous chez le dentiste", { title: "rendez-vous chez le dentiste" }],
      ["supprime ma réunion de demain à dix heures", { title: "réunion", at: "2026-11-24T10:00" }],
      ["enlève yoga de l'agenda", { title: "yoga" }],
    ],
    zh: [
      ["取消牙医预约", { title: "牙医预约" }],
      ["删掉明天上午十点的会议", { title: "会议", at: "2026-11-24T10:00" }],
      ["把瑜伽从日历上删掉", { title: "瑜伽" }],
    ],
  },
  negatives: {
    en: ["cancel my alarm for tomorrow", "move the dentist to Friday"],
    fr: ["annule mon réveil de demain", "déplace le dentiste à vendredi"],
    zh: ["取消明天的闹钟", "把牙医改到周五"],
  },
  describe: ({ title, at }, lang) => {
    const name = title ?? (at === undefined ? "" : sayDateTime(at, lang));
    return say(lang, {
      en: `take ${name} off the calendar`,
      fr: `enlever « ${name} » de l'agenda`,
      zh: `把“${name}”从日历上删掉`,
    });
  },
  async run({ title, at }, powers) {
    if (title === undefined && at === undefined) {
      const question = { en: "Which event?", fr: "Quel événement ?", zh: "哪个日程？" };
      return { kind: "ask", arg: "title", question: say(powers.lang, question) };
    }
    const picked = pickEvent(title, at, powers);
    if ("result" in picked) return picked.result;
    const event = picked.found;
    const { calendar } = powers.memory;
    const change = at === undefined ? calendar.remove(event.uid) : calendar.removeOccurrence(event);
    const name = sayEvent(event, powers);
    const text =
      at === undefined && event.recurring
        ? {
            en: `${event.title} is off the calendar, all of it.`,
            fr: `${event.title} est enlevé de l'agenda, en entier.`,
            zh: `${event.title}已全部从日历上删掉。`,
          }
        : { en: `Off the calendar: ${name}.`, fr: `Enlevé de l'agenda : ${name}.`, zh: `已从日历上删掉：${name}。` };
    return { kind: "done", say: say(powers.lang, text), undo: undoOfFile(change) };
  },
  undo: undoEvent,
});
