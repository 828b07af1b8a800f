import { expect, test } from "vitest";
import { parameterCount, readGguf } from "../../src/models/gguf.ts";
import { cacheBytes, multiplyAdds } from "../../src/models/multiply-adds.ts";
import { type ReflexShape, reflexShape } from "../../src/models/reflex-shape.ts";
import { shippedModel } from "../../src/models/shipped-model.ts";

const SMALL: ReflexShape = { layers: 2, width: 6, keyWidth: 4, feedForward: 10, vocabulary: 30 };

// Counted the slow way: token by token, matrix by matrix, as the runtime goes through them.
test.each([
  [1, 1],
  [5, 1],
  [1, 4],
  [12, 9],
])("%i tokens read and %i written", (read, written) => {
  const { layers, width, keyWidth, feedForward, vocabulary } = SMALL;
  let count = 0;
  const pass = (position: number) => {
    for (let layer = 0; layer < layers; layer++) {
      count += width * width + width * keyWidth + width * keyWidth + width * width; // query, key, value, output
      for (let key = 0; key <= position; key++) count += width + width; // scores, and the weighted sum
      count += width * feedForward + width * feedForward + feedForward * width; // gate, up, down
    }
  };
  const logits = () => {
    count += width * vocabulary;
  };
  for (let position = 0; position < read; position++) pass(position);
  logits();
  for (let token = 1; token < written; token++) {
    pass(read + token - 1);
    logits();
  }
  expect(multiplyAdds(SMALL, read, written)).toBe(count);
});

test("an utterance that was not put to the model costs nothing", () => {
  expect(multiplyAdds(SMALL, 200, 0)).toBe(0);
});

test("the shape read from the shipped model accounts for every one of its weights", () => {
  const head = readGguf(shippedModel());
  const { layers, width, keyWidth, feedForward, vocabulary } = reflexShape(head, "reflex.gguf");
  const perLayer = 2 * width * width + 2 * width * keyWidth + 3 * width * feedForward + 2 * width;
  expect(layers * perLayer + vocabulary * width + width).toBe(parameterCount(head));
});

test("the cache keeps a key and a value of two bytes a number for each layer and position", () => {
  expect(cacheBytes(SMALL, 10)).toBe(2 * 10 * (4 + 4) * 2);
});
