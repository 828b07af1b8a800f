import { expect, test } from "vitest";
import { dialogueActions } from "../../../src/intents/actions/dialogue.ts";
import { LANGS } from "../../../src/intents/plan.ts";
import { memoryPowers, said } from "./memory-powers.ts";

test("undo hands the words to the session", async () => {
  const asked: (string | undefined)[] = [];
  const undo = async (what?: string) => {
    asked.push(what);
    return { kind: "done", say: "Put back." } as const;
  };
  const { run } = memoryPowers({ dialogue: { undo } }).runnerOf(dialogueActions);
  expect(said(await run("undo", { what: "brightness" }))).toBe("Put back.");
  await run("undo");
  expect(asked).toEqual(["brightness", undefined]);
});

test("repeat and explain tell of the last turn, or that there was none", async () => {
  const fresh = memoryPowers().runnerOf(dialogueActions);
  expect(said(await fresh.run("repeat"))).toBe("I haven't said anything yet.");
  expect(said(await fresh.run("explain", {}, "zh"))).toBe("我还没有做过什么。");
  const turn = {
    utterance: "dim it",
    calls: [{ action: "brightness_change", args: { direction: "down" } }],
    tier: "reflex",
    confidence: 0.973,
    reply: "Dimmed.",
  };
  const { run } = memoryPowers({ dialogue: { lastTurn: () => turn, lastReply: () => "Dimmed." } }).runnerOf(
    dialogueActions,
  );
  expect(said(await run("repeat"))).toBe("Dimmed.");
  expect(said(await run("explain"))).toBe(
    "I heard “dim it” and understood: brightness_change(direction: down). The reflex mind was 97 percent sure.",
  );
});

test("small talk differs from the reply before and fits the hour", async () => {
  for (const lang of LANGS) {
    for (const kind of ["greeting", "thanks", "goodbye", "compliment", "complaint", "other"]) {
      const first = said(await memoryPowers().runnerOf(dialogueActions).run("smalltalk", { kind }, lang));
      const world = memoryPowers({ dialogue: { lastReply: () => first } });
      expect(said(await world.runnerOf(dialogueActions).run("smalltalk", { kind }, lang))).not.toBe(first);
    }
  }
  const evening = memoryPowers();
  evening.clock.now = new Date("2026-11-23T19:30:00Z");
  const heard = new Set<string>();
  for (let second = 0; second < 3; second += 1) {
    heard.add(said(await evening.runnerOf(dialogueActions).run("smalltalk", { kind: "greeting" })));
    evening.advance(1000);
  }
  expect(heard).toContain("Good evening!");
  expect(heard.size).toBe(3);
});

test("help in general and about a subject, in whichever language it is named", async () => {
  const { run } = memoryPowers().runnerOf(dialogueActions);
  expect(said(await run("help"))).toContain("time and reminders");
  expect(said(await run("help", { topic: "music" }))).toContain("Nina Simone");
  expect(said(await run("help", { topic: "闹钟" }, "zh"))).toContain("叫我起床");
  expect(said(await run("cancel", {}, "fr"))).toBe("D'accord.");
});
