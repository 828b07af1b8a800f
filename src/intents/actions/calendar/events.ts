import type { FileBefore, Occurrence } from "../../../memory/calendar.ts";
import type { Powers } from "../../powers.ts";
import type { Result, Thing, UndoData } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList, sayTime } from "../../values/index.ts";
import { instantOf, localOf, sayMoment } from "../moments.ts";
import { namedAlike } from "../named-alike.ts";
import type { Picked } from "../pick-alert.ts";

const DAY_MS = 86_400_000;
/** How far ahead an event is sought by its name: a yearly event is among them. */
const SEARCH_AHEAD_MS = 400 * DAY_MS;

/** "dentist, on Friday at 15:00". */
export function sayEvent(event: Occurrence, powers: Powers): string {
  return powers.lang === "zh"
    ? `${sayStart(event, powers)}的${event.title}`
    : `${event.title}, ${sayStart(event, powers)}`;
}

export function eventThing(event: Occurrence, powers: Powers): Thing {
  return { kind: "event", id: idOf(event), name: sayEvent(event, powers) };
}

/** The event meant by its title, its time or both: of a recurring one its next occurrence. */
export function pickEvent(title: string | undefined, at: string | undefined, powers: Powers): Picked<Occurrence> {
  const from = new Date(powers.now().getTime() - DAY_MS);
  const upcoming = powers.memory.calendar.between(from, new Date(from.getTime() + SEARCH_AHEAD_MS), powers.timeZone);
  const byId = upcoming.find((event) => idOf(event) === title);
  if (byId !== undefined) return { found: byId };
  const fitting = meantAt(at, nextOfEach(titled(title, upcoming, powers), at, powers), powers);
  const [first] = fitting;
  if (first === undefined) return { result: noEvent(title, powers) };
  if (fitting.length === 1) return { found: first };
  const options = fitting.slice(0, 5).map((event) => eventThing(event, powers));
  const names = options.map((option) => option.name);
  const question = say(powers.lang, {
    en: `Which one: ${names.join("; or ")}?`,
    fr: `Lequel : ${names.join(" ; ou ")} ?`,
    zh: `哪一个：${names.join("，还是")}？`,
  });
  return { result: { kind: "choose", arg: "title", question, options } };
}

/** Other events that take place at the same time and make the person busy. */
export function conflictsWith(start: Date, end: Date, uid: string | undefined, powers: Powers): readonly Occurrence[] {
  return powers.memory.calendar
    .between(start, end, powers.timeZone)
    .filter((event) => event.uid !== uid && event.busy && !event.allDay && event.end > start);
}

/** " That is at the same time as lunch (12:30)."; empty when nothing is in the way. */
export function sayConflicts(conflicts: readonly Occurrence[], powers: Powers): string {
  if (conflicts.length === 0) return "";
  const names = conflicts.map((event) => `${event.title} (${sayTime(localOf(event.start, powers), powers.lang)})`);
  const list = sayList(names, powers.lang);
  return say(powers.lang, {
    en: ` It overlaps with ${list}.`,
    fr: ` Cela chevauche ${list}.`,
    zh: `注意：与${list}时间冲突。`,
  });
}

export async function undoEvent(data: UndoData, powers: Powers): Promise<Result> {
  powers.memory.calendar.restore(data as unknown as FileBefore);
  const text = { en: "The calendar is as before.", fr: "L'agenda est comme avant.", zh: "日历已恢复。" };
  return { kind: "done", say: say(powers.lang, text) };
}

/** What `undoEvent` needs. */
export function undoOfFile({ file, before }: FileBefore): UndoData {
  return before === undefined ? { file } : { file, before };
}

export function sayStart(event: Occurrence, powers: Powers): string {
  if (!event.allDay) return sayMoment(event.start, powers);
  const day = localOf(event.start, powers).slice(0, 10);
  return sayDayOf(day, powers);
}

function sayDayOf(day: string, powers: Powers): string {
  const noon = sayMoment(instantOf(`${day}T12:00`, powers), powers);
  return noon.replace(/ (?:at|à) .*$|(?:中午|下午)?12[:：点].*$/, "");
}

function idOf(event: Occurrence): string {
  return `event:${event.uid}@${event.originalStart.toISOString()}`;
}

function titled(title: string | undefined, events: readonly Occurrence[], powers: Powers): readonly Occurrence[] {
  if (title === undefined) return events;
  const named = namedAlike(title, events, (event) => [event.title]);
  if (named.length > 0) return named;
  const meant = powers.refs.resolve(title, ["event"]).map((thing) => thing.id);
  return events.filter((event) => meant.includes(idOf(event)));
}

/** With a time any occurrence may be meant; without one the next that has not ended, of each event. */
function nextOfEach(events: readonly Occurrence[], at: string | undefined, powers: Powers): readonly Occurrence[] {
  const inOrder = [...events].sort((a, b) => a.start.getTime() - b.start.getTime());
  if (at !== undefined) return inOrder;
  const seen = new Set<string>();
  return inOrder.filter((event) => {
    if (event.end <= powers.now() || seen.has(event.uid)) return false;
    seen.add(event.uid);
    return true;
  });
}

/** Those that start then; where there are none, those of that day. */
function meantAt(at: string | undefined, events: readonly Occurrence[], powers: Powers): readonly Occurrence[] {
  if (at === undefined) return events;
  const exact = events.filter((event) => event.start.getTime() === instantOf(at, powers).getTime());
  if (exact.length > 0) return exact;
  return events.filter((event) => localOf(event.start, powers).slice(0, 10) === at.slice(0, 10));
}

function noEvent(title: string | undefined, powers: Powers): Result {
  const text =
    title === undefined
      ? { en: "There is no such event.", fr: "Il n'y a pas d'événement de ce genre.", zh: "没有这样的日程。" }
      : {
          en: `There is no ${title} in the calendar.`,
          fr: `Il n'y a pas « ${title} » dans l'agenda.`,
          zh: `日历里没有“${title}”。`,
        };
  return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" };
}
