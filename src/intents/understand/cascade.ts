import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { shippedModel } from "../../models/shipped-model.ts";
import type { Action } from "../actions/define-action.ts";
import { catalogue as builtIn } from "../catalogue.ts";
import type { Plan } from "../plan.ts";
import { readCalibration } from "./reflex/calibration.ts";
import { createReflex } from "./reflex/reflex.ts";
import { type TaughtPhrase, type UnderstandOptions, understandTaught } from "./taught.ts";

export interface Understanding extends AsyncDisposable {
  understand(utterance: string, options: UnderstandOptions): Promise<Plan>;
  /** Bytes of model weights held in memory. */
  readonly residentBytes: number;
}

export interface UnderstandingOptions {
  /** Default: the reflex model that comes with the shell. Its calibration is looked for beside it. */
  readonly modelPath?: string;
  readonly catalogue?: ReadonlyMap<string, Action>;
  /** The phrases the person has taught, read anew for each turn. */
  readonly phrases?: () => readonly TaughtPhrase[];
}

/** The tiers in their order: taught phrases, then the reflex model; the first that is sure wins. */
export async function createUnderstanding(options: UnderstandingOptions = {}): Promise<Understanding> {
  const modelPath = options.modelPath ?? shippedModel();
  const calibrationPath = join(dirname(modelPath), "calibration.json");
  const reflex = await createReflex({
    modelPath,
    catalogue: options.catalogue ?? builtIn,
    ...(existsSync(calibrationPath) ? { calibration: readCalibration(calibrationPath) } : {}),
  });
  return {
    residentBytes: reflex.residentBytes,
    async understand(utterance, o) {
      const taught = await understandTaught(utterance, o, options.phrases?.() ?? [], (words, plain) =>
        reflex.understand(words, plain),
      );
      return taught ?? (await reflex.understand(utterance, o));
    },
    [Symbol.asyncDispose]: () => reflex[Symbol.asyncDispose](),
  };
}
