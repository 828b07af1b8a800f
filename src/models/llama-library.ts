import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** llama.cpp's own library, called without a layer between: the few functions that feeding tokens to a small model takes. */
export interface LlamaLibrary {
  /** @returns undefined when llama.cpp refuses the file */
  load(path: string, contextSize: number): LlamaContext | undefined;
}

export interface LlamaContext {
  readonly vocabularySize: number;
  /** Takes everything from position `length` on out of the cache. */
  keep(length: number): void;
  /** Reads the tokens after what the cache holds. @returns the logits of what comes next, valid until the next call */
  decode(tokens: readonly number[]): Float32Array;
  free(): void;
}

/** The releases of llama.cpp whose functions were tried with the declarations below. */
const KNOWN_RELEASES = ["v0.5.0"];

/** What llama_context_default_params() gives for n_ctx, n_batch and n_ubatch: they are looked at before they are changed. */
const DEFAULT_SIZES = [512, 2048, 512];

/**
 * Opens the shared libraries that node-llama-cpp brings. Its JavaScript costs 300 ms to import and about 0.6 ms for each token, twice what a small
 * model itself takes; see docs/adr/0008.
 * @returns undefined where they are not there, or are of a release that was not tried: node-llama-cpp itself is used then
 */
export async function openLlamaLibrary(): Promise<LlamaLibrary | undefined> {
  const folder = libraryFolder();
  if (!folder) return undefined;
  const { default: koffi } = await import("koffi").catch(() => ({ default: undefined }));
  if (!koffi) return undefined;
  const named = (name: string) => readdirSync(folder).find((file) => file.startsWith(`${name}.`) && file.endsWith(".so"));
  koffi.load(join(folder, "libggml-base.so"));
  const ggml = koffi.load(join(folder, named("libggml")!));
  const llama = koffi.load(join(folder, named("libllama")!));

  // Parameters go by value. They are declared longer than they are: what lies behind them is neither read nor written by the callee, and only
  // the first three fields are ever changed, so that their exact length is no contract.
  const ModelParams = koffi.struct({ unseen: koffi.array("uint64_t", 64) });
  const ContextParams = koffi.struct({
    n_ctx: "uint32_t",
    n_batch: "uint32_t",
    n_ubatch: "uint32_t",
    unseen: koffi.array("uint32_t", 125),
  });
  const Batch = koffi.struct({
    n_tokens: "int32_t",
    token: "void *",
    embd: "void *",
    pos: "void *",
    n_seq_id: "void *",
    seq_id: "void *",
    logits: "void *",
  });
  const api = {
    loadBackends: ggml.func("ggml_backend_load_all_from_path", "void", ["str"]),
    onLog: llama.func("llama_log_set", "void", ["void *", "void *"]),
    modelParams: llama.func("llama_model_default_params", ModelParams, []),
    contextParams: llama.func("llama_context_default_params", ContextParams, []),
    loadModel: llama.func("llama_model_load_from_file", "void *", ["str", ModelParams]),
    vocabulary: llama.func("llama_model_get_vocab", "void *", ["void *"]),
    vocabularySize: llama.func("llama_vocab_n_tokens", "int32_t", ["void *"]),
    createContext: llama.func("llama_init_from_model", "void *", ["void *", ContextParams]),
    setThreads: llama.func("llama_set_n_threads", "void", ["void *", "int32_t", "int32_t"]),
    memory: llama.func("llama_get_memory", "void *", ["void *"]),
    forget: llama.func("llama_memory_seq_rm", "bool", ["void *", "int32_t", "int32_t", "int32_t"]),
    batch: llama.func("llama_batch_get_one", Batch, ["void *", "int32_t"]),
    decode: llama.func("llama_decode", "int32_t", ["void *", Batch]),
    logits: llama.func("llama_get_logits_ith", "void *", ["void *", "int32_t"]),
    freeContext: llama.func("llama_free", "void", ["void *"]),
    freeModel: llama.func("llama_model_free", "void", ["void *"]),
  };
  const { n_ctx, n_batch, n_ubatch } = api.contextParams();
  if (`${[n_ctx, n_batch, n_ubatch]}` !== `${DEFAULT_SIZES}`) return undefined;
  // A function of llama.cpp that takes nothing and does nothing stands in for one that would print.
  api.onLog(llama.symbol("llama_max_devices", "void *"), null);
  api.loadBackends(folder);

  return {
    load(path, contextSize) {
      const model = api.loadModel(path, api.modelParams());
      if (!model) return undefined;
      const sizes = { n_ctx: contextSize, n_batch: contextSize, n_ubatch: contextSize };
      const context = api.createContext(model, { ...api.contextParams(), ...sizes });
      if (!context) {
        api.freeModel(model);
        return undefined;
      }
      api.setThreads(context, 1, 1);
      const memory = api.memory(context);
      const vocabularySize: number = api.vocabularySize(api.vocabulary(model));
      // A batch keeps the address of its tokens: they must lie where no garbage collection moves them.
      const input = koffi.alloc("int32_t", contextSize);
      const inputs = new Int32Array(koffi.view(input, contextSize * Int32Array.BYTES_PER_ELEMENT));
      return {
        vocabularySize,
        keep: (length) => void api.forget(memory, 0, length, -1),
        decode(tokens) {
          inputs.set(tokens);
          const status: number = api.decode(context, api.batch(input, tokens.length));
          if (status !== 0) throw new Error(`llama_decode gave ${status}`);
          return new Float32Array(koffi.view(api.logits(context, -1), vocabularySize * Float32Array.BYTES_PER_ELEMENT));
        },
        free() {
          api.freeContext(context);
          api.freeModel(model);
          koffi.free(input);
        },
      };
    },
  };
}

/** Where node-llama-cpp's package for this machine keeps its libraries, if it is one that is known here. */
function libraryFolder(): string | undefined {
  if (process.platform !== "linux" || (process.arch !== "x64" && process.arch !== "arm64")) return undefined;
  const platform = `linux-${process.arch}`;
  try {
    const near = createRequire(import.meta.resolve("node-llama-cpp"));
    const folder = join(dirname(near.resolve(`@node-llama-cpp/${platform}`)), "..", "bins", platform);
    const built = JSON.parse(readFileSync(join(folder, "_nlcBuildMetadata.json"), "utf8")) as { buildOptions?: { llamaCpp?: { release?: string } } };
    const release = built.buildOptions?.llamaCpp?.release ?? "";
    return KNOWN_RELEASES.includes(release) && existsSync(join(folder, "libggml-base.so")) ? folder : undefined;
  } catch {
    return undefined;
  }
}
