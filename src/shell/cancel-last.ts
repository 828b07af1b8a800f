import type { Action } from "../intents/actions/define-action.ts";
import type { Powers } from "../intents/powers.ts";
import type { Result } from "../intents/result.ts";
import { say } from "../intents/say.ts";
import { undoCalls } from "./undo.ts";

/** "Cancel" a minute later is about something else. */
const CANCEL_WINDOW_MS = 60_000;

/**
 * "Cancel" with nothing pending: takes back what the turn just before did, if that was through the same door, at most a minute ago, and
 * can be undone; else there is nothing to cancel.
 */
export async function cancelLast(
  powers: Powers,
  catalogue: ReadonlyMap<string, Action>,
  { door, nowMs }: { readonly door: string; readonly nowMs: number },
): Promise<Result> {
  const [row] = powers.memory.ledger.last(1);
  const calls = row?.undo.flatMap((entry, index) => (entry === null ? [] : [index])) ?? [];
  if (row === undefined || row.door !== door || calls.length === 0 || nowMs - Date.parse(row.at) > CANCEL_WINDOW_MS) {
    return {
      kind: "done",
      say: say(powers.lang, {
        en: "There is nothing to cancel.",
        fr: "Il n'y a rien à annuler.",
        zh: "没有什么可以取消的。",
      }),
    };
  }
  return undoCalls(row, calls, powers, catalogue);
}
