import type { Action } from "../intents/actions/define-action.ts";
import type { Lang } from "../intents/plan.ts";
import type { Powers } from "../intents/powers.ts";
import type { Result } from "../intents/result.ts";
import { say } from "../intents/say.ts";
import type { TurnRow } from "../memory/memory.ts";
import { failureOf } from "./failure.ts";
import { undoTarget } from "./undo-target.ts";

/**
 * Undoes the last turn's calls that can be, newest first; with `what`, those of the last turn that the words name (an action, a
 * thing, the utterance's own words). Turns of this session go before those of others, which are named when they are undone.
 * Everything comes from the ledger, so it works after a restart, and each call is undone once.
 */
export async function undo(
  what: string | undefined,
  powers: Powers,
  catalogue: ReadonlyMap<string, Action>,
  session: string,
): Promise<Result> {
  const rows = powers.memory.ledger.undoable(UNDOABLE_TURNS);
  const own = rows.filter((row) => row.session === session);
  const target =
    undoTarget(what, own, catalogue) ??
    undoTarget(
      what,
      rows.filter((row) => row.session !== session),
      catalogue,
    );
  if (target === undefined) return nothingToUndo(what, powers.lang);
  const result = await undoCalls(target.row, target.calls, powers, catalogue);
  if (target.row.session === session || result.kind !== "done") return result;
  return { ...result, say: `${fromElsewhere(target.row, powers.lang)}${result.say}` };
}

/** Many terminals may have been busy since this one last was. */
const UNDOABLE_TURNS = 500;

function fromElsewhere({ utterance }: TurnRow, lang: Lang): string {
  return say(lang, {
    en: `From another session (“${utterance}”): `,
    fr: `Dans une autre session (« ${utterance} ») : `,
    zh: `另一个会话中的“${utterance}”：`,
  });
}

/** Undoes these calls of one turn, newest first, and stops where one cannot be. */
export async function undoCalls(
  row: TurnRow,
  indexes: readonly number[],
  powers: Powers,
  catalogue: ReadonlyMap<string, Action>,
): Promise<Result> {
  const said: string[] = [];
  for (const index of indexes.toSorted((a, b) => b - a)) {
    const entry = row.undo[index];
    if (!entry) continue;
    const result = await undoOne(catalogue.get(entry.action), entry.data, powers);
    if (result.kind !== "done") {
      return said.length > 0 && "say" in result ? { ...result, say: [...said, result.say].join(" ") } : result;
    }
    powers.memory.ledger.markUndone(row.id, index);
    said.push(result.say);
  }
  return { kind: "done", say: said.filter((text) => text !== "").join(" ") || UNDONE[powers.lang] };
}

const UNDONE: Readonly<Record<Lang, string>> = { en: "Undone.", fr: "C'est annulé.", zh: "已撤销。" };

async function undoOne(
  action: Action | undefined,
  data: Readonly<Record<string, unknown>>,
  powers: Powers,
): Promise<Result> {
  if (action?.undo === undefined) return nothingToUndo(undefined, powers.lang);
  try {
    return await action.undo(data, powers);
  } catch (error) {
    return failureOf(error, powers.lang);
  }
}

function nothingToUndo(what: string | undefined, lang: Lang): Result {
  return {
    kind: "failed",
    code: "NOT_FOUND",
    say:
      what === undefined
        ? say(lang, { en: "There is nothing to undo.", fr: "Il n'y a rien à annuler.", zh: "没有可以撤销的操作。" })
        : say(lang, {
            en: `I find nothing to undo about “${what}”.`,
            fr: `Je ne trouve rien à annuler pour « ${what} ».`,
            zh: `没有找到与“${what}”有关的可撤销操作。`,
          }),
  };
}
