import { readFileSync } from "node:fs";
import { z } from "zod";
import { ShellError } from "../../../errors.ts";
import type { Action } from "../../actions/define-action.ts";
import type { Call } from "../../plan.ts";

/** What the model's probabilities say of an answer, each in (0, 1]. */
export interface Signs {
  /** Product over the tokens that choose an action, none, or the end. */
  readonly actions: number;
  /** Product over all other tokens: language, argument names, values. */
  readonly rest: number;
  /** The least probable token. */
  readonly weakest: number;
  /** That nothing is asked, when the first action was chosen. */
  readonly none: number;
}

/** Logistic regression on the logarithms of the signs: bias, then a weight each for actions, rest, weakest, none. */
const FIT = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

const CALIBRATION = z.object({
  /** Probability that the whole plan is exactly right: the confidence that is told. */
  exact: FIT,
  /** Probability that its actions are the right ones: by this the tier stands by its answer or not. */
  actions: FIT,
  /** Below it the turn says that it did not understand. */
  threshold: z.number().min(0).max(1),
  /** The same for plans with a call that is dangerous or leaves the device: asking back is cheap, a wrong plan is not. */
  thresholdRisky: z.number().min(0).max(1),
  /** SHA-256 of the model file that it was fitted on, in hexadecimal: a damaged file, or another's, is refused before it is loaded. */
  model: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Fit = z.infer<typeof FIT>;

/** Fitted by evals/calibrate.ts on sentences that the training has not seen. */
export type Calibration = z.infer<typeof CALIBRATION>;

/** The model's own probabilities, taken at their word. */
export const UNCALIBRATED: Calibration = {
  exact: [0, 1, 1, 0, 0],
  actions: [0, 1, 0, 0, 0],
  threshold: 0.3,
  thresholdRisky: 0.4,
};

/** @throws ShellError MODEL_DAMAGED when the file is not what evals/calibrate.ts writes */
export function readCalibration(path: string): Calibration {
  try {
    return CALIBRATION.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new ShellError("MODEL_DAMAGED", `the calibration ${path} cannot be read`, {
      cause,
      remedy: "reinstall saysh, or run: node evals/calibrate.ts --write",
    });
  }
}

/** Probabilities as small as 1e-6 say no less than smaller ones. */
const LEAST = 1e-6;

/** The regression's inputs: 1, then the logarithms. */
export function features({ actions, rest, weakest, none }: Signs): [number, number, number, number, number] {
  const ln = (p: number) => Math.log(Math.max(p, LEAST));
  return [1, ln(actions), ln(rest), ln(weakest), ln(none)];
}

export function chance(signs: Signs, fit: Fit): number {
  const sum = features(signs).reduce((total, x, i) => total + x * fit[i]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether the reflex tier stands by this answer. */
export function isSure(
  signs: Signs,
  calls: readonly Call[],
  catalogue: ReadonlyMap<string, Action>,
  calibration: Calibration,
): boolean {
  const risky = calls.some(({ action }) => ["dangerous", "external"].includes(catalogue.get(action)!.risk));
  return chance(signs, calibration.actions) >= (risky ? calibration.thresholdRisky : calibration.threshold);
}
