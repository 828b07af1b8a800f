import { readFileSync } from "node:fs";
import { z } from "zod";
import { ShellError } from "../../../errors.ts";
import type { Action } from "../../actions/define-action.ts";
import type { Call } from "../../plan.ts";

/**
 * The model's own probability of its whole answer → the share of such answers that are right, measured on the catalogue's
 * examples, which the training has not seen (evals/calibrate.ts). Points rise; between them lines.
 */
const CALIBRATION = z.object({
  points: z.array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])).min(2),
  /** Below this share the turn says that it did not understand. */
  threshold: z.number().min(0).max(1),
  /** The same for plans that hold a call which is dangerous or leaves the device: asking back is cheap, a wrong plan is not. */
  thresholdRisky: z.number().min(0).max(1),
});
export type Calibration = z.infer<typeof CALIBRATION>;

export const UNCALIBRATED: Calibration = {
  points: [
    [0, 0],
    [1, 1],
  ],
  threshold: 0.35,
  thresholdRisky: 0.6,
};

/** @throws ShellError MODEL_DAMAGED when the file is not what evals/calibrate.ts writes */
export function readCalibration(path: string): Calibration {
  try {
    return CALIBRATION.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new ShellError("MODEL_DAMAGED", `the calibration ${path} cannot be read`, {
      cause,
      remedy: "reinstall saysh, or run: node evals/calibrate.ts",
    });
  }
}

export function confidenceOf(probability: number, { points }: Calibration): number {
  const i = points.findIndex(([p]) => p >= probability);
  if (i < 0) return points.at(-1)![1];
  const [p1, c1] = points[i]!;
  if (i === 0) return p1 === 0 ? c1 : (c1 * probability) / p1;
  const [p0, c0] = points[i - 1]!;
  return p1 === p0 ? c1 : c0 + ((c1 - c0) * (probability - p0)) / (p1 - p0);
}

/** Whether the reflex tier stands by this answer. */
export function isSure(
  confidence: number,
  calls: readonly Call[],
  catalogue: ReadonlyMap<string, Action>,
  { threshold, thresholdRisky }: Calibration,
): boolean {
  const risky = calls.some(({ action }) => ["dangerous", "external"].includes(catalogue.get(action)!.risk));
  return confidence >= (risky ? thresholdRisky : threshold);
}
