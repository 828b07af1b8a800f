import { multiplyAdds } from "./multiply-adds.ts";
import { readModelHead } from "./model-head.ts";
import { reflexShape } from "./reflex-shape.ts";
import { loadTokenModel } from "./token-model.ts";

/** What one thread of this machine does in a second, now and under its present load. */
export interface MachineSpeed {
  /** Of matrices that read many tokens at once. */
  readonly multiplyAddsPerSecond: number;
  /** Memory that is read once through: what bounds the writing of a large model, which reads all of its weights for each token. */
  readonly bytesPerSecond: number;
  /** Milliseconds of a usual answer of the measured model. */
  readonly answerMs: number;
}

/** Tokens, as the evals have them in the mean (docs/density.md). */
export const USUAL_ANSWER = { read: 13, written: 8 };
const LONG_PROMPT = 200;
const ROUNDS = 12;
/** Larger than the caches of usual processors. */
const COPIED_BYTES = 64 * 1024 * 1024;

/**
 * A second of trying: a reflex model reads a long prompt and gives usual answers, and memory is copied; the best of a few rounds each, as what
 * else runs can only make it slower.
 * @throws ShellError MODEL_MISSING, MODEL_DAMAGED, MODEL_UNFIT
 */
export async function measureSpeed(modelPath: string): Promise<MachineSpeed> {
  const shape = reflexShape(readModelHead(modelPath), modelPath);
  await using model = await loadTokenModel(modelPath);
  const tokens = (count: number) => Array.from({ length: count }, (_, i) => i % shape.vocabulary);
  const readSeconds = await best(async () => {
    await model.keep(0);
    await model.feed(tokens(LONG_PROMPT), [0]);
  });
  const answerSeconds = await best(async () => {
    await model.keep(0);
    await model.feed(tokens(USUAL_ANSWER.read), [0]);
    for (let i = 1; i < USUAL_ANSWER.written; i++) await model.feed([i], [0]);
  });
  return {
    multiplyAddsPerSecond: multiplyAdds(shape, LONG_PROMPT, 1) / readSeconds,
    bytesPerSecond: await memorySpeed(),
    answerMs: answerSeconds * 1000,
  };
}

/** Copying reads and writes every byte: two bytes of traffic for each. */
async function memorySpeed(): Promise<number> {
  const from = Buffer.alloc(COPIED_BYTES, 1);
  const to = Buffer.alloc(COPIED_BYTES, 2);
  const seconds = await best(() => void from.copy(to));
  return (2 * COPIED_BYTES) / seconds;
}

async function best(work: () => Promise<void> | void): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    const startedAt = performance.now();
    await work();
    if (round > 0) least = Math.min(least, performance.now() - startedAt); // the first one warms up
  }
  return least / 1000;
}
