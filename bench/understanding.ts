// Run by run.ts in a process of its own: loads the shipped model, understands the utterances, prints one JSON object.
import { UTTERANCES } from "./utterances.ts";

const ROUNDS = 5;

const startedAt = performance.now();
const { createUnderstanding } = await import("../src/intents/understand/index.ts");
const importedAt = performance.now();
await using mind = await createUnderstanding();
const loadedAt = performance.now();

const options = { now: new Date("2026-11-23T10:00:00+01:00"), timeZone: "Europe/Paris" };
const ms: number[] = [];
// The first round is the warming up.
for (let round = 0; round <= ROUNDS; round++) {
  for (const utterance of UTTERANCES) {
    const plan = await mind.understand(utterance, options);
    if (round > 0) ms.push(plan.ms);
  }
}
console.log(JSON.stringify({ importMs: importedAt - startedAt, loadMs: loadedAt - importedAt, ms }));
