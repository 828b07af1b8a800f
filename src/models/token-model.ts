import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { ShellError } from "../errors.ts";
import { type GgufHead, type GgufValue, readGguf } from "./gguf.ts";
import { type LlamaContext, openLlamaLibrary } from "./llama-library.ts";

/** One position's answer: the probabilities (over the whole vocabulary) of the tokens that were asked for, in their order. */
export type Probabilities = Float64Array;

/**
 * A small language model as a function from tokens to probabilities. Not re-entrant: callers queue.
 * `feed` continues after what is kept in the cache; `keep` says how much of it stays.
 */
export interface TokenModel extends AsyncDisposable {
  readonly metadata: Readonly<Record<string, GgufValue>>;
  readonly contextSize: number;
  /** Bytes of weights held in memory. */
  readonly residentBytes: number;
  /** Empties the cache down to its first `length` tokens. */
  keep(length: number): Promise<void> | void;
  /** Appends `tokens`; gives the probability of each of `candidates` standing next, taken over the whole vocabulary. */
  feed(tokens: readonly number[], candidates: readonly number[]): Promise<Probabilities> | Probabilities;
}

export interface LoadOptions {
  /** What the file must be, in hexadecimal. llama.cpp ends the whole process over some damaged files; their digest tells before it sees them. */
  readonly sha256?: string;
  /** Default: llama.cpp's library itself where it can be called, else node-llama-cpp. */
  readonly through?: "library" | "node-llama-cpp";
}

const CONTEXT_SIZE = 256;

/**
 * Loads a GGUF for token-level use, on the CPU and on one thread: with two threads on a busy two-core machine llama.cpp spins waiting for its own
 * workers. The file's head is checked before native code sees it.
 * @throws ShellError MODEL_MISSING, MODEL_DAMAGED
 */
export async function loadTokenModel(path: string, options: LoadOptions = {}): Promise<TokenModel> {
  if (!existsSync(path))
    throw new ShellError("MODEL_MISSING", `no model file at ${path}`, {
      remedy: "reinstall saysh, or build one with reflex/make.sh",
    });
  if (options.sha256 !== undefined) expectDigest(path, options.sha256);
  const head = readGguf(path);
  try {
    const library = options.through === "node-llama-cpp" ? undefined : await openLlamaLibrary();
    if (!library) return await loadByNodeLlamaCpp(path, head);
    const context = library.load(path, CONTEXT_SIZE);
    if (!context) throw new Error("llama.cpp refuses it");
    return overLibrary(context, head);
  } catch (error) {
    if (error instanceof ShellError) throw error;
    throw new ShellError("MODEL_DAMAGED", `the model file ${path} cannot be loaded`, {
      cause: error,
      remedy: "reinstall saysh, or pull the model again",
    });
  }
}

function expectDigest(path: string, sha256: string): void {
  if (createHash("sha256").update(readFileSync(path)).digest("hex") === sha256) return;
  throw new ShellError("MODEL_DAMAGED", `the model file ${path} is damaged, or not the one that its calibration.json was made for`, {
    remedy: "reinstall saysh; for a model of your own run: node evals/calibrate.ts --model FILE",
  });
}

function overLibrary(context: LlamaContext, head: GgufHead): TokenModel {
  return {
    metadata: head.metadata,
    contextSize: CONTEXT_SIZE,
    residentBytes: head.fileBytes,
    keep: context.keep,
    feed(tokens, candidates) {
      return softmaxOf(context.decode(tokens), candidates);
    },
    [Symbol.asyncDispose]() {
      context.free();
      return Promise.resolve();
    },
  };
}

/** What lies so far below the greatest logit adds less than 5e-4 to the sum over a vocabulary of 4,608: not worth an exponential each. */
const NEGLIGIBLE = 16;

function softmaxOf(logits: Float32Array, candidates: readonly number[]): Probabilities {
  let max = -Infinity;
  for (let i = 0; i < logits.length; i++) if (logits[i]! > max) max = logits[i]!;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const below = logits[i]! - max;
    if (below > -NEGLIGIBLE) sum += quickExp(below);
  }
  const p = new Float64Array(candidates.length);
  for (let i = 0; i < p.length; i++) p[i] = Math.exp(logits[candidates[i]!]! - max) / sum;
  return p;
}

/**
 * e^x for x in [-16, 0], within 5e-4 of it: the Taylor series of e^(x/16) to the power of sixteen. A call of Math.exp for each word of the vocabulary took
 * 50 µs a token, a fifth of what the model itself takes; this takes 22.
 */
function quickExp(x: number): number {
  const t = x / 16;
  let e = 1 + t * (1 + t * (1 / 2 + t * (1 / 6 + t * (1 / 24 + t * (1 / 120 + t * (1 / 720 + t / 5040))))));
  e *= e;
  e *= e;
  e *= e;
  return e * e;
}

async function loadByNodeLlamaCpp(path: string, head: GgufHead): Promise<TokenModel> {
  const { getLlama, LlamaLogLevel } = await import("node-llama-cpp");
  const llama = await getLlama({ gpu: false, build: "never", progressLogs: false, logLevel: LlamaLogLevel.disabled });
  const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
  const context = await model.createContext({
    contextSize: CONTEXT_SIZE,
    sequences: 1,
    threads: 1,
    batchSize: CONTEXT_SIZE,
    ignoreMemorySafetyChecks: true,
  });
  const sequence = context.getSequence();
  return {
    metadata: head.metadata,
    contextSize: CONTEXT_SIZE,
    residentBytes: model.size,
    async keep(length) {
      if (sequence.nextTokenIndex > length)
        await sequence.eraseContextTokenRanges([{ start: length, end: sequence.nextTokenIndex }]);
    },
    async feed(tokens, candidates) {
      type Input = Parameters<typeof sequence.controlledEvaluate>[0];
      const wanted = candidates as unknown as readonly never[];
      const input = tokens.map((token, i) =>
        i < tokens.length - 1
          ? token
          : [token, { generateNext: { logits: { filter: { tokens: wanted, includeMax: true } }, totalLogitWeight: true } }],
      ) as unknown as Input;
      const output = (await sequence.controlledEvaluate(input)).at(-1);
      const { logits, totalLogitWeight } = output!.next;
      let max = -Infinity;
      for (const logit of logits!.values()) if (logit > max) max = logit;
      return Float64Array.from(candidates, (token) => Math.exp((logits!.get(token as never) ?? -Infinity) - max) / totalLogitWeight!);
    },
    async [Symbol.asyncDispose]() {
      await context.dispose();
      await model.dispose();
    },
  };
}
