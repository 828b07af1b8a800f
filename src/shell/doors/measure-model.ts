import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { mindOver } from "../../../evals/in-process-mind.ts";
import { type Item, readItems, readingsOf, readSet, SETS, type SetName } from "../../../evals/items.ts";
import { measure, type Observation } from "../../../evals/measure.ts";
import { judge } from "../../../evals/score.ts";
import { type Interval, quantile, ratioInterval } from "../../../evals/share-interval.ts";
import { createUnderstanding } from "../../intents/understand/index.ts";
import { contentHash } from "../../models/content-hash.ts";
import { type Energy, startEnergyMeter } from "../../models/density/energy.ts";
import type { DensityRow } from "../../models/density/row.ts";
import { parameterCount } from "../../models/gguf.ts";
import { readModelHead } from "../../models/model-head.ts";
import { cacheBytes, multiplyAdds } from "../../models/multiply-adds.ts";
import { reflexShape } from "../../models/reflex-shape.ts";
import { shippedModel } from "../../models/shipped-model.ts";

/** The sets that ask for something: what a model is able to do, and at what cost, is told over these. */
const ASKING: readonly SetName[] = ["en", "fr", "zh"];
const HASH_LENGTH = 16;
/** As src/models/token-model.ts loads reflex models. */
const CONTEXT_SIZE = 256;

interface Answered extends Observation {
  /** Of the whole process while this one was answered. */
  readonly cpuMs: number;
}

/**
 * Puts every utterance of the evals to one model of the reflex format, alone and one after the other, and takes all figures of docs/density.md.
 * @throws ShellError MODEL_MISSING, MODEL_DAMAGED, MODEL_UNFIT; FILE_NOT_FOUND without the evals
 */
export async function measureModel(
  modelPath: string,
  options: { readonly name?: string; readonly at?: string; readonly commit?: string; readonly sys?: string } = {},
): Promise<DensityRow> {
  const head = readModelHead(modelPath);
  const shape = reflexShape(head, modelPath);
  const items = SETS.map((set) => [set, readItems(set)] as const);
  await (await createUnderstanding({ modelPath }))[Symbol.asyncDispose](); // the runtime is loaded once, and is not the model's cost
  const startedAt = performance.now();
  const understanding = await createUnderstanding({ modelPath });
  const loadMs = performance.now() - startedAt;
  await using mind = mindOver(understanding, false);
  const askAll = async (wanted: (set: SetName) => boolean) => {
    const answers: Answered[] = [];
    for (const [set, list] of items.filter(([name]) => wanted(name))) {
      for (const item of list) {
        answers.push(await ask(set, item));
        await setImmediate(); // answers come without a pause otherwise: a battery's timer would never be heard
      }
    }
    return answers;
  };
  const ask = async (set: SetName, item: Item): Promise<Answered> => {
    const before = process.cpuUsage();
    const answer = await mind.understand(item);
    const { user, system } = process.cpuUsage(before);
    return { set, item, answer, cpuMs: (user + system) / 1000 };
  };

  for (const [, list] of items) await ask("en", list[0]!); // the first answers carry the cost of compiling our own code
  const meter = startEnergyMeter(options.sys);
  const asking = await askAll((set) => ASKING.includes(set));
  const energy = meter.stop();
  const rest = await askAll((set) => !ASKING.includes(set));
  const now = new Date().toISOString();
  return {
    sha256: contentHash(modelPath),
    name: options.name ?? (modelPath === shippedModel() ? "reflex" : basename(modelPath, ".gguf")),
    at: options.at ?? now,
    ...(options.commit === undefined ? {} : { commit: options.commit }),
    measuredAt: now,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() || process.arch}`,
    scale: shortHash(SETS.map(readSet).join("\n")),
    calibration: calibrationHash(modelPath),
    ...capability([...asking, ...rest]),
    parameters: parameterCount(head),
    ...costs(asking, energy, (read, written) => multiplyAdds(shape, read, written)),
    residentBytes: understanding.residentBytes + cacheBytes(shape, CONTEXT_SIZE),
    fileBytes: head.fileBytes,
    loadMs: round(loadMs),
  };
}

function capability(answers: readonly Answered[]) {
  const { asking, nothing, followUps } = measure(answers);
  const all = asking.at(-1)!;
  return {
    n: all.n,
    exact: rounded(all.exact),
    rightActions: rounded(all.rightActions),
    nothingDone: rounded(nothing.at(-1)!.nothingDone),
    followUps: rounded(followUps.at(-1)!.exact),
  };
}

function costs(
  asking: readonly Answered[],
  energy: Energy | undefined,
  work: (read: number, written: number) => number,
) {
  const tokens = asking.map(({ answer }) => answer.tokens ?? { in: 0, out: 0 });
  const multiplyAddsOf = tokens.map(({ in: read, out: written }) => work(read, written));
  const cpuMs = asking.map((one) => one.cpuMs).sort((a, b) => a - b);
  const exact = asking.map(({ item, answer }) => Number(judge(readingsOf(item), answer.calls).exact));
  const { value, low, high } = ratioInterval(exact.map((right, i) => [right, multiplyAddsOf[i]! / 1e9] as const));
  return {
    tokensRead: round(mean(tokens.map((it) => it.in))),
    tokensWritten: round(mean(tokens.map((it) => it.out))),
    multiplyAdds: Math.round(mean(multiplyAddsOf)),
    cpuMs: { median: round(quantile(cpuMs, 0.5)), p95: round(quantile(cpuMs, 0.95)), mean: round(mean(cpuMs)) },
    joules: energy ? energy.joules / asking.length : null,
    energySource: energy?.source ?? null,
    density: { value: round(value), low: round(low), high: round(high) },
  };
}

function calibrationHash(modelPath: string): string | null {
  const file = join(dirname(modelPath), "calibration.json");
  return existsSync(file) ? shortHash(readFileSync(file, "utf8")) : null;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const round = (value: number, parts = 100) => Math.round(value * parts) / parts;
const rounded = ({ share, low, high }: Interval) => ({
  share: round(share, 1e4),
  low: round(low, 1e4),
  high: round(high, 1e4),
});
