/** A keyword as Porcupine's web worker wants it. */
export interface WasmKeyword {
  readonly builtin: string;
  readonly sensitivity: number;
}

export type ToWasmWorker =
  | { readonly type: "init"; readonly keywords: readonly WasmKeyword[] }
  | { readonly type: "process"; readonly block: Int16Array };

/** One `done` for each `process`, in their order. */
export type FromWasmWorker = { readonly type: "ready" } | { readonly type: "done"; readonly heard?: string };
