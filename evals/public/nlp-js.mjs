/**
 * Peer: nlp.js trained on the rows that `python reflex/protocol.py rows` wrote; its intents are scored by the same scorer.
 *
 *   (cd evals/public && npm ci)
 *   node evals/public/nlp-js.mjs reflex/work/public/rows snips reflex/work/public/nlp-js.snips.json
 *   python reflex/protocol.py told snips reflex/work/public/nlp-js.snips.json
 *
 * Its defaults are left as they are. Rows of CLINC150's `oos` are trained as its intent `None`, which it also answers by itself below its threshold.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { NlpManager } from "node-nlp";

const [folder, set, out] = process.argv.slice(2);
const rows = (part) =>
  readFileSync(`${folder}/${set}.${part}.jsonl`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const manager = new NlpManager({ languages: ["en"], forceNER: false, nlu: { log: false }, autoSave: false });
for (const { text, intent } of rows("train")) manager.addDocument("en", text, intent === "oos" ? "None" : intent);
const began = performance.now();
await manager.train();
const trained = performance.now();

const told = [];
const test = rows("test");
const before = process.cpuUsage();
for (const { text } of test) {
  const { intent } = await manager.process("en", text);
  told.push(intent === "None" ? "oos" : intent);
}
const { user, system } = process.cpuUsage(before);
writeFileSync(out, `${JSON.stringify(told)}\n`);
const figures = {
  set,
  trainedS: Math.round((trained - began) / 1000),
  cpuMs: (user + system) / 1000 / test.length,
  bytes: manager.export(true).length,
};
console.log(JSON.stringify(figures));
