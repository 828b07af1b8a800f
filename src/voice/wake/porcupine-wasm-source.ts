import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";

/**
 * The JavaScript of Porcupine's web worker, its WebAssembly, model and keywords within. The package only hands it to a browser's
 * `Worker`, wrapped in its own code; run with a browser's four names replaced, that code gives it to us instead. 0.4 s on a slow core.
 * @throws Error when the package is not there
 */
export function readWasmWorkerSource(): string {
  const package_ = createRequire(import.meta.url).resolve("@picovoice/porcupine-web-en-worker/package.json");
  let source = "";
  const browser = {
    atob,
    URL: { createObjectURL: () => "" },
    Blob: class {
      constructor(parts: readonly string[]) {
        source = parts.join("");
      }
    },
    Worker: class {
      postMessage(): void {}
    },
  };
  const code = readFileSync(new URL("dist/iife/index.min.js", `file://${package_}`), "utf8");
  runInNewContext(`${code};void PorcupineWebEnWorker.PorcupineWorkerFactory.create([], false)`, browser);
  if (source === "") throw new Error("Porcupine's WASM package holds no worker");
  return source;
}
