import { expect, test } from "vitest";
import type { GgufHead, GgufValue } from "../../src/models/gguf.ts";
import { reflexShape } from "../../src/models/reflex-shape.ts";

const GOOD: Readonly<Record<string, GgufValue>> = {
  "general.architecture": "llama",
  "saysh.reflex.format": "1",
  "llama.block_count": 5,
  "llama.embedding_length": 192,
  "llama.attention.head_count": 3,
  "llama.feed_forward_length": 512,
  "llama.vocab_size": 4608,
};

test("heads that are shared make keys and values narrower; without the key each head has its own", () => {
  expect(reflexShape(head(GOOD), "m.gguf")).toEqual({ layers: 5, width: 192, keyWidth: 192, feedForward: 512, vocabulary: 4608 });
  expect(reflexShape(head({ ...GOOD, "llama.attention.head_count_kv": 1 }), "m.gguf").keyWidth).toBe(64);
});

test.each<[string, Record<string, GgufValue>, string, RegExp]>([
  ["of another architecture", { "general.architecture": "qwen2" }, "MODEL_UNFIT", /m\.gguf is a model of the architecture qwen2/],
  ["that names no architecture", {}, "MODEL_UNFIT", /does not name its architecture/],
  ["of a format to come", { ...GOOD, "saysh.reflex.format": "2" }, "MODEL_UNFIT", /reflex model of format 2/],
  ["of our format on another architecture", { ...GOOD, "general.architecture": "mamba" }, "MODEL_UNFIT", /architecture mamba/],
  ["without layers", { ...GOOD, "llama.block_count": 0 }, "MODEL_DAMAGED", /llama\.block_count/],
  ["with a text for a number", { ...GOOD, "llama.vocab_size": "many" }, "MODEL_DAMAGED", /llama\.vocab_size/],
])("a model %s is refused with a remedy", (_, metadata, code, message) => {
  expect(() => reflexShape(head(metadata), "m.gguf")).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message), remedy: expect.stringMatching(/reflex/) }),
  );
});

function head(metadata: Readonly<Record<string, GgufValue>>): GgufHead {
  return { metadata, tensors: [], fileBytes: 0 };
}
