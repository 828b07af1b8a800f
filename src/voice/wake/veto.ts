import { FRAME_MS, type Frame } from "../contracts.ts";
import { levelOf } from "../endpointing/level-gate.ts";

/** A second look at what the wake word engine believes to have heard. */
export interface WakeVeto {
  /** Every frame, heard or not, before the engine sees it. */
  watch(frame: Frame): void;
  /** Why this was no call, or undefined to let it wake. Asked right after the keyword's last frame. */
  objection(keyword: string): string | undefined | Promise<string | undefined>;
  reset(): void;
}

/** The longest keyword said slowly. */
const WORD_MS = 900;
const BEFORE_MS = 2_000;
/**
 * Decibels. A word that stands less than this above what was there before it was not said to a machine in this room: it came out of a
 * radio that was on all along, or is a noise. Set low: of 158 real calls, a third of them at 5 dB of kitchen noise, it stops none.
 */
const LEAST_RISE_DB = 3;

/** Compares the loudest part of the keyword with the middle loudness of the two seconds before it. */
export function createLevelVeto(leastRiseDb: number = LEAST_RISE_DB): WakeVeto {
  const levels: number[] = [];
  return {
    watch(frame) {
      levels.push(levelOf(frame.samples));
      if (levels.length > (WORD_MS + BEFORE_MS) / FRAME_MS) levels.shift();
    },
    objection(keyword) {
      const word = levels.slice(-WORD_MS / FRAME_MS);
      const before = levels.slice(0, -WORD_MS / FRAME_MS);
      // Too little was heard before it to compare with.
      if (before.length < word.length) return undefined;
      const rise = at(word, 0.9) - at(before, 0.5);
      return rise < leastRiseDb ? `"${keyword}" stood ${rise.toFixed(1)} dB above what was there before` : undefined;
    },
    reset() {
      levels.length = 0;
    },
  };
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}
