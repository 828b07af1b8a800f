import { existsSync } from "node:fs";
import { ShellError } from "../errors.ts";

/** One position's answer: the probabilities (over the whole vocabulary) of the tokens that were asked for, in their order. */
export type Probabilities = Float64Array;

/**
 * A small language model as a function from tokens to probabilities. Not re-entrant: callers queue.
 * `feed` continues after what is kept in the cache; `keep` says how much of it stays.
 */
export interface TokenModel extends AsyncDisposable {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly contextSize: number;
  /** Bytes of weights and cache held in memory, as the runtime reports them. */
  readonly residentBytes: number;
  /** Empties the cache down to its first `length` tokens. */
  keep(length: number): Promise<void>;
  /** Appends `tokens`; gives the probability of each of `candidates` standing next, taken over the whole vocabulary. */
  feed(tokens: readonly number[], candidates: readonly number[]): Promise<Probabilities>;
}

/**
 * Loads a GGUF for token-level use through node-llama-cpp, on the CPU and on one thread: with two threads on a busy
 * two-core machine llama.cpp spins waiting for its own workers.
 * @throws ShellError MODEL_MISSING, MODEL_DAMAGED
 */
export async function loadTokenModel(path: string): Promise<TokenModel> {
  if (!existsSync(path))
    throw new ShellError("MODEL_MISSING", `no model file at ${path}`, {
      remedy: "reinstall saysh, or build one with reflex/make.sh",
    });
  const { getLlama, LlamaLogLevel, readGgufFileInfo } = await import("node-llama-cpp");
  try {
    const info = await readGgufFileInfo(path, { readTensorInfo: false, logWarnings: false });
    const llama = await getLlama({ gpu: false, build: "never", progressLogs: false, logLevel: LlamaLogLevel.disabled });
    const model = await llama.loadModel({ modelPath: path, gpuLayers: 0 });
    const contextSize = 256;
    const context = await model.createContext({
      contextSize,
      sequences: 1,
      threads: 1,
      batchSize: contextSize,
      ignoreMemorySafetyChecks: true,
    });
    const sequence = context.getSequence();
    return {
      metadata: info.metadata as unknown as Readonly<Record<string, unknown>>,
      contextSize,
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
            : [
                token,
                { generateNext: { logits: { filter: { tokens: wanted, includeMax: true } }, totalLogitWeight: true } },
              ],
        ) as unknown as Input;
        const output = (await sequence.controlledEvaluate(input)).at(-1);
        const { logits, totalLogitWeight } = output!.next;
        let max = -Infinity;
        for (const logit of logits!.values()) if (logit > max) max = logit;
        return Float64Array.from(
          candidates,
          (token) => Math.exp((logits!.get(token as never) ?? -Infinity) - max) / totalLogitWeight!,
        );
      },
      async [Symbol.asyncDispose]() {
        await context.dispose();
        await model.dispose();
      },
    };
  } catch (error) {
    if (error instanceof ShellError) throw error;
    throw new ShellError("MODEL_DAMAGED", `the model file ${path} cannot be loaded`, {
      cause: error,
      remedy: "reinstall saysh, or pull the model again",
    });
  }
}
