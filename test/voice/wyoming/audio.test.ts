import { describe, expect, test } from "vitest";
import { type Frame, SAMPLE_RATE } from "../../../src/voice/contracts.ts";
import { audioEvent, createFrameMaker, soundOf } from "../../../src/voice/wyoming/audio.ts";
import { createResampler } from "../../../src/voice/resample.ts";

test.each([
  [1, 1, [0x7f, 0x80], [32_512, -32_768]],
  [2, 1, [0x34, 0x12, 0xff, 0xff], [0x1234, -1]],
  [3, 1, [0xff, 0x34, 0x12], [0x1235]],
  [4, 1, [0, 0, 0x34, 0x12], [0x1234]],
  [2, 2, [0x00, 0x10, 0x00, 0x20], [0x1800]],
])("samples of %i bytes, %i channels", (width, channels, bytes, samples) => {
  const event = { type: "audio-chunk", data: { rate: 8_000, width, channels }, payload: Buffer.from(bytes) };
  expect(soundOf(event)).toEqual({ rate: 8_000, samples: Int16Array.from(samples) });
});

test.each([
  [{ rate: 16_000, width: 2 }, 4, "channels"],
  [{ rate: 0, width: 2, channels: 1 }, 4, "rate"],
  [{ rate: 16_000, width: 9, channels: 1 }, 4, "width"],
  [{ rate: 16_000, width: 2, channels: 1 }, 3, "3 bytes are no whole number"],
])("refuses %j with %i bytes", (data, length, problem) => {
  expect(() => soundOf({ type: "audio-chunk", data, payload: Buffer.alloc(length) })).toThrow(problem);
});

test("our sound goes out as it is", () => {
  const samples = Int16Array.of(1, -2, 32_767).subarray(1);
  expect(soundOf(audioEvent("audio-chunk", 22_050, samples))).toEqual({ rate: 22_050, samples });
});

describe("a tone of 440 Hz stays what it is", () => {
  test.each([8_000, 11_025, 22_050, 44_100, 48_000, 44_101])("from %i", (rate) => {
    const frames: Frame[] = [];
    const maker = createFrameMaker((frame) => frames.push(frame));
    const input = tone(440, rate, rate);
    for (let at = 0; at < input.length; at += 777) maker.push({ rate, samples: input.subarray(at, at + 777) });
    maker.flush();
    expect(frames.map(({ at }) => at)).toEqual(frames.map((_, i) => i * 320));
    expect(frames).toHaveLength(50);
    const output = Int16Array.from(frames.flatMap(({ samples }) => [...samples]));
    const wanted = tone(440, SAMPLE_RATE, SAMPLE_RATE);
    // the ends have silence beside them
    expect(decibels(error(output, wanted, 200), power(wanted))).toBeLessThan(-45);
  });

  test("what would alias is removed", () => {
    const { push } = createResampler(48_000, 16_000);
    expect(decibels(power(push(tone(11_000, 48_000, 48_000)).slice(200)), power(tone(440, 1_000, 1_000)))).toBeLessThan(
      -50,
    );
  });
});

test("the rate may not change on the way", () => {
  const maker = createFrameMaker(() => undefined);
  maker.push({ rate: 8_000, samples: new Int16Array(8) });
  expect(() => maker.push({ rate: 16_000, samples: new Int16Array(8) })).toThrow("from 8000 to 16000");
});

function tone(hertz: number, rate: number, count: number): Int16Array {
  return Int16Array.from({ length: count }, (_, n) => Math.round(10_000 * Math.sin((2 * Math.PI * hertz * n) / rate)));
}

function power(samples: ArrayLike<number>): number {
  return Array.from(samples).reduce((sum, it) => sum + it * it, 0) / samples.length;
}

function error(a: Int16Array, b: Int16Array, edge: number): number {
  return power(Array.from(a.subarray(edge, b.length - edge), (it, i) => it - b[i + edge]!));
}

function decibels(a: number, b: number): number {
  return 10 * Math.log10(a / b);
}
