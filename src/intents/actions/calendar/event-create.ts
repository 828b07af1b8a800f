import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayDateTime, sayRecurrence } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { instantOf, msOf, sayMoment } from "../moments.ts";
import { conflictsWith, sayConflicts, undoEvent, undoOfFile } from "./events.ts";

/** What calendar programs give an event whose end was not said. */
const DEFAULT_DURATION = "PT1H";

export const eventCreate = defineAction({
  name: "event_create",
  summary: "Put an event into the calendar (an hour long unless said otherwise).",
  args: {
    title: arg("text", "what it is"),
    at: arg("datetime", "when it begins"),
    duration: maybe("duration", "how long it lasts"),
    place: maybe("text", "where"),
    people: maybe("text", "with whom"),
    recurrence: maybe("recurrence", "how it repeats"),
  },
  risk: "reversible",
  examples: {
    en: [
      [
        "put the dentist in my calendar on Friday at three in the afternoon",
        { title: "dentist", at: "2026-11-27T15:00" },
      ],
      [
        "schedule a meeting with Anna tomorrow at ten in the morning for half an hour",
        { title: "meeting", people: "Anna", at: "2026-11-24T10:00", duration: "PT30M" },
      ],
      [
        "add yoga every Tuesday at six in the evening",
        { title: "yoga", at: "2026-11-24T18:00", recurrence: "FREQ=WEEKLY;BYDAY=TU" },
      ],
      [
        "lunch with Sam on Wednesday at noon at Luigi's",
        { title: "lunch", people: "Sam", at: "2026-11-25T12:00", place: "Luigi's" },
      ],
    ],
    fr: [
      ["mets le dentiste dans mon agenda vendredi à quinze heures", { title: "dentiste", at: "2026-11-27T15:00" }],
      [
        "planifie une réunion avec Anna demain à dix heures pendant une demi-heure",
        { title: "réunion", people: "Anna", at: "2026-11-24T10:00", duration: "PT30M" },
      ],
      [
        "ajoute yoga tous les mardis à dix-huit heures",
        { title: "yoga", at: "2026-11-24T18:00", recurrence: "FREQ=WEEKLY;BYDAY=TU" },
      ],
    ],
    zh: [
      ["周五下午三点在日历上加上牙医", { title: "牙医", at: "2026-11-27T15:00" }],
      [
        "安排明天上午十点和安娜开半小时的会",
        { title: "会", people: "安娜", at: "2026-11-24T10:00", duration: "PT30M" },
      ],
      ["每周二晚上六点加一个瑜伽", { title: "瑜伽", at: "2026-11-24T18:00", recurrence: "FREQ=WEEKLY;BYDAY=TU" }],
    ],
  },
  negatives: {
    en: ["remind me to call the dentist on Friday", "am I free on Friday at three"],
    fr: ["rappelle-moi d'appeler le dentiste vendredi", "est-ce que je suis libre vendredi à quinze heures"],
    zh: ["周五提醒我给牙医打电话", "周五下午三点我有空吗"],
  },
  describe: ({ title, at, recurrence }, lang) => {
    const when = [sayDateTime(at, lang), recurrence && sayRecurrence(recurrence, lang)].filter(Boolean).join(", ");
    return say(lang, {
      en: `put ${title} into the calendar, ${when}`,
      fr: `mettre « ${title} » dans l'agenda, ${when}`,
      zh: `把“${title}”加到日历，${when}`,
    });
  },
  async run({ title, at, duration = DEFAULT_DURATION, place, people, recurrence }, powers) {
    const start = instantOf(at, powers);
    const durationMs = msOf(duration);
    const { uid, ...change } = powers.memory.calendar.create({
      title,
      start: at,
      timeZone: powers.timeZone,
      durationMs,
      place,
      people: people === undefined ? [] : people.split(/\s*(?:,|、|和|\band\b|\bet\b|\s&\s)\s*/u).filter(Boolean),
      recurrence,
    });
    const conflicts = conflictsWith(start, new Date(start.getTime() + durationMs), uid, powers);
    const when = [sayMoment(start, powers), recurrence && sayRecurrence(recurrence, powers.lang)]
      .filter(Boolean)
      .join(", ");
    const done = say(powers.lang, {
      en: `${title} is in the calendar, ${when}.`,
      fr: `${title} est dans l'agenda, ${when}.`,
      zh: `${title}已加到日历：${when}。`,
    });
    return {
      kind: "done",
      say: done + sayConflicts(conflicts, powers),
      data: { uid, file: change.file, conflicts: conflicts.map((event) => event.title) },
      things: [{ kind: "event", id: `event:${uid}@${start.toISOString()}`, name: title }],
      undo: undoOfFile(change),
    };
  },
  undo: undoEvent,
});
