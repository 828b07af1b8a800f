import { describe, expect, test } from "vitest";
import { openMemory } from "../../src/memory/open-memory.ts";
import { toLocal } from "../../src/memory/zoned-time.ts";
import { temporaryMemory } from "./temp-memory.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("alerts", () => {
  test("a timer is handed out once, however often and by whomever it is asked for", () => {
    const { memory, folder, clock } = temporaryMemory();
    memory.alerts.set({
      kind: "timer",
      label: "pasta",
      dueAt: new Date(clock.now.getTime() + 9 * MINUTE),
      durationMs: 9 * MINUTE,
    });
    expect(memory.alerts.claimDue(clock.now).ring).toEqual([]);
    clock.advance(9 * MINUTE);
    using other = openMemory(folder, { now: () => clock.now });
    expect(other.alerts.claimDue(clock.now).ring.map((alert) => alert.label)).toEqual(["pasta"]);
    expect(memory.alerts.claimDue(clock.now)).toEqual({ ring: [], missed: [] });
    expect(memory.alerts.list("timer")[0]?.state).toBe("ringing");
  });

  test("what came due while the machine was off rings when young and is reported as missed when old", () => {
    const { memory, clock } = temporaryMemory();
    const inTen = new Date(clock.now.getTime() + 10 * MINUTE);
    memory.alerts.set({ kind: "timer", label: "tea", dueAt: inTen });
    memory.alerts.set({ kind: "reminder", label: "call mum", dueAt: inTen });
    clock.advance(5 * HOUR);
    const claimed = memory.alerts.claimDue(clock.now);
    expect(claimed.ring.map((alert) => alert.label)).toEqual(["call mum"]);
    expect(claimed.missed.map((alert) => alert.label)).toEqual(["tea"]);
  });

  test("pause keeps what is left, resume counts on from there", () => {
    const { memory, clock } = temporaryMemory();
    const { id } = memory.alerts.set({
      kind: "timer",
      dueAt: new Date(clock.now.getTime() + 10 * MINUTE),
      durationMs: 10 * MINUTE,
    });
    clock.advance(4 * MINUTE);
    expect(memory.alerts.pause(id, clock.now).remainingMs).toBe(6 * MINUTE);
    clock.advance(HOUR);
    expect(memory.alerts.claimDue(clock.now).ring).toEqual([]);
    expect(memory.alerts.resume(id, clock.now).dueAt.getTime() - clock.now.getTime()).toBe(6 * MINUTE);
  });

  test("extending a timer that rings makes it run again for that long", () => {
    const { memory, clock } = temporaryMemory();
    const { id } = memory.alerts.set({ kind: "timer", dueAt: clock.now, durationMs: MINUTE });
    memory.alerts.claimDue(clock.now);
    clock.advance(MINUTE);
    const extended = memory.alerts.extend(id, 5 * MINUTE, clock.now);
    expect(extended.state).toBe("armed");
    expect(extended.dueAt.getTime() - clock.now.getTime()).toBe(5 * MINUTE);
  });

  test("a snoozed alarm rings again, a stopped one does not, and the series goes on", () => {
    const { memory, clock } = temporaryMemory("2026-11-23T05:30:00Z");
    memory.alerts.set({
      kind: "alarm",
      dueAt: clock.now,
      recurrence: { rrule: "FREQ=DAILY", timeZone: "Europe/Paris", firstLocal: "2026-11-23T06:30" },
    });
    const [first] = memory.alerts.claimDue(clock.now).ring;
    memory.alerts.snooze(first!.id, new Date(clock.now.getTime() + 9 * MINUTE));
    clock.advance(9 * MINUTE);
    const [again] = memory.alerts.claimDue(clock.now).ring;
    expect(again).toMatchObject({ id: first!.id, snoozes: 1 });
    memory.alerts.stop(again!.id);
    expect(memory.alerts.list("alarm").map((alert) => toLocal(alert.dueAt, "Europe/Paris"))).toEqual([
      "2026-11-24T06:30",
    ]);
  });

  test("a daily alarm of a machine that was off for a week is told of once", () => {
    const { memory, clock } = temporaryMemory("2026-11-23T05:00:00Z");
    memory.alerts.set({
      kind: "alarm",
      dueAt: new Date("2026-11-23T05:30:00Z"),
      recurrence: { rrule: "FREQ=DAILY", timeZone: "Europe/Paris", firstLocal: "2026-11-23T06:30" },
    });
    clock.advance(7 * 24 * HOUR);
    const claimed = memory.alerts.claimDue(clock.now);
    expect(claimed.ring).toEqual([]);
    expect(claimed.missed).toHaveLength(1);
    expect(memory.alerts.nextDue()?.toISOString()).toBe("2026-11-30T05:30:00.000Z");
  });

  test("a series that has ended leaves nothing armed", () => {
    const { memory, clock } = temporaryMemory();
    memory.alerts.set({
      kind: "reminder",
      label: "pill",
      dueAt: clock.now,
      recurrence: { rrule: "FREQ=DAILY;COUNT=1", timeZone: "UTC", firstLocal: "2026-11-23T09:00" },
    });
    expect(memory.alerts.claimDue(clock.now).ring).toHaveLength(1);
    expect(memory.alerts.nextDue()).toBeUndefined();
  });

  test("cancel and restore", () => {
    const { memory, clock } = temporaryMemory();
    const alert = memory.alerts.set({ kind: "timer", dueAt: new Date(clock.now.getTime() + MINUTE) });
    memory.alerts.cancel(alert.id);
    expect(memory.alerts.list()).toEqual([]);
    memory.alerts.restore(JSON.parse(JSON.stringify(alert)));
    expect(memory.alerts.list()).toEqual([alert]);
  });

  test("a rule that cannot be read and a state that does not fit are refused", () => {
    const { memory, clock } = temporaryMemory();
    const recurrence = { rrule: "FREQ=SOMETIMES", timeZone: "UTC", firstLocal: "2026-11-23T09:00" };
    expect(() => memory.alerts.set({ kind: "alarm", dueAt: clock.now, recurrence })).toThrow(/FREQ=SOMETIMES/);
    expect(memory.alerts.list()).toEqual([]);
    const { id } = memory.alerts.set({ kind: "alarm", dueAt: new Date(clock.now.getTime() + 1) });
    expect(() => memory.alerts.stop(id)).toThrow(/is armed/);
  });

  test("listeners hear of changes until they stop listening", () => {
    const { memory, clock } = temporaryMemory();
    let heard = 0;
    const stop = memory.alerts.onChange(() => (heard += 1));
    const { id } = memory.alerts.set({ kind: "timer", dueAt: clock.now });
    memory.alerts.cancel(id);
    stop();
    memory.alerts.set({ kind: "timer", dueAt: clock.now });
    expect(heard).toBe(2);
  });
});
