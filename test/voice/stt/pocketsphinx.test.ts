import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Expecting, Heard, SpeechToText } from "../../../src/voice/contracts.ts";
import { openSpeechToText, sttEngines } from "../../../src/voice/stt/index.ts";
import { sphinxAvailable } from "../../../src/voice/stt/pocketsphinx/places.ts";

const cacheFolder = mkdtempSync(join(tmpdir(), "speech-"));
let stt: SpeechToText;

beforeAll(async () => {
  const pack = join(cacheFolder, "tea.txt");
  writeFileSync(pack, "[order_tea]\n(make|brew) me [a] (small|large) (green|black|mint) tea [with (milk|honey|lemon)]\n");
  stt = await sttEngines([{ name: "tea", path: pack }])[0]!.open({ langs: ["en"], cacheFolder });
}, 300_000);
afterAll(() => stt?.[Symbol.asyncDispose]());

async function hear(samples: Int16Array, expecting: Expecting = "command"): Promise<Heard> {
  const stream = stt.start({ lang: "en", expecting });
  for (let at = 0; at < samples.length; at += 320) stream.feed({ samples: samples.subarray(at, at + 320), at });
  return stream.finish();
}

/** espeak-ng's voice with silence around it, at 16,000 samples a second. */
function spoken(sentence: string): Int16Array {
  const wav = execFileSync("espeak-ng", ["-v", "en-us", "-s", "140", "--stdout", sentence]);
  const raw = execFileSync("sox", [..."-t wav - -t raw -r 16000 -b 16 -e signed -c 1 - gain -6 pad 0.3 0.3".split(" ")], { input: wav });
  return new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + (raw.length & ~1)));
}

describe("PocketSphinx", () => {
  it("hears a phrase file's own order as one of its sentences", async () => {
    const { text, offTopic } = await hear(spoken("make me a large green tea with honey"));
    expect(text).toBe("make me a large green tea with honey");
    expect(offTopic).toBeUndefined();
  }, 60_000);

  it("hears a yes while one is waited for", async () => {
    const { text, confidence } = await hear(spoken("yes please"), "yes-no");
    expect(text).toBe("yes please");
    expect(confidence).toBeGreaterThan(0.5);
  }, 60_000);

  it.each([
    ["nothing at all", 0],
    ["one sample", 1],
    ["an odd count", 12_345],
    ["two seconds", 32_000],
  ])("hears nothing in silence: %s", async (_, length) => {
    expect((await hear(new Int16Array(length))).text).toBe("");
  }, 60_000);

  it("goes on after an utterance that was cancelled, and tells one that another ended", async () => {
    stt.start({ lang: "en", expecting: "command" }).cancel();
    const first = stt.start({ lang: "en", expecting: "command" });
    const second = stt.start({ lang: "en", expecting: "command" });
    await expect(first.finish()).rejects.toMatchObject({ code: "BACKEND_FAILED" });
    expect((await second.finish()).text).toBe("");
  }, 60_000);

  it("says that it hears no French", async () => {
    expect(() => stt.start({ lang: "fr", expecting: "command" })).toThrow(expect.objectContaining({ code: "BACKEND_MISSING" }));
    await expect(openSpeechToText({ langs: ["fr"], cacheFolder })).rejects.toMatchObject({ code: "BACKEND_MISSING" });
    expect(await sphinxAvailable()).toMatchObject({ ok: true, detail: expect.stringContaining("English only") });
  });

  it("says what to install where its model is not", async () => {
    const remedy = expect.stringContaining("pocketsphinx-en-us");
    expect(await sphinxAvailable({ SAYSH_POCKETSPHINX_MODEL: "/nowhere" })).toMatchObject({ ok: false, remedy });
  });

  it("tells of a phrase file that cannot be read", async () => {
    const pack = join(cacheFolder, "wrong.txt");
    writeFileSync(pack, "[order]\nmake (me\n");
    const engine = sttEngines([{ name: "wrong", path: pack }])[0]!;
    await expect(engine.open({ langs: ["en"], cacheFolder })).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  }, 60_000);
});
