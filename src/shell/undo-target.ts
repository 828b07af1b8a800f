import type { Action } from "../intents/actions/define-action.ts";
import type { TurnRow } from "../memory/memory.ts";
import { matchByName } from "./match-name.ts";
import { fold, tokens } from "./text.ts";

/** Words that stand beside "undo" and name nothing. */
const POINTING =
  /^(?:it|that|this|the last (?:one|thing|action)|last (?:one|thing|action)|everything|all|ca|cela|la derniere(?: action)?|tout|它|这个|那个|上一步|刚才的?|最后一步|全部)$/;

/** Which calls of which turn "undo" means: rows newest first, each with something to undo. */
export function undoTarget(
  what: string | undefined,
  rows: readonly TurnRow[],
  catalogue: ReadonlyMap<string, Action>,
): { row: TurnRow; calls: readonly number[] } | undefined {
  const undoable = (row: TurnRow) => row.undo.flatMap((entry, index) => (entry === null ? [] : [index]));
  if (what === undefined || POINTING.test(fold(what).replace(/(?<=\p{Script=Han})\s+/gu, ""))) {
    const row = rows[0];
    return row && { row, calls: undoable(row) };
  }
  for (const row of rows) {
    const calls = undoable(row).filter((index) => isNamed(what, row, index, catalogue));
    if (calls.length > 0) return { row, calls };
  }
  // The words of the utterance itself: "undo the milk", after "we're out of milk".
  const row = rows.find(({ utterance }) => holds(tokens(utterance), what));
  return row && { row, calls: undoable(row) };
}

function isNamed(what: string, row: TurnRow, index: number, catalogue: ReadonlyMap<string, Action>): boolean {
  const name = row.undo[index]!.action;
  const action = catalogue.get(name);
  const values = Object.values(row.calls[index]?.args ?? {}).filter((value) => typeof value === "string");
  if (fold(what) === fold(name.replaceAll("_", " ")) || fold(what) === fold(action?.domain ?? name)) return true;
  if (
    matchByName(
      what,
      values.map((value) => ({ kind: "text", id: value, name: value })),
    ).length > 0
  )
    return true;
  const about = tokens([name.replaceAll("_", " "), action?.domain ?? "", action?.summary ?? ""].join(" "));
  return holds(about, what);
}

const EMPTY = new Set(
  "the a my that this last le la les l' mon ma ce cette dernier derniere de du 的 那 个 这".split(" "),
);

function holds(among: readonly string[], what: string): boolean {
  const wanted = tokens(what).filter((token) => !EMPTY.has(token));
  return wanted.length > 0 && wanted.every((token) => among.includes(token));
}
