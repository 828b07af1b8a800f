import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calendarActions } from "../../../src/intents/actions/calendar.ts";
import { memoryPowers, said } from "./memory-powers.ts";

function setup() {
  const world = memoryPowers();
  return { ...world, ...world.runnerOf(calendarActions) };
}

const DENTIST = { title: "dentist", at: "2026-11-27T15:00" };
const FRIDAY = { when: "2026-11-27T00:00/2026-11-28T00:00" };

describe("events", () => {
  test("created, listed, free or not, undone", async () => {
    const { run, undo, memory } = setup();
    expect(said(await run("event_list", FRIDAY))).toBe("On Friday: nothing, you are free.");
    const created = await run("event_create", { ...DENTIST, place: "12 High Street", people: "Anna and Sam" });
    expect(said(created)).toBe("dentist is in the calendar, on Friday at 15:00.");
    expect(said(await run("event_list", FRIDAY))).toBe("On Friday: dentist (12 High Street), 15:00 to 16:00.");
    expect(said(await run("event_list", { title: "dentist" }, "fr"))).toBe(
      "Dentist (12 High Street), vendredi à 15 h.",
    );
    expect((await run("event_list", FRIDAY)) as object).toMatchObject({ data: [{ people: ["Anna", "Sam"] }] });
    await undo("event_create", created);
    expect(readdirSync(memory.calendar.folder)).toEqual([]);
  });

  test("what overlaps is mentioned, what only touches is not", async () => {
    const { run } = setup();
    await run("event_create", DENTIST);
    expect(said(await run("event_create", { title: "call", at: "2026-11-27T15:30", duration: "PT15M" }))).toBe(
      "call is in the calendar, on Friday at 15:30. It overlaps with dentist (15:00).",
    );
    expect(said(await run("event_create", { title: "tea", at: "2026-11-27T16:00" }))).not.toContain("overlaps");
  });

  test("moved with its length, and back", async () => {
    const { run, undo } = setup();
    await run("event_create", { ...DENTIST, duration: "PT30M" });
    const moved = await run("event_move", { title: "the dentist", at: "2026-11-26T09:00" });
    expect(said(moved)).toBe("dentist is now on Thursday at 9:00.");
    expect(said(await run("event_list", { when: "2026-11-26T00:00/2026-11-27T00:00" }))).toContain("9:00 to 9:30");
    await undo("event_move", moved);
    expect(said(await run("event_list", FRIDAY))).toContain("15:00 to 15:30");
  });

  test("of a series the one occurrence goes whose time is given, else all of it", async () => {
    const { run, undo } = setup();
    await run("event_create", { title: "yoga", at: "2026-11-24T18:00", recurrence: "FREQ=WEEKLY;BYDAY=TU" }, "fr");
    const one = await run("event_delete", { title: "yoga", at: "2026-12-01T18:00" });
    expect(said(one)).toBe("Off the calendar: yoga, on Tuesday 1 December at 18:00.");
    const december = { when: "2026-12-01T00:00/2026-12-09T00:00" };
    expect(said(await run("event_list", december))).toContain("8 December");
    expect(said(await run("event_list", december))).not.toContain("yoga, on Tuesday 1 December");
    await undo("event_delete", one);
    const all = await run("event_delete", { title: "yoga" }, "zh");
    expect(said(all)).toBe("yoga已全部从日历上删掉。");
    expect(said(await run("event_list"))).toContain("Nothing");
    await undo("event_delete", all);
    expect(said(await run("event_list"))).toContain("Yoga");
  });

  test("asks which of two, and finds it by the option's id", async () => {
    const { run } = setup();
    await run("event_create", { title: "meeting with Anna", at: "2026-11-24T10:00" });
    await run("event_create", { title: "meeting with Paul", at: "2026-11-25T10:00" });
    const asked = await run("event_delete", { title: "meeting" });
    expect(asked).toMatchObject({ kind: "choose", arg: "title" });
    const id = asked.kind === "choose" ? asked.options[1]!.id : "";
    expect(said(await run("event_delete", { title: id }))).toContain("Paul");
    expect(await run("event_delete", { title: "skydiving" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
    expect(await run("event_delete")).toMatchObject({ kind: "ask", arg: "title" });
  });
});
