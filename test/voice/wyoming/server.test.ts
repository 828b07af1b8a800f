import { afterEach, describe, expect, test } from "vitest";
import { ShellError } from "../../../src/errors.ts";
import { dial } from "../../../src/voice/wyoming/connection.ts";
import type { WyomingEvent } from "../../../src/voice/wyoming/event.ts";
import { type Services, startWyomingServer, wyomingStt, wyomingTts } from "../../../src/voice/wyoming/index.ts";
import { gather, rawPeer } from "./scripted-peer.ts";
import { spokenServices } from "./spoken-services.ts";

const missing = {
  available: async () => ({ ok: false, reason: "none", remedy: "install one" }) as const,
  open: async () => {
    throw new ShellError("BACKEND_MISSING", "none", { remedy: "install one" });
  },
};

const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it[Symbol.asyncDispose]();
});

async function serve(options: { services?: Services; frameMs?: number } = {}) {
  const lines: string[] = [];
  const server = await startWyomingServer({
    address: "tcp://127.0.0.1:0",
    services: options.services ?? spokenServices(),
    log: (line) => lines.push(line),
    ...(options.frameMs ? { frameMs: options.frameMs } : {}),
  });
  open.push(server);
  return { ...server, lines, url: `tcp://127.0.0.1:${server.address.port}` };
}

async function ask(address: { host: string; port: number }, events: readonly WyomingEvent[], count: number) {
  using connection = await dial(address);
  for (const event of events) await connection.send(event);
  const answers: (WyomingEvent | undefined)[] = [];
  while (answers.length < count) answers.push(await connection.next(20_000));
  return answers;
}

const transcript = (text: string, more = {}) => ({ type: "transcript", data: { text, ...more } });

test("warns that there is no authentication, and tells what is offered", async () => {
  const { address, lines } = await serve({ services: { ...spokenServices(), stt: missing } });
  expect(lines).toEqual([
    `wyoming: listening on tcp://127.0.0.1:${address.port}`,
    "wyoming: warning: the protocol has no authentication; every program and user of this machine can command this shell",
  ]);
  const [info] = await ask(address, [{ type: "describe", data: {} }], 1);
  expect(info).toMatchObject({
    type: "info",
    data: {
      asr: [],
      tts: [
        { name: "saysh", installed: true, voices: [{ name: "saysh-en", languages: ["en"] }, { name: "saysh-fr" }] },
      ],
      handle: [{ models: [{ languages: ["en", "fr"] }] }],
    },
  });
});

test.each([
  ["ping", [{ type: "ping", data: { text: "a" } }], [{ type: "pong", data: { text: "a" } }]],
  [
    "an event of tomorrow, passed over",
    [
      { type: "voice-moved", data: {} },
      { type: "ping", data: {} },
    ],
    [{ type: "pong", data: {} }],
  ],
  ["words", [transcript("hello")], [{ type: "handled", data: { text: "you said hello", language: "en" } }]],
  [
    "words that nobody understands",
    [transcript("nonsense")],
    [{ type: "not-handled", data: { text: "you said nonsense", language: "en" } }],
  ],
  [
    "meaning",
    [{ type: "recognize", data: { text: "volume_set" } }],
    [{ type: "intent", data: { name: "volume_set", entities: [{ name: "volume", value: 30 }] } }],
  ],
  [
    "no meaning",
    [{ type: "recognize", data: { text: "nonsense", context: null } }],
    [{ type: "not-recognized", data: {} }],
  ],
])("%s", async (_, events, answers) => {
  const { address } = await serve();
  expect(await ask(address, events, answers.length)).toEqual(answers);
});

test("several meanings stand between a start and a stop", async () => {
  const { address } = await serve();
  const answers = await ask(address, [{ type: "recognize", data: { text: "a and b" } }], 4);
  expect(answers.map((it) => it?.type)).toEqual(["intents-start", "intent", "intent", "intents-stop"]);
});

test("a conversation is that of its peer and its id, over several connections", async () => {
  const asked: unknown[] = [];
  const { address } = await serve({ services: spokenServices(asked) });
  const context = { conversation_id: "01J", satellite_id: null };
  const [answer] = await ask(address, [transcript("a", { context, language: "fr-FR" })], 1);
  expect(answer?.data).toEqual({ text: "you said a", language: "fr", context });
  await ask(address, [transcript("b")], 1);
  const [one, other] = (asked as [string, string][]).map(([, conversation]) => conversation);
  expect(one).toBe(`${other} 01J`);
  expect(other).toMatch(/^wyoming .*127\.0\.0\.1$/);
});

describe("our own engines as clients of our own server", () => {
  test("speech to text, from 44.1 kHz stereo too", async () => {
    const asked: unknown[] = [];
    const { url, address } = await serve({ services: spokenServices(asked) });
    await using stt = await wyomingStt(url).open({ langs: ["en"], cacheFolder: "" });
    const stream = stt.start({ lang: "fr", expecting: "command" });
    for (let n = 0; n < 3; n++) stream.feed({ samples: new Int16Array(320), at: n * 320 });
    expect(await stream.finish()).toMatchObject({ text: "3 frames, last at 640" });
    expect(asked[0]).toEqual({ lang: "fr", expecting: "command" });
    const format = { rate: 44_100, width: 2, channels: 2 };
    const events = [
      { type: "audio-start", data: format },
      { type: "audio-chunk", data: format, payload: Buffer.alloc(44_100 * 4) },
      { type: "audio-stop", data: {} },
    ];
    expect((await ask(address, events, 1))[0]).toEqual({
      type: "transcript",
      data: { text: "50 frames, last at 15680", language: "en" },
    });
  });

  test("text to speech, sentence by sentence", async () => {
    const asked: unknown[] = [];
    const { url } = await serve({ services: spokenServices(asked) });
    await using tts = await wyomingTts(url).open({});
    const sounds = await gather(tts.speak("Il est midi. C'est tout.", "fr"));
    expect(sounds.every(({ rate }) => rate === 22_050)).toBe(true);
    expect(sounds.reduce((sum, { samples }) => sum + samples.length, 0)).toBe(6_000);
    expect(asked).toEqual([
      ["Il est midi.", "fr"],
      ["C'est tout.", "fr"],
    ]);
  });

  test("an engine that is missing is told, and the connection goes on", async () => {
    const { address } = await serve({ services: { ...spokenServices(), stt: missing } });
    const answers = await ask(address, [{ type: "transcribe", data: {} }, transcript("still there")], 2);
    expect(answers[0]).toEqual({ type: "error", data: { text: "none (install one)", code: "BACKEND_MISSING" } });
    expect(answers[1]?.type).toBe("handled");
  });
});

describe("peers that are not as they should be", () => {
  test.each([
    ["a web page", 'POST / HTTP/1.1\r\n\r\n{"type":"transcript","data":{"text":"shut down"}}\n', "not JSON"],
    ["an oversized frame", '{"type":"audio-chunk","payload_length":1048577}\n', "1048577, more than 1048576"],
    ["a header without end", "x".repeat(70_000), "a header of more than 65536 bytes"],
    ["sound without a format", '{"type":"audio-chunk","payload_length":2}\nab', "audio-chunk: rate"],
    [
      "half a sample",
      '{"type":"audio-chunk","data":{"rate":16000,"width":2,"channels":1},"payload_length":1}\na',
      "no whole number",
    ],
    ["words that are none", '{"type":"transcript","data":{"text":7}}\n', "transcript: text"],
    [
      "more words than anybody says",
      `{"type":"synthesize","data":{"text":"${"a".repeat(10_001)}"}}\n`,
      "synthesize: text",
    ],
    ["a frame that is cut off", '{"type":"transcript","data_length":500}\n{"te', "in the middle of a frame"],
  ])("%s: one error, and nothing more is read", async (_, bytes, problem) => {
    const asked: unknown[] = [];
    const { address, lines } = await serve({ services: spokenServices(asked) });
    const { socket, all } = rawPeer(address.port);
    socket.end(bytes);
    const said = await all;
    expect(said.match(/"type":"error"/g)).toHaveLength(1);
    expect(said).toContain('"code":"PROTOCOL_BROKEN"');
    expect(said.replaceAll("\\", "")).toContain(problem);
    expect(asked.filter((it) => it !== "cancelled")).toEqual([]);
    expect(lines.at(-1)).toContain(problem);
    // others are served as before
    expect((await ask(address, [{ type: "ping", data: {} }], 1))[0]?.type).toBe("pong");
  });

  test("a peer that ends its side still gets its answers", async () => {
    const { address } = await serve();
    const { socket, all } = rawPeer(address.port);
    socket.end('{"type":"transcript","data":{"text":"one"}}\n{"type":"transcript","data":{"text":"two"}}\n');
    expect((await all).match(/you said \w+/g)).toEqual(["you said one", "you said two"]);
  });

  test("a frame that trickles in is not waited for", async () => {
    const { address } = await serve({ frameMs: 200 });
    const { socket, all } = rawPeer(address.port);
    const trickle = setInterval(() => socket.write("x"), 20);
    const said = await all;
    clearInterval(trickle);
    socket.destroy();
    expect(said).toContain("did not finish a frame within 0.2 seconds");
  });

  test("a slow peer that is only waiting between frames is left alone", async () => {
    const { address } = await serve({ frameMs: 50 });
    const { socket, all } = rawPeer(address.port);
    await new Promise((resolve) => setTimeout(resolve, 150));
    socket.end('{"type":"ping"}\n');
    expect(await all).toContain("pong");
  });

  test("somebody who hangs up while being heard leaves nothing behind", async () => {
    const asked: unknown[] = [];
    const { address } = await serve({ services: spokenServices(asked) });
    const { socket } = rawPeer(address.port);
    socket.write('{"type":"transcribe"}\n', () => setTimeout(() => socket.resetAndDestroy(), 50));
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).toEqual(["cancelled"]);
  });
});

test.each([
  ["10700", "CONFIG_INVALID"],
  ["tcp://127.0.0.1:70000", "CONFIG_INVALID"],
  ["http://127.0.0.1:80", "CONFIG_INVALID"],
])("%s is no address", async (address, code) => {
  await expect(startWyomingServer({ address, services: spokenServices(), log: () => undefined })).rejects.toMatchObject(
    { code },
  );
});

test("an address that is taken", async () => {
  const { url } = await serve();
  await expect(
    startWyomingServer({ address: url, services: spokenServices(), log: () => undefined }),
  ).rejects.toMatchObject({
    code: "BACKEND_FAILED",
    message: expect.stringContaining("EADDRINUSE"),
  });
});
