import { expect, it } from "vitest";
import { catalogue } from "../../../../src/intents/catalogue.ts";
import { type Calibration, chance, isSure } from "../../../../src/intents/understand/reflex/calibration.ts";

const CALIBRATION: Calibration = {
  exact: [2, 1, 1, 0, 0],
  actions: [1, 2, 0, 0, -0.5],
  threshold: 0.5,
  thresholdRisky: 0.7,
};
const signs = (actions: number, rest = 1, none = 1) => ({ actions, rest, weakest: Math.min(actions, rest), none });

it("is a logistic function of the logarithms, and finite for an impossible answer", () => {
  expect(chance(signs(1), CALIBRATION.exact)).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  expect(chance(signs(0.5, 0.5), CALIBRATION.exact)).toBeCloseTo(1 / (1 + Math.exp(-2) / 0.25), 6);
  expect(chance(signs(0, 0), CALIBRATION.exact)).toBeLessThan(1e-6);
});

it("rises with each probability", () => {
  const rising = [0.1, 0.3, 0.6, 1].map((p) => chance(signs(p, 0.9), CALIBRATION.exact));
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
});

it("wants more of a plan that could harm, and looks at what is to be done, not at how long its words are", () => {
  const sure = (action: string, actions: number, rest: number) =>
    isSure(signs(actions, rest), [{ action, args: {} }], catalogue, CALIBRATION);
  expect(sure("note_take", 0.7, 0.05)).toBe(true);
  expect(sure("power_off", 0.7, 0.9)).toBe(false);
  expect(sure("power_off", 0.95, 0.9)).toBe(true);
  expect(sure("message_send", 0.7, 0.9)).toBe(false);
});
