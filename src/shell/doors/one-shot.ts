import { createInterface } from "node:readline/promises";
import { resolvePaths } from "../../paths.ts";
import type { Turn } from "../turn/turn.ts";
import { paint, paperFor, turnJson, turnLines } from "./print.ts";
import { type Talk, type TalkOptions, talkHere, talkToDaemon } from "./talk.ts";

export interface OneShotOptions extends TalkOptions {
  readonly json?: boolean;
}

/**
 * One utterance, its reply and its exit status. A question is put where a person can answer it (a terminal on both sides, not
 * `--json`); elsewhere an open question counts as no.
 */
export async function oneShot(utterance: string, options: OneShotOptions): Promise<number> {
  const { json, ...talkOptions } = options;
  const talk =
    (await talkToDaemon(resolvePaths().runtime, {
      ...talkOptions,
      // the commands of one terminal are one conversation: "and the bedroom too"
      session: `terminal ${process.ppid}`,
      door: "terminal",
    })) ?? (await talkHere({ ...talkOptions, door: "terminal" }));
  try {
    let turn = await talk.turn(utterance);
    print(turn, json);
    if (turn.pending && !json && process.stdin.isTTY && process.stdout.isTTY) turn = await answer(talk, turn);
    else if (turn.pending?.kind === "confirm") talk.cancel();
    return turn.exitStatus;
  } finally {
    await talk[Symbol.asyncDispose]();
  }
}

async function answer(talk: Talk, first: Turn): Promise<Turn> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  let turn = first;
  try {
    while (turn.pending) {
      const left = Math.max(0, Date.parse(turn.pending.expiresAt) - Date.now());
      const words = await lines.question("› ", { signal: AbortSignal.timeout(left) }).catch(() => undefined);
      if (words === undefined) {
        talk.cancel();
        process.stdout.write("\n");
        return turn;
      }
      turn = await talk.turn(words);
      print(turn, false);
    }
    return turn;
  } finally {
    lines.close();
  }
}

function print(turn: Turn, json: boolean | undefined): void {
  if (json) {
    process.stdout.write(`${turnJson(turn)}\n`);
    return;
  }
  const paper = paperFor(process.stdout);
  for (const line of turnLines(turn, paper)) process.stdout.write(`${line}\n`);
  for (const result of turn.results)
    if ((result.kind === "failed" || result.kind === "unavailable") && result.remedy)
      process.stdout.write(`${paint(paper, "dim", `  → ${result.remedy}`)}\n`);
}
