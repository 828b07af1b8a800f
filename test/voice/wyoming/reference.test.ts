import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { startWyomingServer, wyomingStt, wyomingTts, wyomingWake } from "../../../src/voice/wyoming/index.ts";
import { gather } from "./scripted-peer.ts";
import { spokenServices } from "./spoken-services.ts";

const PEER = new URL("reference_peer.py", import.meta.url).pathname;
const isThere = spawnSync("python3", ["-c", "import wyoming.event"]).status === 0;
const reason = isThere ? "" : ": skipped, python3 has no package wyoming (pip install wyoming)";

describe.skipIf(!isThere)(`the reference implementation${reason}`, () => {
  test("as a server of our engines", async () => {
    await using peer = await referenceServer();
    const stt = await wyomingStt(peer.url).open({ langs: ["en"], cacheFolder: "" });
    const stream = stt.start({ lang: "en", expecting: "command" });
    for (let n = 0; n < 5; n++) stream.feed({ samples: new Int16Array(320), at: n * 320 });
    expect(await stream.finish()).toMatchObject({ text: "1600 samples in en" });

    const tts = await wyomingTts(peer.url).open({});
    const sounds = await gather(tts.speak("Hé.", "en"));
    expect(sounds.map(({ rate, samples }) => [rate, String.fromCharCode(...samples)])).toEqual(
      [..."Hé."].map((letter) => [22_050, letter]),
    );

    expect(await wyomingWake(peer.url).available()).toMatchObject({ detail: `seven at ${peer.url}: lucky seven` });
    await using wake = await wyomingWake(peer.url).open({ keywords: ["lucky seven"], sensitivity: 0.5 });
    let found = await wake.feed({ samples: new Int16Array(320).fill(7), at: 0 });
    for (let at = 320; found === undefined; at += 320) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      found = await wake.feed({ samples: new Int16Array(320), at });
    }
    expect(found).toBe("lucky seven");
  });

  test("as a client of our server", async () => {
    await using server = await startWyomingServer({
      address: "tcp://127.0.0.1:0",
      services: spokenServices(),
      log: () => undefined,
    });
    const client = spawn("python3", [PEER, "ask", String(server.address.port)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    for await (const line of createInterface(client.stdout)) lines.push(line);
    const answers = lines.map(
      (line) => JSON.parse(line) as { type: string; data?: Record<string, unknown>; bytes?: number },
    );
    expect(answers.slice(0, 6)).toEqual([
      { asr: ["en", "fr"], voice: "saysh-en", handle: "saysh", intent: true },
      { type: "pong", data: { text: "hello" }, bytes: 0 },
      { type: "transcript", data: { text: "50 frames, last at 15680", language: "en" }, bytes: 0 },
      { type: "handled", data: { text: "you said hello", language: "en" }, bytes: 0 },
      { type: "not-handled", data: { text: "you said nonsense", language: "en" }, bytes: 0 },
      { type: "intent", data: { name: "volume_set", entities: [{ name: "volume", value: 30 }] }, bytes: 0 },
    ]);
    expect(answers.slice(6).map(({ type, bytes }) => [type, bytes])).toEqual([
      ["audio-start", 0],
      ["audio-chunk", 4_096],
      ["audio-chunk", 1_904],
      ["audio-stop", 0],
    ]);
  });
});

async function referenceServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = spawn("python3", [PEER, "serve"], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(createInterface(server.stdout), "line")) as [string];
  return {
    url: `tcp://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.kill();
      await once(server, "exit");
    },
  };
}
