import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { catalogue } from "../src/intents/catalogue.ts";
import { type Call, LANGS } from "../src/intents/plan.ts";
import { type Calibration, chance, features, type Fit, type Signs, UNCALIBRATED } from "../src/intents/understand/reflex/calibration.ts";
import { createReflex } from "../src/intents/understand/reflex/reflex.ts";
import { logistic } from "./logistic.ts";
import { readCalibrationItems, readingsOf } from "./items.ts";
import { judge } from "./score.ts";

/**
 * Fits calibration.json, beside the model, on the catalogue's own examples and negatives, on freer utterances (calibration-asking.jsonl) and on
 * sentences that ask for nothing (calibration-nothing.jsonl): all written by other hands than the phrases that the model was trained on, and apart from the evals.
 *
 *     node evals/calibrate.ts [--model reflex/reflex.gguf] [--write] [--verbose]
 */
const { values } = parseArgs({
  options: { model: { type: "string" }, write: { type: "boolean" }, verbose: { type: "boolean" } },
});
const modelPath = values.model ?? join(import.meta.dirname, "../reflex/reflex.gguf");
const AT = { now: new Date("2026-11-23T10:00:00+01:00"), timeZone: "Europe/Paris" };

/** What could harm is read back before it is done; to be asked out of nowhere is bad enough. */
const RISKY_AT_LEAST = 0.9;
/** One strange sentence must not silence every shutdown. */
const MOST_RISKY = 0.97;

interface Trial {
  readonly kind: "example" | "negative" | "nothing";
  readonly signs: Signs;
  readonly exact: boolean;
  readonly actions: boolean;
  readonly silent: boolean;
  readonly risky: boolean;
}

await using reflex = await createReflex({
  modelPath,
  catalogue,
  calibration: { ...UNCALIBRATED, threshold: 0, thresholdRisky: 0 },
});
const trials: Trial[] = [];
for (const { name, examples, negatives } of catalogue.values())
  for (const lang of LANGS) {
    for (const [utterance, args] of examples[lang]) await attempt("example", utterance, [{ action: name, args }]);
    for (const utterance of negatives[lang]) {
      const { calls, signs } = await answer(utterance);
      // What it should be is not written down; only a plan that holds the forbidden action is known to be wrong.
      if (calls.some(({ action }) => action === name)) add("negative", signs, false, false, calls);
    }
  }
for (const item of readCalibrationItems("calibration-asking")) await attempt("example", item.utterance, ...readingsOf(item));
for (const { utterance } of readCalibrationItems("calibration-nothing")) await attempt("nothing", utterance, []);

const fit = (label: (t: Trial) => boolean) =>
  logistic(
    trials.map(({ signs }) => features(signs)),
    trials.map((t) => Number(label(t))),
  ).map((w) => Math.round(w * 1e4) / 1e4) as Fit;
const exact = fit((t) => t.exact);
const actions = fit((t) => t.actions);
const [threshold, thresholdRisky] = [best(false), best(true)];
const model = createHash("sha256").update(readFileSync(modelPath)).digest("hex");
const calibration: Calibration = { exact, actions, threshold, thresholdRisky, model };

report();
if (values.write) {
  const path = join(dirname(modelPath), "calibration.json");
  writeFileSync(path, `${JSON.stringify(calibration)}\n`);
  console.log(`written: ${path}`);
}

async function answer(utterance: string) {
  const plan = await reflex.understand(utterance, AT);
  return { calls: plan.calls, signs: plan.signs };
}

async function attempt(kind: Trial["kind"], utterance: string, ...readings: readonly (readonly Call[])[]): Promise<void> {
  const { calls, signs } = await answer(utterance);
  const verdict = judge(readings, calls);
  if (!verdict.exact && values.verbose)
    console.log(`${utterance}\n  want ${JSON.stringify(readings[0])}\n  got  ${JSON.stringify(calls)}`);
  add(kind, signs, verdict.exact, verdict.rightActions, calls);
}

function add(kind: Trial["kind"], signs: Signs, exactly: boolean, rightActions: boolean, calls: readonly { action: string }[]): void {
  const risky = calls.some(({ action }) => ["dangerous", "external"].includes(catalogue.get(action)!.risk));
  trials.push({ kind, signs, exact: exactly, actions: rightActions, silent: calls.length === 0, risky });
}

/**
 * The threshold with the greatest worth: a right plan +1; a wrong one where something was asked -0.5 (it can be undone, or is read back first); acting where
 * nothing was asked -2; saying "I did not understand" 0. One in ten of what a shell is given asks for nothing: most of it is meant for the shell.
 */
function best(risky: boolean): number {
  const of = trials.filter((t) => t.risky === risky && !t.silent);
  const weight = { example: 0.9 / count("example"), negative: 0.1 / count("nothing"), nothing: 0.1 / count("nothing") };
  let top = { threshold: 0.5, worth: Number.NEGATIVE_INFINITY };
  for (let t = 0.2; t <= 0.9; t += 0.02) {
    let worth = 0;
    for (const trial of of)
      if (chance(trial.signs, actions) >= t) worth += weight[trial.kind] * (trial.exact ? 1 : trial.kind === "example" ? -0.5 : -2);
    if (worth > top.worth + 1e-9) top = { threshold: Math.round(t * 100) / 100, worth };
  }
  if (!risky) return top.threshold;
  // never, as far as these sentences go, is anybody asked about a shutdown out of nowhere
  const mostOutOfNowhere = Math.max(...of.filter(({ kind }) => kind === "nothing").map(({ signs }) => chance(signs, actions)));
  return Math.min(MOST_RISKY, Math.max(top.threshold, RISKY_AT_LEAST, Math.ceil(mostOutOfNowhere * 100 + 0.5) / 100));
}

function count(kind: Trial["kind"]): number {
  return trials.filter((t) => t.kind === kind).length;
}

function report(): void {
  const share = (part: readonly Trial[], is: (t: Trial) => boolean) => `${((100 * part.filter(is).length) / part.length).toFixed(1)} %`;
  const examples = trials.filter((t) => t.kind === "example");
  const nothing = trials.filter((t) => t.kind === "nothing");
  const taken = (t: Trial) => chance(t.signs, actions) >= (t.risky ? thresholdRisky : threshold);
  console.log(`${examples.length} examples: exact ${share(examples, (t) => t.exact)}, right actions ${share(examples, (t) => t.actions)}`);
  console.log(`${nothing.length} that ask for nothing: silent ${share(nothing, (t) => t.silent)}`);
  console.log(`exact fit ${JSON.stringify(exact)}, actions fit ${JSON.stringify(actions)}`);
  console.log(`thresholds ${threshold} and ${thresholdRisky} (risky): answers ${share(examples, taken)} of the examples`);
  console.log(`  exact ${share(examples, (t) => taken(t) && t.exact)} of all, ${share(examples.filter(taken), (t) => t.exact)} of the answered`);
  console.log(`  acts on ${share(nothing, (t) => taken(t) && !t.silent)} of what asks for nothing`);
}
