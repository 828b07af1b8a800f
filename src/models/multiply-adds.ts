import type { ReflexShape } from "./reflex-shape.ts";

/**
 * Multiply-adds of one answer of a reflex model: every matrix that a position goes through, the products of attention, and the logits
 * where they are computed. Normalisation, softmax and rotation are left out: under one per cent at these widths.
 *
 * @param read tokens of the prompt; one pass, one row of logits at its end
 * @param written tokens of the answer; the last one is never read back, so there are `written - 1` more passes, a row of logits each
 */
export function multiplyAdds(shape: ReflexShape, read: number, written: number): number {
  if (written === 0) return 0; // nothing was asked of the model
  const { layers, width, keyWidth, feedForward, vocabulary } = shape;
  const positions = read + written - 1;
  const matrices = 2 * width * width + 2 * width * keyWidth + 3 * width * feedForward;
  // position n looks at n keys, and sums n values: the sum of 1…positions, twice
  const attention = width * positions * (positions + 1);
  return layers * (positions * matrices + attention) + written * width * vocabulary;
}

/** Bytes of the keys and values of `contextSize` positions, in f16, as the runtime keeps them. */
export function cacheBytes({ layers, keyWidth }: ReflexShape, contextSize: number): number {
  return 2 * 2 * layers * keyWidth * contextSize;
}
