import type { Action } from "../../intents/actions/define-action.ts";
import type { Outcome, TurnRow, UndoEntry } from "../../memory/memory.ts";
import { redact } from "../redact.ts";
import type { Road } from "./types.ts";

/** What the machine does not know of a turn. */
export interface Measured {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly session: string;
  readonly understandMs: number;
  readonly totalMs: number;
  readonly cpuSeconds: number;
}

/** One utterance as a row of the ledger: the calls it was about, not those that earlier answers already did. */
export function recordOf(
  road: Road,
  end: { readonly outcome: Outcome; readonly reply: string },
  measured: Measured,
  catalogue: ReadonlyMap<string, Action>,
): Omit<TurnRow, "id"> {
  const calls = road.calls.slice(road.from);
  const undo = calls.map((call, index): UndoEntry | null => {
    const result = road.results[road.from + index];
    return result?.kind === "done" && result.undo ? { action: call.action, data: result.undo } : null;
  });
  return {
    ...measured,
    ...redact({ utterance: road.request.utterance, calls, reply: end.reply, undo }, catalogue),
    door: road.request.door,
    lang: road.lang,
    tier: road.plan?.tier ?? "none",
    confidence: road.plan?.confidence ?? 0,
    outcome: end.outcome,
    tokensIn: road.plan?.tokens?.in ?? 0,
    tokensOut: road.plan?.tokens?.out ?? 0,
  };
}
