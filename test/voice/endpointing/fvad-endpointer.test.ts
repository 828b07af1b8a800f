import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpointer } from "../../../src/voice/contracts.ts";
import { DEFAULT_ENDPOINTING, ENDPOINTER_ENGINES, openEndpointer } from "../../../src/voice/endpointing/index.ts";
import { missing } from "../../support/programs.ts";
import { framesOf, join, noise, over, say, silence, SOUND_PROGRAMS } from "../../support/sounds.ts";

test("every engine says whether it can be used here", async () => {
  for (const engine of ENDPOINTER_ENGINES) expect(await engine.available()).toHaveProperty("ok");
});

test("an engine that nobody knows is named with those there are", async () => {
  await expect(openEndpointer(DEFAULT_ENDPOINTING, "ears")).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    remedy: "use one of: fvad",
  });
});

describe.skipIf(missing(...SOUND_PROGRAMS))("with sound", () => {
  let endpointer: Endpointer;
  beforeAll(async () => {
    endpointer = await openEndpointer({ hangMs: 600, maxMs: 6_000, noSpeechMs: 3_000 });
  });
  afterAll(() => endpointer?.[Symbol.asyncDispose]());

  /** What happens and when, in seconds. */
  function listen(sound: Int16Array): Readonly<Record<string, number>> {
    endpointer.reset();
    const events: Record<string, number> = {};
    for (const frame of framesOf(sound)) {
      const event = endpointer.feed(frame);
      if (event) events[event] = (frame.at + frame.samples.length) / 16_000;
    }
    return events;
  }

  const sentence = () => say("turn the kitchen light on");
  const seconds = (sound: Int16Array) => sound.length / 16_000;

  test.each([
    ["in silence", 0],
    ["over the noise of a room", 0.01],
    ["over a fan", 0.04],
  ])("hears where a sentence begins and ends %s", (_, volume) => {
    const spoken = sentence();
    const quiet = join(silence(1), spoken, silence(2.5));
    const events = listen(volume === 0 ? quiet : over(quiet, noise(seconds(quiet), "pink", volume)));
    const end = 1 + seconds(spoken);
    expect(events["speech-started"]).toBeGreaterThan(1);
    expect(events["speech-started"]).toBeLessThan(1.6);
    expect(events["ended"]).toBeGreaterThan(end);
    expect(events["ended"]).toBeLessThan(end + 1);
  });

  test("gives up where nobody speaks", () => {
    expect(listen(noise(4, "brown", 0.02))).toEqual({ "gave-up": 3 });
  });

  test("a voice far away does not keep a turn open", () => {
    const far = say("and then he went on talking about his garden for a very long time").map((it) => it / 40);
    const near = sentence();
    const events = listen(join(near, silence(0.1), far, silence(1)));
    expect(events["ended"]).toBeLessThan(seconds(near) + 1);
  });

  test("talk without a pause is cut at the maximum", () => {
    const spoken = sentence().filter((sample) => Math.abs(sample) > 0);
    const events = listen(join(...Array.from({ length: 8 }, () => spoken)));
    expect(events["ended"]! - events["speech-started"]!).toBeCloseTo(6, 1);
  });

  test("says of each frame whether it holds speech", () => {
    endpointer.reset();
    const states = [...framesOf(join(silence(0.5), sentence(), silence(0.5)))].map((frame) => {
      endpointer.feed(frame);
      return endpointer.speaking;
    });
    expect(states.slice(0, 20)).not.toContain(true);
    expect(states.filter(Boolean).length).toBeGreaterThan(30);
    expect(states.at(-1)).toBe(false);
  });

  test("after an hour of noise and sentences it ends turns as at first", () => {
    const minute = join(silence(0.2), sentence(), noise(8, "pink", 0.02));
    const first = listen(minute);
    for (let i = 0; i < 60; i++) listen(minute);
    expect(listen(minute)["ended"]).toBeCloseTo(first["ended"]!, 0);
  });
});
