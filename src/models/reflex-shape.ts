import { ShellError } from "../errors.ts";
import type { GgufHead } from "./gguf.ts";

/** The dimensions of a model of the reflex format, a decoder of the llama architecture. Widths in numbers per position. */
export interface ReflexShape {
  readonly layers: number;
  readonly width: number;
  /** Of the keys, and of the values; smaller than `width` where heads share them. */
  readonly keyWidth: number;
  readonly feedForward: number;
  readonly vocabulary: number;
}

const REFLEX_FORMAT = "1";

/** Whether the reflex tier can run this model: the number of the format stands in the file (reflex/gguf.py writes it). */
export function isReflex({ metadata }: GgufHead): boolean {
  return metadata["saysh.reflex.format"] === REFLEX_FORMAT && metadata["general.architecture"] === "llama";
}

/** @throws ShellError MODEL_UNFIT when the model is of another format, MODEL_DAMAGED when it lacks a dimension */
export function reflexShape(head: GgufHead, path: string): ReflexShape {
  if (!isReflex(head))
    throw new ShellError("MODEL_UNFIT", `${path} is ${kindOf(head)}, not a reflex model of format ${REFLEX_FORMAT}`, {
      remedy: "name one that reflex/make.sh made, or leave --model out for what is installed",
    });
  const dimension = (key: string): number => {
    const n = head.metadata[`llama.${key}`];
    if (typeof n === "number" && Number.isInteger(n) && n > 0) return n;
    throw new ShellError("MODEL_DAMAGED", `${path} does not tell its llama.${key}`, {
      remedy: "make it again with reflex/gguf.py",
    });
  };
  const width = dimension("embedding_length");
  const heads = dimension("attention.head_count");
  const keyHeads = "llama.attention.head_count_kv" in head.metadata ? dimension("attention.head_count_kv") : heads;
  return {
    layers: dimension("block_count"),
    width,
    keyWidth: (width / heads) * keyHeads,
    feedForward: dimension("feed_forward_length"),
    vocabulary: dimension("vocab_size"),
  };
}

function kindOf({ metadata }: GgufHead): string {
  const { "general.architecture": architecture, "saysh.reflex.format": format } = metadata;
  if (format !== undefined) return `a reflex model of format ${String(format)} on the architecture ${String(architecture)}`;
  return typeof architecture === "string" ? `a model of the architecture ${architecture}` : "a model that does not name its architecture";
}
