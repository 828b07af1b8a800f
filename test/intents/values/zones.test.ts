import { expect, test } from "vitest";
import { readDateTime, readPeriod } from "../../../src/intents/values/index.ts";

const at = (now: string, timeZone: string, lang: "en" | "fr" | "zh" = "en") => ({ lang, now: new Date(now), timeZone });

test("the same instant is another day elsewhere", () => {
  const now = "2026-11-23T16:30:00Z";
  expect(readDateTime("tomorrow at nine", at(now, "Asia/Shanghai"))).toBe("2026-11-25T09:00");
  expect(readDateTime("tomorrow at nine", at(now, "America/Los_Angeles"))).toBe("2026-11-24T09:00");
  expect(readPeriod("today", at(now, "Asia/Shanghai"))).toBe("2026-11-24T00:00/2026-11-25T00:00");
});

test("hours are exact across a change of clocks, days keep the hour", () => {
  const autumn = "2026-10-24T23:30:00+02:00"; // clocks go back at 03:00 that night
  expect(readDateTime("in six hours", at(autumn, "Europe/Paris"))).toBe("2026-10-25T04:30");
  expect(readDateTime("in two days", at(autumn, "Europe/Paris"))).toBe("2026-10-26T23:30");
});

test("a time that spring skips is the one the clocks show instead", () => {
  expect(readDateTime("tomorrow at 2:30 am", at("2026-03-28T12:00:00+01:00", "Europe/Paris"))).toBe("2026-03-29T03:30");
});

test("after midnight, tonight's small hours are still to come", () => {
  expect(readDateTime("tonight at three", at("2026-11-24T01:00:00+01:00", "Europe/Paris"))).toBe("2026-11-24T03:00");
});

test("the last of February and the 31st skip to where they exist", () => {
  expect(readDateTime("the 29th of february", at("2026-11-23T10:00:00+01:00", "Europe/Paris"))).toBe(
    "2028-02-29T09:00",
  );
  expect(readDateTime("the thirty first", at("2026-11-23T10:00:00+01:00", "Europe/Paris"))).toBe("2026-12-31T09:00");
});
