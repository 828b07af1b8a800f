import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WakeEngine, WakeWord } from "../../../src/voice/contracts.ts";
import {
  openWakeWord,
  porcupineCurrent,
  porcupineNative,
  porcupineWasm,
  pushWake,
  WAKE_ENGINES,
} from "../../../src/voice/wake/index.ts";
import { missing } from "../../support/programs.ts";
import { framesOf, join, noise, over, say, silence, SOUND_PROGRAMS } from "../../support/sounds.ts";

beforeEach(() => vi.stubEnv("PICOVOICE_ACCESS_KEY", ""));
afterEach(() => vi.unstubAllEnvs());

test.each(WAKE_ENGINES.map((engine) => [engine.name, engine] as const))(
  "%s says whether it can be used here, and what would mend it",
  async (_, engine) => {
    const state = await engine.available();
    expect(state.ok ? state.detail : state.remedy).toMatch(/\S/);
  },
);

test("a push is reported once, with the next frame", async () => {
  await using push = await pushWake.open();
  const [frame] = [...framesOf(silence(0.02))];
  expect(push.feed(frame!)).toBeUndefined();
  push.trigger();
  expect([push.feed(frame!), push.feed(frame!)]).toEqual(["push", undefined]);
});

test.each([
  [{ keywords: ["hal"], sensitivity: 0.7 }, /"hal" is not a wake word/],
  [{ keywords: [], sensitivity: 0.7 }, /no wake word/],
  [{ keywords: ["jarvis"], sensitivity: 7 }, /sensitivity of "jarvis" is 7/],
  [{ keywords: ["jarvis"], sensitivity: 0.7, sensitivities: { jarvis: -1 } }, /sensitivity of "jarvis" is -1/],
  [{ keywords: ["jarvis"], sensitivity: 0.7, engine: "ears" }, /no wake word engine is called "ears"/],
])("%j cannot be listened for", async (options, message) => {
  await expect(openWakeWord(options)).rejects.toMatchObject({ code: "CONFIG_INVALID", message });
});

describe("with an access key that is none", () => {
  const KEY = `${"A".repeat(56)}==`;
  beforeEach(() => vi.stubEnv("PICOVOICE_ACCESS_KEY", KEY));

  test("says what would mend it, and never the key", async () => {
    if (!(await porcupineCurrent.available()).ok) return;
    const error = await porcupineCurrent.open({ keywords: ["computer"], sensitivity: 0.7 }).catch((it: unknown) => it);
    expect(error).toMatchObject({ code: "BACKEND_FAILED", remedy: expect.stringContaining("PICOVOICE_ACCESS_KEY") });
    expect(String(error)).not.toContain(KEY);
  });

  test("the shell listens with the line that needs no key", async () => {
    const refused: string[] = [];
    await using wake = await openWakeWord({
      keywords: ["computer"],
      sensitivity: 0.7,
      onRefusal: (engine) => refused.push(engine),
    });
    expect(wake).toHaveProperty("feed");
    expect(refused.filter((it) => it !== "porcupine-current")).toEqual([]);
  });
});

const ENGINES: readonly WakeEngine[] = [porcupineNative, porcupineWasm];
describe.skipIf(missing(...SOUND_PROGRAMS))("with sound", () => {
  describe.each(ENGINES.map((engine) => [engine.name, engine] as const))("%s", (_, engine) => {
    const open = (...keywords: string[]) => engine.open({ keywords, sensitivity: 0.9 });

    test("hears two keywords, each for itself, where they end", async (context) => {
      if (!(await engine.available()).ok) return context.skip("no library for this machine");
      await using wake = await open("computer", "jarvis");
      const sound = join(silence(0.5), computer(), silence(1), jarvis(), silence(1));
      const heard = await listen(wake, sound);
      expect(heard.map((it) => it.keyword)).toEqual(["computer", "jarvis"]);
      expect(heard[0]!.at).toBeGreaterThan(0.5);
      expect(heard[0]!.at).toBeLessThan(0.5 + computer().length / 16_000 + 0.5);
    });

    test("hears nothing in other words and in noise", async (context) => {
      if (!(await engine.available()).ok) return context.skip("no library for this machine");
      await using wake = await open("computer", "jarvis");
      const talk = say("the committee met in the garden to commute by harvest time");
      expect(await listen(wake, join(talk, noise(3, "pink", 0.1), silence(0.5)))).toEqual([]);
    });

    test("after a reset the second half of a keyword completes nothing; after its end nothing is heard", async (context) => {
      if (!(await engine.available()).ok) return context.skip("no library for this machine");
      const wake = await open("computer");
      const word = join(silence(0.5), computer());
      const half = Math.round((word.length * 0.7) / 320) * 320;
      expect(await listen(wake, word.subarray(0, half))).toEqual([]);
      wake.reset();
      expect(await listen(wake, join(word.subarray(half), silence(1)))).toEqual([]);
      expect(await listen(wake, join(silence(0.5), computer(), silence(1)))).toHaveLength(1);
      await wake[Symbol.asyncDispose]();
      await wake[Symbol.asyncDispose]();
      expect(await listen(wake, join(silence(0.5), computer(), silence(1)))).toEqual([]);
    });
  });

  test("does not go deaf, nor grow, over many turns", async (context) => {
    if (!(await porcupineNative.available()).ok) return context.skip("no library for this machine");
    await using wake = await porcupineNative.open({ keywords: ["computer"], sensitivity: 0.9 });
    const word = join(silence(0.5), computer(), silence(0.6));
    const turn = join(noise(2, "pink", 0.02), over(word, noise(3, "pink", 0.002)));
    let woken = 0;
    let early = 0;
    for (let i = 0; i < 50; i++) {
      woken += (await listen(wake, turn)).length;
      wake.reset();
      if (i === 10) early = process.memoryUsage().rss;
    }
    expect(woken).toBe(50);
    expect(process.memoryUsage().rss - early).toBeLessThan(64 * 1024 * 1024);
  });
});

const said = new Map<string, Int16Array>();
const once = (word: string) => said.get(word) ?? said.set(word, say(word)).get(word)!;
const computer = () => once("computer");
const jarvis = () => once("jarvis");

async function listen(wake: WakeWord, sound: Int16Array) {
  const heard: { keyword: string; at: number }[] = [];
  for (const frame of framesOf(sound)) {
    const keyword = await wake.feed(frame);
    if (keyword !== undefined) heard.push({ keyword, at: frame.at / 16_000 });
  }
  return heard;
}
