import { describe, expect, test } from "vitest";
import { toShellError } from "../../../src/errors.ts";
import { CALLER_LIMITS, encodeEvent, type WyomingEvent } from "../../../src/voice/wyoming/event.ts";
import { createEventReader } from "../../../src/voice/wyoming/event-reader.ts";

const SAMPLES: readonly WyomingEvent[] = [
  { type: "describe", data: {} },
  { type: "transcribe", data: { language: "fr", name: null } },
  { type: "audio-start", data: { rate: 16_000, width: 2, channels: 1 } },
  {
    type: "audio-chunk",
    data: { rate: 16_000, width: 2, channels: 1 },
    payload: Buffer.from("\n{}\n\u0000\xff", "latin1"),
  },
  { type: "transcript", data: { text: "allume la lumière 把灯打开", context: { conversation_id: "01" } } },
];

test("what is written is read again, whole, in single bytes, and in pieces of seven", () => {
  const bytes = Buffer.concat(SAMPLES.map(encodeEvent));
  for (const size of [bytes.length, 1, 7]) expect(read(bytes, size)).toEqual({ events: SAMPLES, inFrame: false });
});

test.each([
  ["data within the header", '{"type":"ping","data":{"text":"a"}}\n', { type: "ping", data: { text: "a" } }],
  [
    "additional data over that of the header",
    '{"type":"x","data":{"a":1,"b":1},"data_length":7}\n{"b":2}',
    { type: "x", data: { a: 1, b: 2 } },
  ],
  [
    "lengths that are null, a version",
    '{"type":"x","version":"1.7.0","data":null,"data_length":null,"payload_length":null}\n',
    { type: "x", data: {} },
  ],
  ["a line that ends as on Windows", '{"type":"x"}\r\n', { type: "x", data: {} }],
])("reads %s", (_, text, event) => {
  expect(read(Buffer.from(text))).toEqual({ events: [event], inFrame: false });
});

describe("refuses with one clear error", () => {
  test.each([
    [
      "a web page's request",
      "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "a header that is not JSON: POST / HTTP/1.1",
    ],
    ["an empty line", "\n", "a header that is not JSON"],
    ["an array", "[1]\n", "no JSON object"],
    ["no type", '{"data":{}}\n', "whose type is absent"],
    ["a type that is no word", '{"type":7}\n', "whose type is 7"],
    ["a type without end", `{"type":"${"a".repeat(65)}"}\n`, "whose type is"],
    ["data that is a list", '{"type":"x","data":[1]}\n', "x: data that is no object"],
    ["a negative length", '{"type":"x","payload_length":-1}\n', "x: payload_length is -1"],
    ["a length with a fraction", '{"type":"x","data_length":1.5}\n', "x: data_length is 1.5"],
    ["a length in words", '{"type":"x","data_length":"7"}\n', 'x: data_length is "7"'],
    ["a length beyond counting", '{"type":"x","payload_length":1e300}\n', "x: payload_length is 1e+300"],
    ["too much payload, before it comes", '{"type":"x","payload_length":1048577}\n', "1048577, more than 1048576"],
    ["too much data, before it comes", '{"type":"x","data_length":65537}\n', "65537, more than 65536"],
    ["a header without end", "a".repeat(65_537), "a header of more than 65536 bytes"],
    ["a header that ends too late", `{"type":"${"a".repeat(66_000)}"}\n`, "a header of more than 65536 bytes"],
    ["data that is not JSON", '{"type":"x","data_length":3}\nabc', "a data that is not JSON: abc"],
    ["bytes that are not UTF-8", Buffer.from('{"type":"\xff"}\n', "latin1"), "not JSON"],
  ])("%s", (_, bytes, problem) => {
    const good = encodeEvent(SAMPLES[0]!);
    for (const size of [1 << 20, 999]) {
      const { events, error } = read(Buffer.concat([good, Buffer.from(bytes as string), good]), size);
      expect(events).toEqual([SAMPLES[0]]);
      expect(error).toMatchObject({ code: "PROTOCOL_BROKEN" });
      expect(error?.message).toContain(problem);
      expect(error?.message).not.toMatch(/[\r\n]/);
    }
  });
});

test("600 mutated frames: read the same however they are cut, or refused, and never more held than the limits allow", () => {
  const random = mulberry(20_260);
  const clean = SAMPLES.map(encodeEvent);
  let refused = 0;
  for (let round = 0; round < 600; round++) {
    const bytes = mutate(Buffer.concat([clean[pick(clean.length)]!, clean[pick(clean.length)]!]));
    const whole = read(bytes);
    const bit = read(bytes, 1 + pick(9));
    expect(bit).toEqual(whole);
    if (whole.error) {
      refused++;
      expect(whole.error.code).toBe("PROTOCOL_BROKEN");
    }
    for (const { type, data } of whole.events) {
      expect(type.length).toBeGreaterThan(0);
      expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    }
  }
  expect(refused).toBeGreaterThan(100);

  function pick(count: number): number {
    return Math.floor(random() * count);
  }
  function mutate(bytes: Buffer): Buffer {
    let out = Buffer.from(bytes);
    for (let times = 1 + pick(4); times > 0; times--) {
      const at = pick(out.length);
      const to = Math.min(out.length, at + 1 + pick(12));
      const kinds = [
        () => out.fill(pick(256), at, at + 1),
        () => (out = Buffer.concat([out.subarray(0, at), out.subarray(to)])),
        () => (out = Buffer.concat([out.subarray(0, to), out.subarray(at)])),
        () => (out = Buffer.concat([out.subarray(0, at), Buffer.from(TOKENS[pick(TOKENS.length)]!), out.subarray(at)])),
        () => (out = out.subarray(0, at + 1)),
        () => (out = Buffer.from(out.toString("latin1").replace(/\d+/, String(10 ** pick(12) - pick(3))), "latin1")),
      ];
      kinds[pick(kinds.length)]!();
    }
    return out;
  }
});

const TOKENS = [
  "\n",
  "{",
  "}",
  '"',
  "\\",
  "null",
  "-1",
  "1e9",
  '"__proto__":{"a":1},',
  '"payload_length":5,',
  "\u0000",
  "\xff",
];

function read(bytes: Buffer, size = bytes.length) {
  const events: WyomingEvent[] = [];
  const reader = createEventReader(CALLER_LIMITS, (event) => events.push(event));
  try {
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  } catch (thrown) {
    const error = toShellError(thrown);
    expect(() => reader.push(Buffer.from("{}"))).toThrow(error.message);
    return { events, error };
  }
  return { events, inFrame: reader.inFrame };
}

/** The same numbers in every run (Tommy Ettinger's mulberry32). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
