import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/intents/plan.ts";
import { readPlainWords } from "../../../src/shell/turn/plain-words.ts";
import { planOf, smallShell } from "../small-shell.ts";

const plan = (utterance: string, given: Partial<Plan> = {}): Plan => ({
  utterance,
  lang: "en",
  calls: [{ action: "timer_cancel", args: {} }],
  tier: "reflex",
  confidence: 0.9,
  ms: 1,
  ...given,
});
const yes = () => true;

describe("plain words", () => {
  test.each(["no", "Non.", "不是", "yes", "oui", "好的"])("%s, asked nothing, asks for nothing", (words) => {
    expect(readPlainWords(plan(words), "en", yes)).toMatchObject({ calls: [], unsure: true });
  });

  test("“cancel that” right after something that can be taken back is about that", () => {
    expect(readPlainWords(plan("cancel that"), "en", yes).calls).toEqual([{ action: "cancel", args: {} }]);
    expect(readPlainWords(plan("annule ça", { lang: "fr" }), "fr", yes).calls[0]?.action).toBe("cancel");
    expect(readPlainWords(plan("算了", { lang: "zh", unsure: true, calls: [] }), "zh", yes)).toMatchObject({
      calls: [{ action: "cancel" }],
      confidence: 1,
    });
  });

  test("with nothing to take back, a named thing or a taught phrase the mind's answer stands", () => {
    for (const asIs of [plan("cancel the timer"), plan("cancel that", { tier: "taught" })])
      expect(readPlainWords(asIs, "en", yes)).toBe(asIs);
    expect(readPlainWords(plan("cancel that"), "en", () => false).calls[0]?.action).toBe("timer_cancel");
  });

  test("a word of both languages is answered in the one that is spoken", () => {
    const help = { calls: [{ action: "help", args: {} }] };
    expect(readPlainWords(plan("help", { ...help, lang: "fr" }), "en", yes).lang).toBe("en");
    expect(readPlainWords(plan("Help", help), "fr", yes).lang).toBe("fr");
    expect(readPlainWords(plan("help", help), "zh", yes).lang).toBe("en");
    expect(readPlainWords(plan("aide-moi", { ...help, lang: "fr" }), "en", yes).lang).toBe("fr");
  });

  test("cancel that no mind was sure of is cancel", () => {
    const doubtful = { ...plan("cancel", {}), calls: [], tier: "none", confidence: 0.4, unsure: true } as const;
    expect(readPlainWords(doubtful, "en", () => false)).toMatchObject({ calls: [{ action: "cancel", args: {} }] });
    expect(readPlainWords({ ...doubtful, utterance: "nonsense" }, "en", yes).calls).toEqual([]);
  });

  test("in a session: the timer just set goes, not another one", async () => {
    const { session, machine } = smallShell({
      understand: async (utterance) => ({
        ...planOf(utterance === "cancel that" ? 'timer_start {"duration": "PT1M"}' : utterance),
        utterance,
      }),
    });
    await session.handle('timer_start {"duration": "PT5M", "label": "tea"}');
    await session.handle('timer_start {"duration": "PT9M", "label": "rice"}');
    expect((await session.handle("cancel that")).outcome).toBe("done");
    expect(machine.timers).toEqual(["tea"]);
    session.close();
  });
});
