import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/intents/catalogue.ts";
import type { Call, Lang } from "../../../src/intents/plan.ts";
import { smallShell } from "../small-shell.ts";

/** What a sure mind makes of words that were said out of the blue. */
const UNDERSTOOD: Readonly<Record<string, Call>> = {
  "remind me tomorrow": { action: "reminder_set", args: { at: "2026-11-24T09:00" } },
  "take a note": { action: "note_take", args: {} },
  "send Ann a message": { action: "message_send", args: { person: "Ann" } },
  "what time is it": { action: "time_now", args: {} },
  "quelle heure est-il": { action: "time_now", args: {} },
  "set a timer for ten minutes": { action: "timer_start", args: { duration: "PT10M" } },
  "mets un minuteur de dix minutes": { action: "timer_start", args: { duration: "PT10M" } },
  定一个十分钟的计时器: { action: "timer_start", args: { duration: "PT10M" } },
  "check the weather": { action: "weather_get", args: {} },
  "turn the oven off": { action: "switch_set", args: { device: "oven", on: false } },
  "set the alarm": { action: "alarm_set", args: {} },
  "remind me to call mum": { action: "reminder_set", args: { text: "call mum" } },
};

const shell = () =>
  smallShell({
    catalogue,
    understand: async (utterance, { lang = "en" as Lang }) => {
      const call = UNDERSTOOD[utterance];
      const plan = { utterance, lang, calls: call ? [call] : [], tier: "reflex" as const, confidence: 0.95, ms: 1 };
      return call ? plan : { ...plan, unsure: true };
    },
  });

describe("asked what to remind of", () => {
  test.each(["never mind", "cancel", "forget it", "laisse tomber", "annule", "算了", "取消"])(
    "%s drops it",
    async (words) => {
      const { session, memory } = shell();
      expect((await session.handle("remind me tomorrow")).reply).toBe("What should I remind you of?");
      expect(await session.handle(words)).toMatchObject({ outcome: "cancelled" });
      expect(memory.alerts.list()).toEqual([]);
    },
  );

  test.each([
    ["what time is it", "time_now"],
    ["quelle heure est-il", "time_now"],
    ["set a timer for ten minutes", "timer_start"],
    ["mets un minuteur de dix minutes", "timer_start"],
    ["定一个十分钟的计时器", "timer_start"],
  ])("%s is that command", async (words, action) => {
    const { session } = shell();
    await session.handle("remind me tomorrow");
    expect(await session.handle(words)).toMatchObject({ outcome: "done", calls: [{ action }] });
  });

  test.each(["call mum", "check the weather", "turn the oven off", "set the alarm"])(
    "%s is what to remind of",
    async (words) => {
      const { session } = shell();
      await session.handle("remind me tomorrow");
      const turn = await session.handle(words);
      expect(turn.calls).toEqual([{ action: "reminder_set", args: { at: "2026-11-24T09:00", text: words } }]);
      expect(turn.outcome).toBe("done");
    },
  );

  test("the whole command once more gives the text that it holds", async () => {
    const { session } = shell();
    await session.handle("remind me tomorrow");
    const [call] = (await session.handle("remind me to call mum")).calls;
    expect(call?.args).toEqual({ at: "2026-11-24T09:00", text: "call mum" });
  });
});

test("a message may say anything", async () => {
  const { session } = shell();
  expect((await session.handle("send Ann a message")).reply).toBe("What should the message say?");
  expect((await session.handle("what time is it")).calls[0]?.args).toEqual({ person: "Ann", text: "what time is it" });
});

test("nor is a command written down", async () => {
  const { session, memory } = shell();
  await session.handle("take a note");
  expect((await session.handle("set a timer for ten minutes")).calls[0]?.action).toBe("timer_start");
  expect(memory.notes.all()).toEqual([]);
});
