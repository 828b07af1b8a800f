import type { Expecting, Heard } from "../../contracts.ts";
import type { Domain } from "./build-model.ts";

/** To the process that decodes. Utterances are numbered; there is one at a time. */
export type Request =
  | { readonly type: "load"; readonly folder: string; readonly domains: readonly Domain[] }
  | { readonly type: "start"; readonly id: number; readonly expecting: Expecting }
  | { readonly type: "feed"; readonly id: number; readonly samples: Int16Array }
  | { readonly type: "finish"; readonly id: number }
  | { readonly type: "cancel"; readonly id: number };

/** From it. */
export type Answer =
  | { readonly type: "loaded"; readonly folder: string }
  | { readonly type: "partial"; readonly id: number; readonly text: string }
  | { readonly type: "heard"; readonly id: number; readonly heard: Heard }
  /** Without an id: of loading. */
  | { readonly type: "failed"; readonly id?: number; readonly message: string };
