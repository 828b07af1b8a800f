import type { Phrase, PhraseBook } from "./phrase-book.ts";
import type { TemplateNode } from "./parse-template.ts";

/** Numbers from 0 to 1, the same for the same seed: mulberry32 (public domain, Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampledPiece {
  readonly text: string;
  /** The vocabulary of the outermost slot that it comes from. */
  readonly vocabulary: string | undefined;
  /** Pieces of the same slot have the same number. */
  readonly slot: number;
}

/** Vocabularies that contain each other end here. */
const MAX_DEPTH = 12;

/** One sentence of a phrase, in pieces. */
export function samplePhrase(nodes: readonly TemplateNode[], book: PhraseBook, random: () => number): SampledPiece[] {
  const pieces: SampledPiece[] = [];
  let slots = 0;
  fill(nodes, undefined, 0, 0);
  return pieces;

  function fill(inside: readonly TemplateNode[], vocabulary: string | undefined, slot: number, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const node of inside) {
      if (typeof node === "string") pieces.push({ text: node, vocabulary, slot });
      else if ("alternatives" in node) fill(pick(node.alternatives, random), vocabulary, slot, depth);
      else {
        const number = slot || ++slots;
        if (node.values) fill(pick(node.values, random), vocabulary, number, depth + 1);
        else fill(pickPhrase(book.vocabularies.get(node.vocabulary!) ?? [], random), vocabulary ?? node.vocabulary, number, depth + 1);
      }
    }
  }
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** By weight. */
export function pickPhrase(phrases: readonly Phrase[], random: () => number): readonly TemplateNode[] {
  let rest = random() * phrases.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, nodes } of phrases) if ((rest -= weight) < 0) return nodes;
  return phrases.at(-1)?.nodes ?? [];
}
