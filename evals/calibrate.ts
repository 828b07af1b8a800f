import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogue } from "../src/intents/catalogue.ts";
import { LANGS } from "../src/intents/plan.ts";
import { createReflex } from "../src/intents/understand/reflex/reflex.ts";
import { equalPlans as samePlan } from "./score.ts";

/**
 * Fits reflex/calibration.json on the catalogue's own examples and negatives: sentences written beside the actions, by other hands than the
 * phrases that the model was trained on, and apart from the evals. Isotonic regression (pool adjacent violators) of "the plan is
 * exactly right" on the model's probability of its answer.
 *
 *     node evals/calibrate.ts [--model reflex/reflex.gguf] [--write]
 */
const { values } = parseArgs({
  options: { model: { type: "string" }, write: { type: "boolean" }, verbose: { type: "boolean" } },
});
const modelPath = values.model ?? join(import.meta.dirname, "../reflex/reflex.gguf");
const NOW = { now: new Date("2026-11-23T10:00:00+01:00"), timeZone: "Europe/Paris" };

interface Trial {
  readonly p: number;
  readonly right: boolean;
  readonly risky: boolean;
}

await using reflex = await createReflex({
  modelPath,
  catalogue,
  calibration: { points: [[0, 0], [1, 1]], threshold: 0, thresholdRisky: 0 },
});
const trials: Trial[] = [];
for (const { name, examples, negatives } of catalogue.values())
  for (const lang of LANGS) {
    for (const [utterance, args] of examples[lang]) {
      const { calls, confidence } = await reflex.understand(utterance, NOW);
      const right = samePlan(calls, [{ action: name, args }]);
      if (!right && values.verbose)
        console.log(`${utterance}\n  want ${name} ${JSON.stringify(args)}\n  got  ${JSON.stringify(calls)} ${confidence.toFixed(2)}`);
      trials.push({ p: confidence, right, risky: isRisky(calls) });
    }
    for (const utterance of negatives[lang]) {
      const { calls, confidence } = await reflex.understand(utterance, NOW);
      // what it should be is not written down; only a plan that holds the forbidden action is known to be wrong
      if (calls.some(({ action }) => action === name)) trials.push({ p: confidence, right: false, risky: isRisky(calls) });
    }
  }

const points = isotonic(trials);
const shareAt = (threshold: number) => {
  const taken = trials.filter(({ p }) => confidence(p) >= threshold);
  return { answered: taken.length / trials.length, right: taken.filter(({ right }) => right).length / taken.length };
};
console.log(`${trials.length} sentences, ${share(trials)} exactly right`);
for (const threshold of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const { answered, right } = shareAt(threshold);
  console.log(`threshold ${threshold}: answers ${(100 * answered).toFixed(1)} %, of these ${(100 * right).toFixed(1)} % right`);
}
const calibration = { points, threshold: 0.4, thresholdRisky: 0.6, fittedOn: trials.length };
if (values.write) {
  writeFileSync(join(import.meta.dirname, "../reflex/calibration.json"), `${JSON.stringify(calibration)}\n`);
  console.log("written: reflex/calibration.json");
}

function isRisky(calls: readonly { action: string }[]): boolean {
  return calls.some(({ action }) => ["dangerous", "external"].includes(catalogue.get(action)!.risk));
}

function share(of: readonly Trial[]): string {
  return `${((100 * of.filter(({ right }) => right).length) / of.length).toFixed(1)} %`;
}

function confidence(p: number): number {
  const i = points.findIndex(([x]) => x >= p);
  return i < 0 ? points.at(-1)![1] : points[i]![1];
}

/** Blocks of rising share: [largest probability of the block, share right in it], with ends at 0 and 1. */
function isotonic(of: readonly Trial[]): [number, number][] {
  const least = 25; // fewer sentences than that make a block of noise
  const sorted = of.toSorted((a, b) => a.p - b.p);
  const blocks: { n: number; right: number; p: number }[] = [];
  for (let i = 0; i < sorted.length; i += least) {
    const part = sorted.slice(i, i + least);
    blocks.push({ n: part.length, right: part.filter(({ right }) => right).length, p: part.reduce((s, t) => s + t.p, 0) / part.length });
    while (blocks.length > 1) {
      const [a, b] = [blocks.at(-2)!, blocks.at(-1)!];
      if (a.right / a.n < b.right / b.n) break;
      blocks.splice(-2, 2, { n: a.n + b.n, right: a.right + b.right, p: (a.p * a.n + b.p * b.n) / (a.n + b.n) });
    }
  }
  const inner = blocks.map(({ n, right, p }): [number, number] => [round(p), round((right + 0.5) / (n + 1))]);
  return [[0, 0], ...inner, [1, Math.max(inner.at(-1)?.[1] ?? 1, 0.99)]];
}

function round(x: number): number {
  return Math.round(x * 1e4) / 1e4;
}
