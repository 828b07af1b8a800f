import { parentPort } from "node:worker_threads";
import type { FromWasmWorker, ToWasmWorker } from "./porcupine-wasm-messages.ts";
import { readWasmWorkerSource } from "./porcupine-wasm-source.ts";

// Runs in a worker thread: Porcupine's web worker with a browser's names around it.

interface PorcupineMessage {
  readonly command: "ppn-ready" | "ppn-keyword";
  readonly keywordLabel?: string;
}
type OnMessage = (event: { readonly data: unknown }) => void;

let heard: string | undefined;
const onmessage = startPorcupine((message) => {
  if (message.command === "ppn-ready") say({ type: "ready" });
  else heard = message.keywordLabel;
});

parentPort!.on("message", (message: ToWasmWorker) => {
  if (message.type === "init") return onmessage({ data: { command: "init", keywords: message.keywords, start: true } });
  // Answers before it returns, so what was heard belongs to this block.
  heard = undefined;
  onmessage({ data: { command: "process", inputFrame: message.block } });
  say({ type: "done", ...(heard === undefined ? {} : { heard }) });
});

function say(message: FromWasmWorker): void {
  parentPort!.postMessage(message);
}

/** Node's own names are hidden: seeing them, its loader would look for files and for `require`, and take over uncaught errors. */
function startPorcupine(postMessage: (message: PorcupineMessage) => void): OnMessage {
  const hidden = ["process", "require", "module", "exports"];
  const body = `let onmessage; ${readWasmWorkerSource()}; return onmessage;`;
  const start = new Function("postMessage", "importScripts", "self", "close", ...hidden, body) as (
    ...names: readonly unknown[]
  ) => OnMessage;
  return start(
    postMessage,
    () => {},
    { location: { href: "" } },
    () => {},
  );
}
