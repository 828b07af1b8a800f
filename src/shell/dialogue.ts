import type { Action } from "../intents/actions/define-action.ts";
import type { Dialogue, Powers } from "../intents/powers.ts";
import type { Memory } from "../memory/memory.ts";
import { undo } from "./undo.ts";

type LastTurn = NonNullable<ReturnType<Dialogue["lastTurn"]>>;

/** Turns about the conversation itself are not what "why did you do that" or "say that again" ask about. */
const ABOUT_THE_CONVERSATION = new Set(["repeat", "explain", "help"]);

/** What the dialogue actions need: undo from the ledger, and the turn before (this session's, else the ledger's). */
export function createDialogue(
  memory: Memory,
  catalogue: ReadonlyMap<string, Action>,
  session: string,
  powers: () => Powers,
  last: () => LastTurn | undefined,
  understand: Dialogue["understand"],
): Dialogue {
  const lastTurn = (): LastTurn | undefined =>
    last() ?? memory.ledger.last(10).find(({ calls }) => !isAboutTheConversation(calls));
  return {
    understand,
    undo: (what) => undo(what, powers(), catalogue, session),
    lastReply: () => lastTurn()?.reply,
    lastTurn,
  };
}

export function isAboutTheConversation(calls: readonly { readonly action: string }[]): boolean {
  return calls.length > 0 && calls.every(({ action }) => ABOUT_THE_CONVERSATION.has(action));
}
