import { createRequire } from "node:module";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { ShellError, toShellError } from "../../errors.ts";
import type { Availability, Frame, WakeEngine, WakeWord } from "../contracts.ts";
import { BLOCK_SAMPLES, Blocks } from "./blocks.ts";
import { KNOWN_KEYWORDS, type KeywordSetting, type PorcupineKeyword, readKeywords } from "./porcupine-keywords.ts";
import type { FromWasmWorker, ToWasmWorker } from "./porcupine-wasm-messages.ts";

/** Porcupine 1.9.4 as WebAssembly, in a thread of its own: the same model without a key on any processor, at about ten times the CPU. */
export const porcupineWasm: WakeEngine = {
  name: "porcupine-wasm",

  async available(): Promise<Availability> {
    try {
      createRequire(import.meta.url).resolve("@picovoice/porcupine-web-en-worker/package.json");
      return { ok: true, detail: KNOWN_KEYWORDS };
    } catch {
      const reason = "the package @picovoice/porcupine-web-en-worker is not installed";
      return { ok: false, reason, remedy: "npm ci" };
    }
  },

  async open(options) {
    const settings = readKeywords(options);
    const worker = new Worker(new URL(`./porcupine-wasm-worker${extname(import.meta.url)}`, import.meta.url));
    try {
      await start(worker, settings);
    } catch (error) {
      await worker.terminate();
      throw toShellError(error, "BACKEND_MISSING");
    }
    return new WorkerWakeWord(worker, new Map(settings.map((it) => [labelOf(it.keyword), it.keyword])));
  },
};

const PATIENCE_MS = 60_000;

function start(worker: Worker, settings: readonly KeywordSetting[]): Promise<void> {
  const keywords = settings.map((it) => ({ builtin: labelOf(it.keyword), sensitivity: it.sensitivity }));
  worker.postMessage({ type: "init", keywords } satisfies ToWasmWorker);
  return new Promise((resolve, reject) => {
    const late = () => reject(new ShellError("TIMEOUT", "Porcupine's WASM build did not start within a minute"));
    const timer = setTimeout(late, PATIENCE_MS);
    const settle = (end: () => void) => () => {
      clearTimeout(timer);
      for (const name of ["message", "error", "exit"]) worker.removeAllListeners(name);
      end();
    };
    worker.once("message", settle(resolve));
    worker.once("error", (error) => settle(() => reject(error))());
    worker.once("exit", settle(() => reject(new Error("Porcupine's WASM build ended as it started"))));
  });
}

/** The build's own names: capitals, one slip, and "Okay". */
function labelOf(keyword: PorcupineKeyword): string {
  if (keyword === "blueberry") return "Bluebery";
  if (keyword === "ok google") return "Okay Google";
  return keyword.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

interface Waiting {
  resolve(heard: string | undefined): void;
  reject(error: unknown): void;
}

/** `feed` answers at once for a frame that completes no block, else when the worker has heard it. Blocks are answered in order. */
class WorkerWakeWord implements WakeWord {
  readonly #worker: Worker;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #blocks = new Blocks();
  readonly #waiting: Waiting[] = [];
  #failure: ShellError | undefined;
  #open = true;

  constructor(worker: Worker, labels: ReadonlyMap<string, string>) {
    this.#worker = worker;
    this.#labels = labels;
    worker.on("message", (message: FromWasmWorker) => {
      if (message.type === "done") this.#waiting.shift()?.resolve(this.#labels.get(message.heard ?? ""));
    });
    worker.on("error", (error) => this.#fail(toShellError(error)));
    worker.on("exit", () => this.#fail(new ShellError("BACKEND_FAILED", "the thread of the wake word ended")));
    // The loop that feeds it keeps the process alive, not the thread.
    worker.unref();
  }

  feed(frame: Frame): string | undefined | Promise<string | undefined> {
    if (!this.#open) return undefined;
    let answer: Promise<string | undefined> | undefined;
    this.#blocks.push(frame, (block) => (answer = this.#process(block)));
    return answer;
  }

  /** The second of silence of {@link PorcupineBlocks}; frames fed meanwhile wait behind it. */
  reset(): void {
    this.#blocks.clear();
    for (let i = 0; this.#open && i < 32; i++) this.#process(new Int16Array(BLOCK_SAMPLES)).catch(() => {});
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#worker.terminate();
  }

  #process(block: Int16Array): Promise<string | undefined> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#worker.ref();
    return new Promise<string | undefined>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ type: "process", block } satisfies ToWasmWorker);
    }).finally(() => {
      if (this.#waiting.length === 0) this.#worker.unref();
    });
  }

  #fail(failure: ShellError): void {
    if (!this.#open) {
      for (const { resolve } of this.#waiting.splice(0)) resolve(undefined);
      return;
    }
    this.#failure = failure;
    for (const { reject } of this.#waiting.splice(0)) reject(failure);
  }
}
