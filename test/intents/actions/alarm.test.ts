import { describe, expect, test } from "vitest";
import { alarmActions } from "../../../src/intents/actions/alarm.ts";
import { memoryPowers, said } from "./memory-powers.ts";

const HOUR = 3_600_000;

function setup() {
  const world = memoryPowers();
  return { ...world, ...world.runnerOf(alarmActions) };
}

describe("alarms", () => {
  test("once and again and again, listed for a day, undone", async () => {
    const { run, undo, memory } = setup();
    const set = await run("alarm_set", { at: "2026-11-24T07:00" });
    expect(said(set)).toBe("Alarm set: tomorrow at 7:00.");
    expect(memory.alerts.nextDue()?.toISOString()).toBe("2026-11-24T06:00:00.000Z");
    const weekdays = { at: "2026-11-24T06:30", recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" };
    expect(said(await run("alarm_set", { ...weekdays, label: "gym" }))).toBe("Gym alarm set: every weekday at 6:30.");
    expect(said(await run("alarm_list", { when: "2026-11-26T00:00/2026-11-27T00:00" }))).toBe(
      "On Thursday: one alarm, gym, every weekday at 6:30.",
    );
    expect(said(await run("alarm_list", { when: "2026-11-28T00:00/2026-11-29T00:00" }))).toContain("no alarm is set");
    await undo("alarm_set", set);
    expect(memory.alerts.list("alarm")).toHaveLength(1);
  });

  test("a recurrence whose first moment is past starts at its next; a single moment in the past is refused", async () => {
    const { run, memory } = setup();
    await run("alarm_set", { at: "2026-11-23T06:30", recurrence: "FREQ=DAILY" });
    expect(memory.alerts.nextDue()?.toISOString()).toBe("2026-11-24T05:30:00.000Z");
    expect(await run("alarm_set", { at: "2026-11-23T09:59" })).toMatchObject({ kind: "failed" });
  });

  test("cancel by time, by name, all; undo brings them back", async () => {
    const { run, undo, memory } = setup();
    await run("alarm_set", { at: "2026-11-24T07:00" });
    await run("alarm_set", { at: "2026-11-24T08:00", label: "laundry" });
    await run("alarm_set", { at: "2026-11-25T09:00" });
    expect(await run("alarm_cancel")).toMatchObject({ kind: "choose", arg: "label" });
    const byTime = await run("alarm_cancel", { at: "2026-11-24T07:00" });
    expect(said(byTime)).toBe("The alarm for tomorrow at 7:00 is cancelled.");
    expect(said(await run("alarm_cancel", { at: "2026-11-24T09:00" }))).toContain("on Wednesday at 9:00");
    expect(said(await run("alarm_cancel", { label: "laundry" }))).toContain("laundry");
    expect(await run("alarm_cancel", { all: true })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
    await undo("alarm_cancel", byTime);
    expect(memory.alerts.list("alarm", ["armed"])).toHaveLength(1);
  });

  test("snooze rings again in nine minutes; stop ends it; both can be undone", async () => {
    const { run, undo, memory, clock, advance } = setup();
    await run("alarm_set", { at: "2026-11-23T11:00" });
    expect(await run("alarm_stop")).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
    advance(HOUR);
    expect(memory.alerts.claimDue(clock.now).ring).toHaveLength(1);
    const snoozed = await run("alarm_snooze");
    expect(said(snoozed)).toBe("Again in 9 minutes.");
    expect(memory.alerts.nextDue()?.toISOString()).toBe("2026-11-23T10:09:00.000Z");
    await undo("alarm_snooze", snoozed);
    expect(memory.alerts.list("alarm", ["ringing"])).toHaveLength(1);
    const stopped = await run("alarm_stop", {}, "fr");
    expect(said(stopped)).toBe("Arrêté.");
    expect(memory.alerts.list()).toEqual([]);
    await undo("alarm_stop", stopped);
    expect(memory.alerts.list("alarm", ["ringing"])).toHaveLength(1);
  });

  test("the same alarm twice is one alarm", async () => {
    const { run, memory } = setup();
    await run("alarm_set", { at: "2026-11-24T07:00" });
    const again = await run("alarm_set", { at: "2026-11-24T07:00" });
    expect(said(again)).toBe("Already set: the alarm for tomorrow at 7:00.");
    expect(again).not.toHaveProperty("undo");
    expect(memory.alerts.list("alarm")).toHaveLength(1);
  });
});
