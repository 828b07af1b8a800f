import { expect, test } from "vitest";
import { createLevelMeter } from "../../../src/voice/capture/index.ts";
import { FRAME_SAMPLES } from "../../../src/voice/contracts.ts";

const frame = (value: (i: number) => number) => ({ samples: Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => value(i)), at: 0 });

test("levels in dBFS, the floor from the quiet frames, clipping as a share", () => {
  const meter = createLevelMeter();
  for (let i = 0; i < 8; i++) meter.feed(frame((n) => Math.round(3_276.8 * Math.sqrt(2) * Math.sin((2 * Math.PI * n) / 32))));
  for (let i = 0; i < 2; i++) meter.feed(frame(() => 33));
  const level = meter.read();
  expect(level.dbfs).toBeCloseTo(-21, 0);
  expect(level.peakDbfs).toBeCloseTo(-17, 0);
  expect(level.noiseFloorDbfs).toBeCloseTo(-60, 0);
  expect(level).toMatchObject({ clipped: 0, seconds: 0.2 });
});

test("zeros and full scale", () => {
  const zeros = createLevelMeter();
  zeros.feed(frame(() => 0));
  expect(zeros.read()).toMatchObject({ dbfs: -Infinity, peakDbfs: -Infinity, clipped: 0 });
  const full = createLevelMeter();
  full.feed(frame((i) => (i % 2 ? 32_767 : -32_768)));
  expect(full.read().clipped).toBe(1);
  expect(createLevelMeter().read()).toMatchObject({ seconds: 0, clipped: 0 });
});
