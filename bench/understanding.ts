// Run by run.ts in a process of its own: loads the shipped model, understands the utterances, prints one JSON object.
import { openLlamaLibrary } from "../src/models/llama-library.ts";
import { shippedModel } from "../src/models/shipped-model.ts";
import { UTTERANCES } from "./utterances.ts";

const ROUNDS = 5;

const startedAt = performance.now();
const { createUnderstanding } = await import("../src/intents/understand/index.ts");
const importedAt = performance.now();
await using mind = await createUnderstanding();
const loadedAt = performance.now();

const options = { now: new Date("2026-11-23T10:00:00+01:00"), timeZone: "Europe/Paris" };
const bare = (await openLlamaLibrary())?.load(shippedModel(), 256);
const ms: number[] = [];
const bareMs: number[] = [];
const tokens: { in: number; out: number }[] = [];
// The first round is the warming up. Each utterance is followed by llama.cpp alone on as many tokens, so that a load of the machine meets both.
for (let round = 0; round <= ROUNDS; round++) {
  for (const utterance of UTTERANCES) {
    const plan = await mind.understand(utterance, options);
    const alone = bare && plan.tokens ? decodeOnly(bare, plan.tokens) : Number.NaN;
    if (round === 0) continue;
    ms.push(plan.ms);
    bareMs.push(alone);
    if (plan.tokens) tokens.push(plan.tokens);
  }
}
console.log(JSON.stringify({ importMs: importedAt - startedAt, loadMs: loadedAt - importedAt, ms, bareMs, tokens }));

/** The same work for llama.cpp, whichever tokens they are: the prompt at once, then the answer one by one. */
function decodeOnly(context: NonNullable<typeof bare>, { in: prompt, out }: { in: number; out: number }): number {
  const started = performance.now();
  context.keep(0);
  context.decode(Array.from({ length: prompt }, (_, i) => i));
  for (let i = 1; i < out; i++) context.decode([i]);
  return performance.now() - started;
}
