import type { Frame } from "../contracts.ts";

/** Porcupine takes 32 ms at a time. */
export const BLOCK_SAMPLES = 512;

/** Frames of 20 ms recut into blocks of 32 ms. A gap in the clock drops what was gathered: sound from before and after it never meets. */
export class Blocks {
  readonly #block = new Int16Array(BLOCK_SAMPLES);
  #held = 0;
  #next: number | undefined;

  /** Calls `take` for each block that this frame fills; the block is only good during the call. */
  push(frame: Frame, take: (block: Int16Array) => void): void {
    if (frame.at !== this.#next) this.#held = 0;
    this.#next = frame.at + frame.samples.length;
    let used = 0;
    while (used < frame.samples.length) {
      const part = frame.samples.subarray(used, used + BLOCK_SAMPLES - this.#held);
      this.#block.set(part, this.#held);
      this.#held += part.length;
      used += part.length;
      if (this.#held < BLOCK_SAMPLES) break;
      this.#held = 0;
      take(this.#block);
    }
  }

  clear(): void {
    this.#held = 0;
    this.#next = undefined;
  }
}
