import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/intents/plan.ts";
import { taughtMeaning, understandTaught } from "../../../src/intents/understand/taught.ts";

const PHRASES = [
  { phrase: "movie night", meaning: "dim the screen to 20 and mute the sound" },
  { phrase: "movie night in {place}", meaning: "turn off the lights in {place}" },
  { phrase: "{what} party", meaning: "play {what}" },
  { phrase: "big {what} party", meaning: "play {what} loud" },
  { phrase: "电影之夜", meaning: "把屏幕调暗到20" },
  { phrase: "c++ (now)", meaning: "open the editor" },
];

describe("what a taught phrase means", () => {
  it.each([
    ["Movie night!", "dim the screen to 20 and mute the sound"],
    ["  movie   NIGHT ", "dim the screen to 20 and mute the sound"],
    ["movie night in the kitchen", "turn off the lights in the kitchen"],
    ["jazz party", "play jazz"],
    ["big jazz party", "play jazz loud"],
    ["电影之夜。", "把屏幕调暗到20"],
    ["C++ (now)", "open the editor"],
    ["movie nights", undefined],
    ["is it movie night", undefined],
    ["", undefined],
  ])("%j", (said, meaning) => {
    expect(taughtMeaning(said, PHRASES)).toBe(meaning);
  });
});

describe("the taught tier", () => {
  const options = { now: new Date("2026-11-23T10:00:00Z"), timeZone: "UTC" };
  const plan = (utterance: string): Plan => ({
    utterance,
    lang: "en",
    calls: [{ action: "brightness_set", args: { level: 20 } }],
    tier: "reflex",
    confidence: 0.8,
    ms: 1,
  });

  it("gives the plan of what the phrase stands for, under the words that were said", async () => {
    const taught = await understandTaught("movie night", options, PHRASES, async (words) => plan(words));
    expect(taught).toMatchObject({ utterance: "movie night", tier: "taught", confidence: 1, calls: plan("").calls });
    expect(taught?.meaning).toBe(PHRASES.find(({ phrase }) => phrase === "movie night")?.meaning);
  });

  it("leaves everything else to the tiers below", async () => {
    expect(await understandTaught("hello", options, PHRASES, async (words) => plan(words))).toBeUndefined();
  });

  it("does not go round when a phrase stands for itself", async () => {
    const own = [{ phrase: "again", meaning: "Again." }];
    expect(await understandTaught("again", options, own, async (words) => plan(words))).toBeUndefined();
  });
});
