import type { Frame } from "../contracts.ts";

/** What waits for a slow listener: 60 s, 2 MB. Beyond it the oldest sound is dropped; `at` of what follows tells the gap. */
const LONGEST_QUEUE = 3_000;

/** Frames on their way from a device to the one that iterates over them: kept from the first, so that a late listener loses nothing. */
export interface FrameQueue {
  readonly frames: AsyncIterable<Frame>;
  push(frame: Frame): void;
  /** What is queued is still delivered; then the iteration ends, or throws. Later calls do nothing. */
  end(error?: Error): void;
}

export function createFrameQueue(): FrameQueue {
  const queue: Frame[] = [];
  let wake: (() => void) | undefined;
  let ended: { readonly error?: Error } | undefined;

  const stir = () => {
    wake?.();
    wake = undefined;
  };
  async function* iterate(): AsyncGenerator<Frame, void> {
    for (;;) {
      const frame = queue.shift();
      if (frame) yield frame;
      else if (ended?.error) throw ended.error;
      else if (ended) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return {
    frames: { [Symbol.asyncIterator]: iterate },
    push: (frame) => {
      if (ended) return;
      queue.push(frame);
      if (queue.length > LONGEST_QUEUE) queue.shift();
      stir();
    },
    end: (error) => {
      ended ??= error ? { error } : {};
      stir();
    },
  };
}
