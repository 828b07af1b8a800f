import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Tokenizer } from "../src/intents/understand/reflex/tokenizer.ts";
import { loadTokenModel } from "../src/models/token-model.ts";

/**
 * The same prompts through node-llama-cpp as through PyTorch (reflex/parity.py): equal prompts prove the tokenizers equal, equal
 * answers the exported weights and the graph.
 *
 *     node evals/parity.ts FILE.jsonl [--model reflex/reflex.gguf]
 */
const { values, positionals } = parseArgs({ options: { model: { type: "string" } }, allowPositionals: true });
const rows = readFileSync(positionals[0]!, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; prompt: number[]; answer: number[] });

await using model = await loadTokenModel(values.model ?? join(import.meta.dirname, "../reflex/reflex.gguf"));
const tokens = model.metadata["tokenizer.ggml.tokens"] as string[];
const merges = model.metadata["tokenizer.ggml.merges"] as string[];
const tokenizer = new Tokenizer(tokens, merges);
const all = tokens.map((_, id) => id);
const end = tokenizer.id("</s>");
let samePrompts = 0;
let sameAnswers = 0;
for (const { text, prompt, answer } of rows) {
  const own = [tokenizer.id("<s>"), tokenizer.id("<u>"), ...tokenizer.encode(text).flatMap((u) => u.ids), tokenizer.id("<a>")];
  const equal = JSON.stringify(own) === JSON.stringify(prompt);
  if (equal) samePrompts++;
  else console.log(`prompt differs: ${text}`);
  await model.keep(0);
  const said: number[] = [];
  let next: readonly number[] = prompt;
  while (said.at(-1) !== end && said.length < 90) {
    const p = await model.feed(next, all);
    let best = 0;
    for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i;
    said.push(best);
    next = [best];
  }
  if (JSON.stringify(said) === JSON.stringify(answer)) sameAnswers++;
}
console.log(`${rows.length} utterances: prompts equal ${samePrompts}, greedy answers equal ${sameAnswers}`);
