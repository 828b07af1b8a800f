import type { TurnRow } from "../../memory/memory.ts";
import { openHouse } from "../house.ts";
import { clean, type Paper, paint } from "./print.ts";

/** The newest turns of the ledger, oldest of them first. */
export async function historyRows(count: number): Promise<readonly TurnRow[]> {
  await using house = openHouse();
  return house.memory.ledger.last(count).toReversed();
}

export function historyLines(rows: readonly TurnRow[], paper: Paper): string[] {
  return rows.flatMap(({ at, utterance, reply, tier, outcome, calls, totalMs }) => {
    const when = new Date(at).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "medium" });
    const what = calls.map(({ action }) => action).join(" + ") || "–";
    return [
      `${paint(paper, "dim", when)}  ${clean(utterance)}`,
      paint(paper, "dim", `  ${what} · ${outcome} · ${tier} · ${totalMs.toFixed(0)} ms`),
      ...(reply === "" ? [] : [`  ${clean(reply)}`]),
    ];
  });
}
