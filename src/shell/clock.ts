/**
 * The session's clock. Deadlines of questions and confirmations go by it, never by a turn's `--now`.
 * xstate's SimulatedClock fits, so tests turn time by hand.
 */
export interface SessionClock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(run: (...args: unknown[]) => void, delayMs: number): unknown;
  clearTimeout(id: unknown): void;
}

export const SYSTEM_CLOCK: SessionClock = {
  now: () => Date.now(),
  // Waiting for a follow-up is no reason to keep a process alive.
  setTimeout: (run, delayMs) => setTimeout(run, delayMs).unref(),
  clearTimeout: (id) => clearTimeout(id as NodeJS.Timeout),
};
