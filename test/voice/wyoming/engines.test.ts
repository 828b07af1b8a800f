import { describe, expect, test } from "vitest";
import { type Frame, FRAME_SAMPLES } from "../../../src/voice/contracts.ts";
import { soundOf } from "../../../src/voice/wyoming/audio.ts";
import { wyomingStt, wyomingTts, wyomingWake } from "../../../src/voice/wyoming/index.ts";
import { gather, infoOf, scriptedPeer } from "./scripted-peer.ts";

const PCM = { rate: 22_050, width: 2, channels: 1 };
const OPTIONS = { langs: ["en"], cacheFolder: "/nowhere" } as const;
const frame = (n: number): Frame => ({ samples: new Int16Array(FRAME_SAMPLES).fill(n), at: n * FRAME_SAMPLES });

describe("speech to text", () => {
  const models = [
    { name: "french", languages: ["fr_FR"] },
    { name: "english", languages: ["de", "en-US"] },
    { name: "gone", languages: ["zh"], installed: false },
  ];

  test("frames go out, pieces and the transcript come back", async () => {
    await using peer = await scriptedPeer((event, it) => {
      if (event.type === "describe") it.post(infoOf("asr", models));
      if (event.type === "audio-chunk") it.post({ type: "transcript-chunk", data: { text: " dim" } });
      if (event.type === "audio-stop") it.post({ type: "transcript", data: { text: " dim the screen\n" } });
    });
    const engine = wyomingStt(peer.url);
    expect(await engine.available()).toEqual({ ok: true, detail: `scripted at ${peer.url}: french, english` });
    await using stt = await engine.open(OPTIONS);
    const stream = stt.start({ lang: "en", expecting: "command" });
    stream.feed(frame(1));
    await until(() => stream.partial() === "dim");
    stream.feed(frame(2));
    expect(await stream.finish()).toEqual({ text: "dim the screen", confidence: 1, alternatives: [] });
    const said = peer.received.filter(({ type }) => type !== "describe");
    expect(said[0]).toEqual({ type: "transcribe", data: { language: "en", name: "english" } });
    expect(said.map(({ type }) => type).slice(1)).toEqual(["audio-start", "audio-chunk", "audio-chunk", "audio-stop"]);
    expect(soundOf(said[3]!)).toEqual({ samples: frame(2).samples, rate: 16_000 });
  });

  test.each([
    ["an error", { type: "error", data: { text: "out of memory", code: "oom" } }, "BACKEND_FAILED", "out of memory"],
    ["no transcript", undefined, "BACKEND_FAILED", "hung up without its transcript"],
    ["half a frame", "{", "PROTOCOL_BROKEN", "in the middle of a frame"],
    ["another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n", "PROTOCOL_BROKEN", "HTTP/1.1 400 Bad Request"],
    ["an oversized frame", '{"type":"transcript","payload_length":99999999}\n', "PROTOCOL_BROKEN", "more than"],
  ])("a peer that answers with %s", async (_, answer, code, message) => {
    await using peer = await scriptedPeer((event, it, socket) => {
      if (event.type === "describe") it.post(infoOf("asr", models));
      if (event.type !== "audio-stop") return;
      if (typeof answer === "string") socket.write(answer);
      else if (answer) it.post(answer);
      socket.end();
    });
    await using stt = await wyomingStt(peer.url).open(OPTIONS);
    const failed = stt.start({ lang: "en", expecting: "command" }).finish();
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test.each([
    ["", "no Wyoming server is configured", "voice.wyoming.stt"],
    ["tcp://127.0.0.1", "is no address of a Wyoming server", "tcp://127.0.0.1:10300"],
    ["tcp://127.0.0.1:1", "no Wyoming server at tcp://127.0.0.1:1: ECONNREFUSED", "config.toml"],
  ])("is not available at %j", async (url, reason, remedy) => {
    expect(await wyomingStt(url).available()).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
      remedy: expect.stringContaining(remedy),
    });
  });

  test("is not available where there is only a voice", async () => {
    await using peer = await scriptedPeer((_, it) => it.post(infoOf("tts", [])));
    expect(await wyomingStt(peer.url).available()).toMatchObject({
      ok: false,
      reason: `${peer.url} has no service asr`,
    });
    await expect(wyomingStt(peer.url).open(OPTIONS)).rejects.toMatchObject({ code: "BACKEND_MISSING" });
  });
});

describe("text to speech", () => {
  const models = [
    { name: "fr_FR-siwis", languages: ["fr_FR"] },
    { name: "en_GB-alan", languages: ["en_GB"] },
  ];
  const peerThatSays = (count: number) =>
    scriptedPeer((event, it) => {
      if (event.type === "describe") it.post(infoOf("tts", models));
      if (event.type !== "synthesize") return;
      it.post({ type: "audio-start", data: PCM });
      for (let n = 1; n <= count; n++)
        it.post({ type: "audio-chunk", data: { ...PCM, channels: 2 }, payload: Buffer.alloc(400, n) });
      if (count < 100) it.post({ type: "audio-stop", data: {} });
    });

  test.each([
    ["fr", "", "fr_FR-siwis"],
    ["en", "", "en_GB-alan"],
    ["zh", "", undefined],
    ["en", "fr_FR-siwis", "fr_FR-siwis"],
  ] as const)("in %s, wanted %j: the voice %s", async (lang, voice, name) => {
    await using peer = await peerThatSays(2);
    await using tts = await wyomingTts(peer.url).open({ voice });
    const sounds = await gather(tts.speak("Salut.", lang));
    expect(sounds.map(({ rate, samples }) => [rate, samples.length, samples[0]])).toEqual([
      [22_050, 100, 0x101],
      [22_050, 100, 0x202],
    ]);
    const data = { text: "Salut.", voice: { language: lang, ...(name ? { name } : {}) } };
    expect(peer.received.at(-1)).toEqual({ type: "synthesize", data });
  });

  test("falls silent when it is told to", async () => {
    await using peer = await peerThatSays(100);
    await using tts = await wyomingTts(peer.url).open({});
    const stop = new AbortController();
    let heard = 0;
    for await (const _ of tts.speak("A long story.", "en", stop.signal)) if (++heard === 3) stop.abort();
    expect(heard).toBe(3);
    expect(await gather(tts.speak("More.", "en", stop.signal))).toEqual([]);
  });

  test("knows its voices", async () => {
    await using peer = await peerThatSays(1);
    const refused = wyomingTts(peer.url).open({ voice: "nobody" });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND", remedy: "use one of: fr_FR-siwis, en_GB-alan" });
  });
});

describe("wake word", () => {
  const models = [
    { name: "ok_nabu", phrase: "OK, Nabu" },
    { name: "hey_jarvis_v0.1", phrase: null },
  ];
  /** Detects at the chunk whose samples are 7; hangs up after it, as some servers do. */
  const wakePeer = () =>
    scriptedPeer((event, it, socket) => {
      if (event.type === "describe") it.post(infoOf("wake", models));
      if (event.type !== "audio-chunk" || soundOf(event).samples[0] !== 7) return;
      it.post({ type: "detection", data: { name: "hey_jarvis_v0.1", timestamp: null } });
      socket.end();
    });
  const options = { keywords: ["ok nabu", "hey jarvis"], sensitivity: 0.5 };

  test("a detection comes with a frame after it; a server that hangs up is called again", async () => {
    await using peer = await wakePeer();
    await using wake = await wyomingWake(peer.url).open(options);
    for (let times = 0; times < 2; times++) {
      let found: string | undefined;
      const before = peer.received.length;
      await until(async () => {
        found ??= await wake.feed(frame(7));
        return found !== undefined;
      });
      expect(found).toBe("hey jarvis");
      expect(peer.received.length).toBeGreaterThan(before);
    }
    expect(peer.connections()).toBeGreaterThanOrEqual(3);
    expect(peer.received.find(({ type }) => type === "detect")?.data).toEqual({
      names: ["ok_nabu", "hey_jarvis_v0.1"],
    });
  });

  test("after a reset it listens anew", async () => {
    await using peer = await wakePeer();
    await using wake = await wyomingWake(peer.url).open(options);
    await wake.feed(frame(1));
    wake.reset();
    await wake.feed(frame(2));
    await until(() => peer.received.length >= 8);
    const start = ["detect", "audio-start", "audio-chunk"];
    expect(peer.received.map(({ type }) => type)).toEqual(["describe", ...start, "audio-stop", ...start]);
  });

  test("says which words the server knows", async () => {
    await using peer = await wakePeer();
    await expect(wyomingWake(peer.url).open({ keywords: ["computer"], sensitivity: 0.5 })).rejects.toMatchObject({
      code: "NOT_FOUND",
      remedy: "set voice.wake_word to one of: OK, Nabu, hey_jarvis_v0.1",
    });
  });
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}
