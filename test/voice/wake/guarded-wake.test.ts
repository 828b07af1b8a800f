import { expect, test } from "vitest";
import { FRAME_SAMPLES, type Frame, type WakeWord } from "../../../src/voice/contracts.ts";
import { Blocks } from "../../../src/voice/wake/blocks.ts";
import { createLevelVeto, guardWake, wouldWake } from "../../../src/voice/wake/index.ts";

const frame = (value: number, at = 0): Frame => ({ samples: new Int16Array(FRAME_SAMPLES).fill(value), at });

/** Hears its keyword in any frame whose first sample is 1,000; counts what it is told. */
function createEar() {
  const seen = { frames: 0, resets: 0, closed: 0 };
  const ear: WakeWord = {
    feed(it) {
      seen.frames++;
      return it.samples[0] === 1_000 ? "computer" : undefined;
    },
    reset: () => void seen.resets++,
    [Symbol.asyncDispose]: async () => void seen.closed++,
  };
  return { ear, seen };
}

test("muted, it hears no keyword but still a push; unmuted, it has forgotten what was said", async () => {
  const { ear, seen } = createEar();
  await using wake = guardWake(ear);
  expect(await wake.feed(frame(1_000))).toBe("computer");
  wake.mute();
  expect([wake.muted, await wake.feed(frame(1_000))]).toEqual([true, undefined]);
  wake.trigger();
  expect(await wake.feed(frame(0))).toBe("push");
  wake.unmute();
  wake.unmute();
  expect(seen).toEqual({ frames: 1, resets: 1, closed: 0 });
  expect(await wake.feed(frame(1_000))).toBe("computer");
});

test("a keyword that stands out of what was before passes, one that does not is vetoed with its reason", async () => {
  const objections: string[] = [];
  const { ear } = createEar();
  const wake = guardWake(ear, { vetoes: [createLevelVeto()], onVeto: (_, why) => objections.push(why) });
  const play = async (before: number) => {
    wake.reset();
    for (let i = 0; i < 100; i++) await wake.feed(frame(before));
    for (let i = 0; i < 40; i++) await wake.feed(frame(999));
    return wake.feed(frame(1_000));
  };
  expect(await play(100)).toBe("computer");
  expect(objections).toEqual([]);
  expect(await play(900)).toBeUndefined();
  expect(objections).toEqual([expect.stringMatching(/^"computer" stood 0\.9 dB above/)]);
});

test("a push is not vetoed", async () => {
  const no = { watch: () => {}, objection: () => "no", reset: () => {} };
  const wake = guardWake(createEar().ear, { vetoes: [no] });
  wake.trigger();
  expect(await wake.feed(frame(1_000))).toBe("push");
  expect(await wake.feed(frame(1_000))).toBeUndefined();
});

test.each([
  ["The computer is on.", true],
  ["Two computers are on.", true],
  ["OK, Google!", true],
  ["The light is on.", false],
])("whether saying %j would wake it: %s", (sentence, expected) => {
  expect(wouldWake(sentence, ["computer", "ok google"])).toBe(expected);
});

test("frames of 320 become blocks of 512 with every sample in its place; a gap starts over", () => {
  const blocks = new Blocks();
  const out: number[][] = [];
  const push = (at: number) => {
    const samples = Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => at + i);
    blocks.push({ samples, at }, (block) => out.push([block[0]!, block[511]!]));
  };
  for (let i = 0; i < 16; i++) push(i * FRAME_SAMPLES);
  expect(out).toEqual(Array.from({ length: 10 }, (_, i) => [i * 512, i * 512 + 511]));
  push(20_000);
  push(20_960);
  push(21_280);
  expect(out.at(-1)).toEqual([20_960, 21_471]);
});
