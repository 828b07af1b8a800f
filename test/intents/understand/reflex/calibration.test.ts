import { expect, it } from "vitest";
import { catalogue } from "../../../../src/intents/catalogue.ts";
import { confidenceOf, isSure } from "../../../../src/intents/understand/reflex/calibration.ts";

const CALIBRATION: Parameters<typeof confidenceOf>[1] = {
  points: [
    [0, 0],
    [0.2, 0.4],
    [0.8, 0.9],
    [1, 1],
  ],
  threshold: 0.5,
  thresholdRisky: 0.8,
};

it("draws lines between its points", () => {
  expect([0, 0.1, 0.2, 0.5, 0.8, 1].map((p) => Number(confidenceOf(p, CALIBRATION).toFixed(3)))).toEqual([
    0, 0.2, 0.4, 0.65, 0.9, 1,
  ]);
});

it("wants more of a plan that could harm", () => {
  const sure = (action: string, confidence: number) => isSure(confidence, [{ action, args: {} }], catalogue, CALIBRATION);
  expect([sure("volume_get", 0.6), sure("power_off", 0.6), sure("power_off", 0.85), sure("message_send", 0.6)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
