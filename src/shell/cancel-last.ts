import type { Action } from "../intents/actions/define-action.ts";
import type { Powers } from "../intents/powers.ts";
import type { Result } from "../intents/result.ts";
import { say } from "../intents/say.ts";
import type { Memory, TurnRow } from "../memory/memory.ts";
import { undoCalls } from "./undo.ts";

/** "Cancel" a minute later is about something else. */
const CANCEL_WINDOW_MS = 60_000;

interface Conversation {
  readonly session: string;
  readonly door: string;
  readonly nowMs: number;
}

/**
 * "Cancel" with nothing pending: takes back what this session's turn just before did, if that was through the same door, at most a minute
 * ago, and can be undone; else there is nothing to cancel.
 */
export async function cancelLast(
  powers: Powers,
  catalogue: ReadonlyMap<string, Action>,
  now: Conversation,
): Promise<Result> {
  const last = cancellable(powers.memory, now);
  if (last === undefined) {
    return {
      kind: "done",
      say: say(powers.lang, {
        en: "There is nothing to cancel.",
        fr: "Il n'y a rien à annuler.",
        zh: "没有什么可以取消的。",
      }),
    };
  }
  return undoCalls(last.row, last.calls, powers, catalogue);
}

/** What a bare "cancel" would take back now. */
export function cancellable(
  memory: Memory,
  { session, door, nowMs }: Conversation,
): { readonly row: TurnRow; readonly calls: readonly number[] } | undefined {
  const [row] = memory.ledger.last(1, session);
  if (row === undefined || row.door !== door || nowMs - Date.parse(row.at) > CANCEL_WINDOW_MS) return undefined;
  const calls = row.undo.flatMap((entry, index) => (entry === null ? [] : [index]));
  return calls.length === 0 ? undefined : { row, calls };
}
