import type { Frame, WakeWord } from "../contracts.ts";
import { Blocks, BLOCK_SAMPLES } from "./blocks.ts";

/** What the bindings of both lines have in common. */
export interface PorcupineHandle {
  /** @returns the index of the keyword that ended in this block, or -1 */
  process(block: Int16Array): number;
  release(): void;
}

/** A second of silence after which nothing said before can complete a keyword; longer than any keyword. */
const FORGETTING_BLOCKS = 32;

/** A wake word over Porcupine in this thread: about 3 ms of CPU a second. */
export class PorcupineBlocks implements WakeWord {
  readonly #porcupine: PorcupineHandle;
  readonly #keywords: readonly string[];
  readonly #blocks = new Blocks();
  #open = true;

  constructor(porcupine: PorcupineHandle, keywords: readonly string[]) {
    this.#porcupine = porcupine;
    this.#keywords = keywords;
  }

  feed(frame: Frame): string | undefined {
    if (!this.#open) return undefined;
    let heard: string | undefined;
    this.#blocks.push(frame, (block) => {
      const index = this.#porcupine.process(block);
      if (index >= 0) heard = this.#keywords[index];
    });
    return heard;
  }

  /** Porcupine has no reset of its own, and a new handle costs up to 80 ms and leaks some 11 KB; silence is 3 ms and leaks none. */
  reset(): void {
    this.#blocks.clear();
    const silence = new Int16Array(BLOCK_SAMPLES);
    for (let i = 0; this.#open && i < FORGETTING_BLOCKS; i++) this.#porcupine.process(silence);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Released twice, the binding writes a warning to the console.
    if (this.#open) this.#porcupine.release();
    this.#open = false;
  }
}
