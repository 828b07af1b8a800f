import { describe, expect, test } from "vitest";
import { nextOccurrence } from "../../src/memory/recurrence.ts";
import { toInstant, toLocal } from "../../src/memory/zoned-time.ts";

function nextFew(rrule: string, timeZone: string, firstLocal: string, count: number, from = firstLocal): string[] {
  const moments: string[] = [];
  let after = new Date(toInstant(from, timeZone).getTime() - 1);
  for (let i = 0; i < count; i += 1) {
    const next = nextOccurrence({ rrule, timeZone, firstLocal }, after);
    if (next === undefined) break;
    moments.push(`${toLocal(next, timeZone)} ${next.toISOString().slice(11, 16)}Z`);
    after = next;
  }
  return moments;
}

describe("a recurring alarm across a change of the clocks", () => {
  test("Paris, to summer time: 07:30 stays 07:30", () => {
    expect(nextFew("FREQ=DAILY", "Europe/Paris", "2027-03-27T07:30", 3)).toEqual([
      "2027-03-27T07:30 06:30Z",
      "2027-03-28T07:30 05:30Z",
      "2027-03-29T07:30 05:30Z",
    ]);
  });
  test("New York, to winter time", () => {
    expect(nextFew("FREQ=WEEKLY;BYDAY=SA,SU", "America/New_York", "2026-10-31T07:30", 3)).toEqual([
      "2026-10-31T07:30 11:30Z",
      "2026-11-01T07:30 12:30Z",
      "2026-11-07T07:30 12:30Z",
    ]);
  });
  test("Lord Howe, whose clocks change by half an hour", () => {
    expect(nextFew("FREQ=DAILY", "Australia/Lord_Howe", "2027-04-03T06:00", 2)).toEqual([
      "2027-04-03T06:00 19:00Z",
      "2027-04-04T06:00 19:30Z",
    ]);
  });
  test("a time that the clocks skip rings an hour later that day, and at its time the next", () => {
    expect(nextFew("FREQ=DAILY", "Europe/Paris", "2027-03-27T02:30", 3)).toEqual([
      "2027-03-27T02:30 01:30Z",
      "2027-03-28T03:30 01:30Z",
      "2027-03-29T02:30 00:30Z",
    ]);
  });
  test("a time that comes twice rings once", () => {
    expect(nextFew("FREQ=DAILY", "Europe/Paris", "2026-10-24T02:30", 3)).toEqual([
      "2026-10-24T02:30 00:30Z",
      "2026-10-25T02:30 00:30Z",
      "2026-10-26T02:30 01:30Z",
    ]);
  });
  test("every other week counts from the first moment", () => {
    expect(nextFew("FREQ=WEEKLY;INTERVAL=2", "Asia/Shanghai", "2026-11-23T09:00", 2, "2026-11-24T00:00")).toEqual([
      "2026-12-07T09:00 01:00Z",
      "2026-12-21T09:00 01:00Z",
    ]);
  });
});

test("local times and instants", () => {
  expect(toInstant("2026-07-01T12:00", "Europe/Paris").toISOString()).toBe("2026-07-01T10:00:00.000Z");
  expect(toLocal(new Date("2026-12-31T23:30:05Z"), "Asia/Tokyo")).toBe("2027-01-01T08:30:05");
  expect(toInstant("2026-07-01", "UTC").toISOString()).toBe("2026-07-01T00:00:00.000Z");
  expect(() => toInstant("tomorrow", "UTC")).toThrow(/tomorrow/);
});
