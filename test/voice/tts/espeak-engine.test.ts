import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Lang } from "../../../src/intents/plan.ts";
import type { TextToSpeech } from "../../../src/voice/contracts.ts";
import { createEspeakEngine, openTts, voiceFor } from "../../../src/voice/tts/index.ts";
import { missing } from "../../support/programs.ts";

describe.skipIf(missing("espeak-ng"))("espeak-ng", () => {
  let tts: TextToSpeech;
  beforeEach(async () => {
    tts = await createEspeakEngine(process.env).open({});
  });
  afterEach(() => tts[Symbol.asyncDispose]());

  test.each([
    ["en", "Set a timer for ten minutes."],
    ["fr", "Le minuteur est réglé sur dix minutes."],
    ["zh", "定时器已设置为十分钟。"],
  ] as const)("speaks %s", async (lang, sentence) => {
    const sound = await said(tts, sentence, lang);
    expect(sound.seconds).toBeGreaterThan(1);
    expect(sound.seconds).toBeLessThan(8);
    expect(sound.peak).toBeGreaterThan(3_000);
  });

  test("one sentence after the other, and two at once", async () => {
    const one = await said(tts, "Yes.", "en");
    const two = await Promise.all([said(tts, "Yes.", "en"), said(tts, "Oui.", "fr")]);
    expect(two[0]!.seconds).toBeCloseTo(one.seconds, 1);
  });

  test("says options and markup as words, runs nothing of them", async () => {
    expect((await said(tts, "-w /tmp/x.wav <break time='9s'/>", "en")).seconds).toBeGreaterThan(1);
  });

  test("falls silent when it is told to", async () => {
    const stop = new AbortController();
    let chunks = 0;
    for await (const _ of tts.speak("This is a long sentence. ".repeat(200), "en", stop.signal)) {
      chunks++;
      stop.abort();
    }
    expect(chunks).toBe(1);
    const aborted = tts.speak("No.", "en", AbortSignal.abort())[Symbol.asyncIterator]();
    expect(await aborted.next()).toEqual({ done: true, value: undefined });
  });

  test("faster words take less time", async () => {
    await using fast = await createEspeakEngine(process.env).open({ wordsPerMinute: 300 });
    const sentence = "This is said with more words per minute.";
    expect((await said(fast, sentence, "en")).seconds).toBeLessThan((await said(tts, sentence, "en")).seconds * 0.8);
  });
});

test("without espeak-ng the error names the package", async () => {
  const none = [createEspeakEngine({ PATH: "/nowhere" })];
  await expect(openTts({}, undefined, none)).rejects.toMatchObject({
    code: "BACKEND_MISSING",
    remedy: "sudo apt install espeak-ng",
  });
});

test.each([
  ["en", undefined, "en-us"],
  ["en", "en-gb", "en-gb"],
  ["fr", "en-gb", "fr-fr"],
  ["fr", "+f3", "fr-fr+f3"],
  ["zh", "yue", "yue"],
] as const)("%s with %s is spoken by %s", (lang, wanted, voice) => {
  expect(voiceFor(lang, wanted)).toBe(voice);
});

async function said(tts: TextToSpeech, sentence: string, lang: Lang) {
  let samples = 0;
  let rate = 1;
  let peak = 0;
  for await (const sound of tts.speak(sentence, lang)) {
    samples += sound.samples.length;
    rate = sound.rate;
    for (const value of sound.samples) peak = Math.max(peak, Math.abs(value));
  }
  return { seconds: samples / rate, peak };
}
