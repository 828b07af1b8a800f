import type { Occurrence } from "../../../memory/calendar.ts";
import { maybe } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayList, sayPeriod, sayTime } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { localOf, periodOf } from "../moments.ts";
import { namedAlike } from "../named-alike.ts";
import { eventThing, sayStart } from "./events.ts";

const DAY_MS = 86_400_000;
/** Without a time: the week to come; with a title only: the year to come. */
const AHEAD_MS = 7 * DAY_MS;
const TITLE_AHEAD_MS = 366 * DAY_MS;
const SPOKEN = 5;

export const eventList = defineAction({
  name: "event_list",
  summary: "Say what is in the calendar, or whether a time is free.",
  args: { when: maybe("period", "of which time"), title: maybe("text", "which event") },
  risk: "read",
  examples: {
    en: [
      ["what's on my calendar", {}],
      ["am I free on Thursday afternoon", { when: "2026-11-26T12:00/2026-11-26T18:00" }],
      ["what do I have tomorrow", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["when is the dentist", { title: "dentist" }],
    ],
    fr: [
      ["qu'est-ce qu'il y a dans mon agenda", {}],
      ["est-ce que je suis libre jeudi après-midi", { when: "2026-11-26T12:00/2026-11-26T18:00" }],
      ["qu'est-ce que j'ai demain", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["c'est quand le dentiste", { title: "dentiste" }],
    ],
    zh: [
      ["我的日历上有什么", {}],
      ["周四下午我有空吗", { when: "2026-11-26T12:00/2026-11-26T18:00" }],
      ["明天有什么安排", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["牙医是什么时候", { title: "牙医" }],
    ],
  },
  negatives: {
    en: ["what reminders do I have tomorrow", "put the dentist in my calendar on Friday at three"],
    fr: ["quels rappels ai-je demain", "mets le dentiste dans mon agenda vendredi à quinze heures"],
    zh: ["明天有什么提醒", "周五下午三点在日历上加上牙医"],
  },
  describe: ({ when }, lang) => {
    const time = when === undefined ? "" : ` (${sayPeriod(when, lang)})`;
    return say(lang, { en: `look into the calendar${time}`, fr: `regarder l'agenda${time}`, zh: `查看日历${time}` });
  },
  async run({ when, title }, powers) {
    const now = powers.now();
    const ahead = title === undefined ? AHEAD_MS : TITLE_AHEAD_MS;
    const period = when === undefined ? { start: now, end: new Date(now.getTime() + ahead) } : periodOf(when, powers);
    const all = powers.memory.calendar.between(period.start, period.end, powers.timeZone);
    const named = title === undefined ? all : namedAlike(title, all, (event) => [event.title]);
    const events = named.toSorted((a, b) => a.start.getTime() - b.start.getTime());
    const heading = headingOf(when, powers);
    const warnings = powers.memory.calendar.warnings().map(({ file, reason }) => `${file}: ${reason}`);
    if (events.length === 0) {
      return {
        kind: "done",
        say: sayNothing(heading, title, powers),
        data: [],
        ...(warnings.length > 0 && { show: warnings }),
      };
    }
    const withDay = when === undefined || period.end.getTime() - period.start.getTime() > DAY_MS + 3_600_000;
    const lines = events.map((event) => lineOf(event, withDay, powers));
    const rest = events.length - SPOKEN;
    const more = rest > 0 ? [say(powers.lang, { en: `${rest} more`, fr: `${rest} autres`, zh: `还有${rest}项` })] : [];
    const list = sayList([...lines.slice(0, SPOKEN), ...more], powers.lang);
    return {
      kind: "done",
      say: capitalised(
        say(powers.lang, { en: `${heading}${list}.`, fr: `${heading}${list}.`, zh: `${heading}${list}。` }),
      ),
      show: [...lines.map(capitalised), ...warnings],
      data: events.map((event) => ({
        title: event.title,
        start: localOf(event.start, powers),
        end: localOf(event.end, powers),
        place: event.place,
        people: event.people,
      })),
      things: events.map((event) => eventThing(event, powers)),
    };
  },
});

function headingOf(when: string | undefined, powers: Powers): string {
  if (when === undefined) return "";
  const period = sayPeriod(when, powers.lang, localOf(powers.now(), powers));
  return say(powers.lang, { en: `${period}: `, fr: `${period} : `, zh: `${period}：` });
}

function sayNothing(heading: string, title: string | undefined, powers: Powers): string {
  const text =
    title === undefined
      ? {
          en: `${heading}nothing, you are free.`,
          fr: `${heading}rien, vous êtes libre.`,
          zh: `${heading}没有安排，你有空。`,
        }
      : {
          en: `${heading}no ${title} in the calendar.`,
          fr: `${heading}pas de « ${title} » dans l'agenda.`,
          zh: `${heading}日历里没有“${title}”。`,
        };
  return capitalised(say(powers.lang, text));
}

function lineOf(event: Occurrence, withDay: boolean, powers: Powers): string {
  const { lang } = powers;
  const allDay = say(lang, { en: "all day", fr: "toute la journée", zh: "全天" });
  const time = event.allDay ? allDay : timesOf(event, powers);
  const when = withDay ? sayStart(event, powers) : time;
  const place =
    event.place === undefined
      ? ""
      : say(lang, { en: ` (${event.place})`, fr: ` (${event.place})`, zh: `（${event.place}）` });
  return lang === "zh" ? `${when}${event.title}${place}` : `${event.title}${place}, ${when}`;
}

function timesOf(event: Occurrence, powers: Powers): string {
  const from = sayTime(localOf(event.start, powers), powers.lang);
  if (event.end <= event.start) return from;
  const to = sayTime(localOf(event.end, powers), powers.lang);
  return say(powers.lang, { en: `${from} to ${to}`, fr: `de ${from} à ${to}`, zh: `${from}到${to}` });
}
