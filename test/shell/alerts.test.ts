import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openMemory } from "../../src/memory/open-memory.ts";
import { createAlertClock } from "../../src/shell/alerts.ts";
import { temporaryMemory } from "../memory/temp-memory.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-23T09:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const { memory, folder } = temporaryMemory();
  const heard: string[] = [];
  const clock = createAlertClock({
    alerts: memory.alerts,
    now: () => new Date(),
    onDue: (alert, how) => heard.push(`${how} ${alert.label} ${new Date().toISOString().slice(14, 19)}`),
  });
  const set = (label: string, inMs: number, alerts = memory.alerts) =>
    alerts.set({ kind: "timer", label, dueAt: new Date(Date.now() + inMs) });
  return { memory, folder, heard, clock, set };
}

test("rings at the deadline, not before and only once", () => {
  const { heard, clock, set } = start();
  set("tea", 61_000);
  set("egg", 3_500);
  vi.advanceTimersByTime(3_400);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(300_000);
  expect(heard).toEqual(["ring egg 00:03", "ring tea 01:01"]);
  clock[Symbol.dispose]();
});

test("notices a timer set by another process", () => {
  const { folder, heard, clock, set } = start();
  using other = openMemory(folder, { now: () => new Date() });
  set("theirs", 2_000, other.alerts);
  vi.advanceTimersByTime(6_000);
  expect(heard).toEqual(["ring theirs 00:05"]);
  clock[Symbol.dispose]();
});

test("tells what came due too long ago as missed", () => {
  const { memory } = temporaryMemory();
  memory.alerts.set({ kind: "alarm", label: "old", dueAt: new Date(Date.now() - 2 * 3_600_000) });
  const heard: string[] = [];
  const onDue = (alert: { label: string | undefined }, how: string) => heard.push(`${how} ${alert.label}`);
  createAlertClock({ alerts: memory.alerts, now: () => new Date(), onDue })[Symbol.dispose]();
  expect(heard).toEqual(["missed old"]);
});

test("an alert that cannot be told of does not silence the next, nor stop the clock", () => {
  const { memory } = temporaryMemory();
  const errors: unknown[] = [];
  const heard: unknown[] = [];
  const clock = createAlertClock({
    alerts: memory.alerts,
    now: () => new Date(),
    onError: (error) => errors.push(error),
    onDue: ({ label }) => {
      if (label === "bad") throw new Error("no sound");
      heard.push(label);
    },
  });
  for (const label of ["bad", "good"]) memory.alerts.set({ kind: "timer", label, dueAt: new Date(Date.now() + 1000) });
  memory.alerts.set({ kind: "timer", label: "later", dueAt: new Date(Date.now() + 60_000) });
  vi.advanceTimersByTime(61_000);
  expect(heard).toEqual(["good", "later"]);
  expect(errors).toHaveLength(1);
  clock[Symbol.dispose]();
});

test("is silent after it was disposed", () => {
  const { heard, clock, set } = start();
  clock[Symbol.dispose]();
  set("tea", 1_000);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
});
