import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ical from "node-ical";
import { describe, expect, test } from "vitest";
import type { Calendar, NewEvent } from "../../src/memory/calendar.ts";
import { toLocal } from "../../src/memory/zoned-time.ts";
import { temporaryMemory } from "./temp-memory.ts";

const PARIS = "Europe/Paris";
const HOUR = 3_600_000;

function starts(calendar: Calendar, from: string, to: string, zone = PARIS): string[] {
  return calendar.between(new Date(from), new Date(to), zone).map((o) => `${o.title} ${toLocal(o.start, zone)}`);
}

function create(calendar: Calendar, event: Partial<NewEvent>) {
  return calendar.create({ title: "standup", start: "2027-03-22T09:30", timeZone: PARIS, durationMs: HOUR, ...event });
}

describe("our own events", () => {
  test("another program reads the file: title, time in its zone, place, people, rule", () => {
    const { memory } = temporaryMemory();
    const { file, uid } = create(memory.calendar, {
      title: "déjeuner, à midi; 午饭",
      place: "Chez Paul",
      people: ["Anna", "Sam"],
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
    });
    const text = readFileSync(join(memory.calendar.folder, file), "utf8");
    expect(text).toContain("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris");
    expect(text).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    expect(text).toMatch(/DTSTAMP:20261123T090000Z/);
    const event = ical.sync.parseICS(text)[uid] as ical.VEvent;
    expect(event.summary).toBe("déjeuner, à midi; 午饭");
    expect(event.start.toISOString()).toBe("2027-03-22T08:30:00.000Z");
    expect(event.end?.toISOString()).toBe("2027-03-22T09:30:00.000Z");
    expect(event.location).toBe("Chez Paul");
    expect(event.rrule?.toString()).toContain("FREQ=WEEKLY");
    expect(JSON.stringify(event.attendee)).toContain("Anna");
  });

  test.each([
    ["Africa/Casablanca", "RDATE"],
    ["Asia/Shanghai", "TZOFFSETTO:+0800"],
    ["America/New_York", "BYMONTH=11;BYDAY=1SU"],
    ["Asia/Kolkata", "TZOFFSETTO:+0530"],
  ])("the zone of %s is written by its own rules", (timeZone, rule) => {
    const { memory } = temporaryMemory();
    const { file, uid } = create(memory.calendar, { timeZone });
    const text = readFileSync(join(memory.calendar.folder, file), "utf8");
    expect(text).toContain(rule);
    expect((ical.sync.parseICS(text)[uid] as ical.VEvent).start.getTime()).toBe(
      memory.calendar.between(new Date("2027-03-21"), new Date("2027-03-24"), timeZone)[0]?.start.getTime(),
    );
  });

  test("a weekly event keeps its hour when the clocks change", () => {
    const { memory } = temporaryMemory();
    create(memory.calendar, { recurrence: "FREQ=WEEKLY" });
    const found = memory.calendar.between(new Date("2027-03-22"), new Date("2027-04-06"), PARIS);
    expect(found.map((o) => o.start.toISOString())).toEqual([
      "2027-03-22T08:30:00.000Z",
      "2027-03-29T07:30:00.000Z",
      "2027-04-05T07:30:00.000Z",
    ]);
  });

  test("moving and removing one of a series leaves the others, and every step can be undone", () => {
    const { memory } = temporaryMemory();
    const { calendar } = memory;
    const { uid, file } = create(calendar, { recurrence: "FREQ=DAILY;COUNT=3" });
    const week = () => starts(calendar, "2027-03-21T00:00:00Z", "2027-03-28T00:00:00Z");
    const [, second] = calendar.between(new Date("2027-03-22"), new Date("2027-03-25"), PARIS);
    const moved = calendar.move(second!, "2027-03-23T15:00", PARIS);
    expect(week()).toEqual(["standup 2027-03-22T09:30", "standup 2027-03-23T15:00", "standup 2027-03-24T09:30"]);
    const [, again] = calendar.between(new Date("2027-03-22"), new Date("2027-03-25"), PARIS);
    calendar.move(again!, "2027-03-26T08:00", PARIS);
    expect(week()).toEqual(["standup 2027-03-22T09:30", "standup 2027-03-24T09:30", "standup 2027-03-26T08:00"]);
    const text = readFileSync(join(calendar.folder, file), "utf8");
    const other = ical.sync.parseICS(text)[uid] as ical.VEvent;
    expect(Object.keys(other.recurrences ?? {}).length).toBeGreaterThan(0);

    const [first] = calendar.between(new Date("2027-03-22"), new Date("2027-03-23"), PARIS);
    const removed = calendar.removeOccurrence(first!);
    expect(week()).toEqual(["standup 2027-03-24T09:30", "standup 2027-03-26T08:00"]);
    calendar.restore(removed);
    expect(week()).toHaveLength(3);
    calendar.restore(moved);
    expect(week()[1]).toBe("standup 2027-03-23T09:30");
    const gone = calendar.remove(uid);
    expect(week()).toEqual([]);
    expect(readdirSync(calendar.folder)).toEqual([]);
    calendar.restore(gone);
    expect(week()).toHaveLength(3);
  });

  test("a single event moves with its length", () => {
    const { memory } = temporaryMemory();
    create(memory.calendar, { durationMs: 90 * 60_000 });
    const [event] = memory.calendar.between(new Date("2027-03-22"), new Date("2027-03-23"), PARIS);
    memory.calendar.move(event!, "2027-03-24T20:00", PARIS);
    const [moved] = memory.calendar.between(new Date("2027-03-22"), new Date("2027-03-30"), PARIS);
    expect(moved).toMatchObject({
      uid: event!.uid,
      start: new Date("2027-03-24T19:00:00Z"),
      end: new Date("2027-03-24T20:30:00Z"),
    });
  });
});

describe("files of other programs", () => {
  const FOREIGN = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//other//program//EN",
    "BEGIN:VEVENT",
    "UID:holiday@example.org",
    "DTSTAMP:20260101T000000Z",
    "DTSTART;VALUE=DATE:20270323",
    "DTEND;VALUE=DATE:20270325",
    "SUMMARY:holiday",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:call@example.org",
    "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=America/New_York:20270322T180000",
    "DTEND;TZID=America/New_York:20270322T190000",
    "RRULE:FREQ=DAILY;UNTIL=20270324T220000Z",
    "EXDATE;TZID=America/New_York:20270323T180000",
    "SUMMARY:call",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:call@example.org",
    "RECURRENCE-ID;TZID=America/New_York:20270324T180000",
    "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=America/New_York:20270320T100000",
    "DURATION:PT30M",
    "SUMMARY:call (earlier)",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

  function withForeign() {
    const { memory } = temporaryMemory();
    mkdirSync(memory.calendar.folder, { recursive: true });
    writeFileSync(join(memory.calendar.folder, "other.ics"), FOREIGN);
    return memory.calendar;
  }

  test("are read: whole days, zones without a definition, exceptions", () => {
    const calendar = withForeign();
    expect(starts(calendar, "2027-03-19T00:00:00Z", "2027-04-01T00:00:00Z")).toEqual([
      "call (earlier) 2027-03-20T15:00",
      "call 2027-03-22T23:00",
      "holiday 2027-03-23T00:00",
    ]);
    const holiday = calendar.between(new Date("2027-03-24T12:00:00Z"), new Date("2027-03-24T13:00:00Z"), PARIS);
    expect(holiday).toMatchObject([{ title: "holiday", allDay: true, busy: false }]);
  });

  test("are edited without losing their other events", () => {
    const calendar = withForeign();
    const undo = calendar.remove("call@example.org");
    expect(starts(calendar, "2027-03-19T00:00:00Z", "2027-04-01T00:00:00Z")).toEqual(["holiday 2027-03-23T00:00"]);
    calendar.restore(undo);
    expect(readFileSync(join(calendar.folder, "other.ics"), "utf8")).toBe(FOREIGN);
  });

  test("a broken one is skipped with a warning", () => {
    const calendar = withForeign();
    writeFileSync(join(calendar.folder, "broken.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMM");
    writeFileSync(join(calendar.folder, "empty.ics"), "");
    expect(starts(calendar, "2027-03-23T00:00:00Z", "2027-03-24T00:00:00Z")).toContain("holiday 2027-03-23T00:00");
    expect(calendar.warnings().map((warning) => warning.file)).toEqual(["broken.ics", "empty.ics"]);
  });

  test("no name leads out of the folder", () => {
    expect(() => withForeign().restore({ file: "../saysh.ics", before: "" })).toThrow(/not the name/);
  });
});
