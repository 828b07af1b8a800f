import { expect, test } from "vitest";
import type { ArgType } from "../../../src/intents/args.ts";
import { readColour, readUnit, readValue } from "../../../src/intents/values/index.ts";
import { NOW, PHRASES, ZONE } from "./phrases.ts";

const TYPES: readonly ArgType[] = [
  "int",
  "number",
  "percent",
  "bool",
  "duration",
  "datetime",
  "date",
  "time",
  "period",
  "recurrence",
  "enum",
  "text",
  "ref",
];
const STRAY = [..."0123456789:/.-%,'#+ hms点半年月日号周第下上百千万分之到每é¥ 🙂\u0000\u202f[(\\"];

/** A small generator with a seed (mulberry32), so that a failing string comes back. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words of the tables in any order, with stray characters, repeated runs and huge numbers between them. */
function randomWords(random: () => number, pool: readonly string[]): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const pieces = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
    const kind = random();
    if (kind < 0.6) return pick(pool);
    if (kind < 0.8) return Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(STRAY)).join("");
    if (kind < 0.9) return String(Math.floor(random() ** 4 * 1e12));
    return `${pick(pool)} `.repeat(1 + Math.floor(random() * 30));
  });
  return pieces.join(random() < 0.8 ? " " : "");
}

test("5,000 random strings: nothing throws, and what is read is canonical", () => {
  const random = seeded(20261123);
  const pool = Object.values(PHRASES)
    .flatMap((types) => Object.values(types).flat())
    .flatMap(([words]) => words.split(" "));
  const moment = /^-?\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
  for (let n = 0; n < 5000; n++) {
    const words = randomWords(random, pool);
    const lang = (["en", "fr", "zh"] as const)[n % 3]!;
    const type = TYPES[Math.floor(random() * TYPES.length)]!;
    const recurrence = random() < 0.1 ? { recurrence: "FREQ=WEEKLY;BYDAY=MO" } : {};
    const value = readValue(type, words, {
      lang,
      now: NOW,
      timeZone: ZONE,
      enumValues: ["up", "down", "one"],
      ...recurrence,
    });
    readUnit(words);
    readColour(words);
    if (value === undefined) continue;
    if (type === "datetime") expect(value, words).toMatch(moment);
    if (type === "period") for (const end of String(value).split("/")) expect(end, words).toMatch(moment);
    if (type === "percent") expect((value as number) >= 0 && (value as number) <= 100, words).toBe(true);
    if (type === "duration")
      expect(value, words).toMatch(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/);
  }
}, 180_000);

test("chrono-node is not asked for dates on which it loops for ever", () => {
  // Found by the fuzz: an amount beyond JavaScript's dates with a time zone that has daylight saving.
  expect(readValue("datetime", "7202389 quarter et m", { lang: "en", now: NOW, timeZone: ZONE })).toBeUndefined();
});
