import { randomUUID } from "node:crypto";
import type { Call } from "../../intents/plan.ts";
import { callHash } from "./hash.ts";

/** Thirty seconds: long enough to read a sentence back and think, short enough that the yes is still about it. */
export const CONFIRMATION_TTL_MS = 30_000;

interface Entry {
  readonly hash: string;
  /** Milliseconds of the clock; at this moment and later it is worth nothing. */
  readonly expiresAtMs: number;
  granted: boolean;
}

/**
 * The confirmations of one session, kept outside the turn machine so that no transition can make one up. Each is bound to
 * the exact call, is used once and expires. Asking again for another call leaves the older ones to expire.
 */
export interface Confirmations {
  /** Opens a question for exactly this call. */
  request(call: Call): { token: string; expiresAtMs: number };
  /** The person said yes to this question. False: no such question, or too late. */
  grant(token: string): boolean;
  /** The person said no, or something that is not yes. */
  drop(token: string): void;
  /** Is there a yes for exactly this call, still unused? */
  holds(call: Call): boolean;
  /** Uses the yes up. True at most once per grant. */
  consume(call: Call): boolean;
  /**
   * The call did nothing but ask for one more thing: its yes, which `consume` just took, counts again for exactly this call, until it
   * expires as it would have.
   */
  giveBack(call: Call): void;
  /** Forgets everything, also what was granted. */
  clear(): void;
}

export function createConfirmations(clock: { now(): number }, ttlMs: number = CONFIRMATION_TTL_MS): Confirmations {
  const entries = new Map<string, Entry>();
  const used = new Map<string, Entry>();

  const granted = (call: Call): string | undefined => {
    const hash = callHash(call);
    for (const [token, entry] of entries) {
      if (entry.granted && entry.hash === hash && clock.now() < entry.expiresAtMs) return token;
    }
    return undefined;
  };

  return {
    request(call) {
      for (const [token, entry] of entries) if (clock.now() >= entry.expiresAtMs) entries.delete(token);
      const token = randomUUID();
      const expiresAtMs = clock.now() + ttlMs;
      entries.set(token, { hash: callHash(call), expiresAtMs, granted: false });
      return { token, expiresAtMs };
    },
    grant(token) {
      const entry = entries.get(token);
      if (entry === undefined || entry.granted || clock.now() >= entry.expiresAtMs) return false;
      entry.granted = true;
      return true;
    },
    drop: (token) => void entries.delete(token),
    holds: (call) => granted(call) !== undefined,
    consume(call) {
      const token = granted(call);
      if (token === undefined) return false;
      used.clear();
      used.set(token, entries.get(token)!);
      return entries.delete(token);
    },
    giveBack(call) {
      for (const [token, entry] of used) if (entry.hash === callHash(call)) entries.set(token, entry);
      used.clear();
    },
    clear() {
      entries.clear();
      used.clear();
    },
  };
}
