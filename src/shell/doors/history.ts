import type { TurnRow } from "../../memory/memory.ts";
import { openOwnMemory } from "./own-memory.ts";
import { clean, type Paper, paint } from "./print.ts";

/** The newest turns of the ledger, oldest of them first. */
export function historyRows(count: number): readonly TurnRow[] {
  using memory = openOwnMemory();
  return memory.ledger.last(count).toReversed();
}

/** A screenful at most of what was pasted; `--json` gives all of it. */
const MOST_LETTERS = 400;

export function historyLines(rows: readonly TurnRow[], paper: Paper): string[] {
  return rows.flatMap(({ at, utterance, reply, tier, outcome, calls, totalMs }) => {
    const when = new Date(at).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "medium" });
    const what = calls.map(({ action }) => action).join(" + ") || "–";
    return [
      `${paint(paper, "dim", when)}  ${clean(cut(utterance))}`,
      paint(paper, "dim", `  ${what} · ${outcome} · ${tier} · ${totalMs.toFixed(0)} ms`),
      ...(reply === "" ? [] : [`  ${clean(cut(reply))}`]),
    ];
  });
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
