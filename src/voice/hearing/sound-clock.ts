/**
 * Time as the sound tells it, for a file that is heard faster than real time: an hour of it passes in seconds, and every delay with it.
 * Fits xstate's clock.
 */
export interface SoundClock {
  now(): number;
  setTimeout(run: (...args: unknown[]) => void, delayMs: number): unknown;
  clearTimeout(id: unknown): void;
  /** Time passes; what became due is run, in order. */
  advance(ms: number): void;
}

export function createSoundClock(): SoundClock {
  const waiting = new Map<number, { readonly dueMs: number; readonly run: () => void }>();
  let nowMs = 0;
  let nextId = 1;
  return {
    now: () => nowMs,
    setTimeout(run, delayMs) {
      const id = nextId++;
      waiting.set(id, { dueMs: nowMs + delayMs, run });
      return id;
    },
    clearTimeout: (id) => void waiting.delete(id as number),
    advance(ms) {
      nowMs += ms;
      const due = [...waiting].filter(([, { dueMs }]) => dueMs <= nowMs).sort(([, a], [, b]) => a.dueMs - b.dueMs);
      for (const [id, { run }] of due) if (waiting.delete(id)) run();
    },
  };
}
