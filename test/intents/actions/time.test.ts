import { expect, test } from "vitest";
import { timeActions } from "../../../src/intents/actions/time.ts";
import { findTimezones } from "../../../src/intents/actions/timezone-names.ts";
import { memoryPowers, said } from "./memory-powers.ts";

test("every zone of the table is one that this Node knows", () => {
  for (const place of ["NYC", "Pékin", "东京", "Brésil", "Hong-Kong", "Kiev", "La Réunion", "GMT"]) {
    expect(() => new Intl.DateTimeFormat("en", { timeZone: findTimezones(place)[0]! }), place).not.toThrow();
  }
});

test.each([
  ["Tokyo", "Asia/Tokyo"],
  ["東京", undefined],
  ["东京", "Asia/Tokyo"],
  ["Londres", "Europe/London"],
  ["san francisco", "America/Los_Angeles"],
  ["the United States", "America/New_York"],
  ["au Japon", "Asia/Tokyo"],
  ["Montréal", "America/Toronto"],
  ["北京", "Asia/Shanghai"],
  ["Mumbai", "Asia/Kolkata"],
  ["Nairobi", "Africa/Nairobi"],
  ["Middle Earth", undefined],
])("%s is in %s", (place, zone) => {
  expect(findTimezones(place)[0]).toBe(zone);
});

test("the time here and elsewhere, with the day where it is another", async () => {
  const world = memoryPowers();
  const { run } = world.runnerOf(timeActions);
  expect(said(await run("time_now"))).toBe("It's 10:00.");
  expect(said(await run("time_now", { place: "Tokyo" }))).toBe("In Tokyo: it's 18:00.");
  expect(said(await run("time_now", { place: "Tokyo" }, "fr"))).toBe("Tokyo : il est 18 h.");
  world.clock.now = new Date("2026-11-23T20:00:00Z");
  expect(said(await run("time_now", { place: "东京" }, "zh"))).toBe("东京是明天凌晨5点。");
  expect(said(await run("time_now", { place: "Hawaii" }))).toBe("In Hawaii: it's 10:00.");
  expect(await run("time_now", { place: "Atlantis" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
});

test("the date, today's and another's", async () => {
  const { run } = memoryPowers().runnerOf(timeActions);
  expect(said(await run("date_today"))).toBe("Today is Monday, 23 November 2026.");
  expect(said(await run("date_today", { when: "next Friday" }))).toBe("Next Friday is Friday, 4 December 2026.");
  expect(said(await run("date_today", {}, "fr"))).toBe("Nous sommes le lundi 23 novembre 2026.");
  expect(said(await run("date_today", { when: "下周五" }, "zh"))).toBe("下周五是2026年12月4日星期五。");
  expect(await run("date_today", { when: "the purple thing" })).toMatchObject({ kind: "failed" });
});
