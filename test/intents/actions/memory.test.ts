import { expect, test } from "vitest";
import { memoryActions } from "../../../src/intents/actions/memory.ts";
import { memoryPowers, said } from "./memory-powers.ts";

test("facts: remembered, recalled, forgotten, and back", async () => {
  const { run, undo } = memoryPowers().runnerOf(memoryActions);
  const told = await run("fact_remember", { text: "I'm allergic to nuts" });
  await run("fact_remember", { text: "家里的备用钥匙在花盆下面" }, "zh");
  expect(said(await run("fact_recall", { query: "allergic" }))).toBe("You told me: I'm allergic to nuts.");
  expect(said(await run("fact_recall", { query: "备用钥匙" }, "zh"))).toBe("您告诉过我：家里的备用钥匙在花盆下面。");
  expect(said(await run("fact_recall", { query: "passport" }))).toContain("haven't told me");
  const forgotten = await run("fact_forget", { query: "allergy" });
  expect(said(forgotten)).toBe("Forgotten: I'm allergic to nuts.");
  await undo("fact_forget", forgotten);
  await undo("fact_remember", told);
  expect(await run("fact_forget", { query: "allergy" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
});

test("of several facts the shell asks which to forget", async () => {
  const { run } = memoryPowers().runnerOf(memoryActions);
  await run("fact_remember", { text: "Anna is vegetarian" });
  await run("fact_remember", { text: "Anna was born in May" });
  const asked = await run("fact_forget", { query: "Anna" });
  const id = asked.kind === "choose" ? asked.options[0]!.id : "";
  expect((await run("fact_forget", { query: id })).kind).toBe("done");
});

test("a preference and what it was before", async () => {
  const world = memoryPowers();
  const { run, undo } = world.runnerOf(memoryActions);
  const first = await run("preference_set", { what: "units", value: "metric" });
  const second = await run("preference_set", { what: "Units", value: "imperial" });
  await undo("preference_set", second);
  expect(world.memory.preferences.get("units")).toBe("metric");
  await undo("preference_set", first);
  expect(world.memory.preferences.all()).toEqual([]);
});

test("phrases are taught, listed, switched off by a name that is nearly right, and unlearned", async () => {
  const world = memoryPowers();
  const { run, undo } = world.runnerOf(memoryActions);
  expect(said(await run("routine_list"))).toContain("when I say");
  const taught = await run("phrase_teach", { phrase: "movie night", meaning: "dim the screen to 20" });
  const off = await run("routine_set", { name: "the movie night", on: false });
  expect(said(await run("routine_list"))).toBe("One routine: movie night (off).");
  expect(said(off)).toBe("The routine “movie night” is off.");
  expect(said(await undo("routine_set", off))).toBe("The routine “movie night” is on.");
  expect(world.memory.phrases.find("Movie night")?.on).toBe(true);
  const again = await run("phrase_teach", { phrase: "movie night", meaning: "mute" }, "fr");
  expect(said(await undo("phrase_teach", again))).toBe("“movie night” means again: dim the screen to 20.");
  expect(world.memory.phrases.find("movie night")?.meaning).toBe("dim the screen to 20");
  expect(said(await undo("phrase_teach", taught))).toBe("I've unlearned “movie night”.");
  expect(world.memory.phrases.all()).toEqual([]);
  expect(await run("routine_set", { name: "party", on: true })).toMatchObject({ kind: "failed" });
});

test.each([
  ["en", /^I don't understand “florp”, so I have not learned “party”/],
  ["fr", /^Je ne comprends pas « florp »/],
  ["zh", /^我不明白“florp”/],
] as const)("a phrase that would do nothing is not learned, in %s", async (lang, says) => {
  const { runnerOf, memory } = memoryPowers();
  const result = await runnerOf(memoryActions).run("phrase_teach", { phrase: "party", meaning: "florp" }, lang);
  expect(result).toMatchObject({ kind: "failed", say: expect.stringMatching(says), remedy: expect.any(String) });
  expect(memory.phrases.all()).toEqual([]);
});

test("what a template means is only known when it is said", async () => {
  const { runnerOf, memory } = memoryPowers();
  await runnerOf(memoryActions).run("phrase_teach", { phrase: "tea for {time}", meaning: "florp {time}" });
  expect(memory.phrases.all()).toHaveLength(1);
});

test("history tells the turns of a period", async () => {
  const world = memoryPowers();
  const { run } = world.runnerOf(memoryActions);
  expect(said(await run("history_read"))).toBe("Nothing yet.");
  for (const [at, utterance] of [
    ["2026-11-23T07:30:00Z", "mute"],
    ["2026-11-23T14:00:00Z", "unmute"],
  ] as const) {
    world.memory.ledger.append({
      at,
      utterance,
      session: "s",
      door: "terminal",
      lang: "en",
      tier: "reflex",
      confidence: 1,
      calls: [],
      outcome: "done",
      reply: "Done.",
      understandMs: 1,
      totalMs: 1,
      cpuSeconds: 0,
      tokensIn: 0,
      tokensOut: 0,
      undo: [],
    });
  }
  expect(said(await run("history_read", { when: "2026-11-23T06:00/2026-11-23T12:00" }))).toBe(
    "This morning: at 8:30, “mute”.",
  );
  expect(said(await run("history_read", {}, "fr"))).toContain("à 15 h, « unmute »");
});
