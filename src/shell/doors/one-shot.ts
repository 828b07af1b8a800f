import { createInterface } from "node:readline/promises";
import { ShellError } from "../../errors.ts";
import { resolvePaths } from "../../paths.ts";
import type { Turn } from "../turn/turn.ts";
import { paperFor, remedyLines, turnJson, turnLines } from "./print.ts";
import { type Talk, type TalkOptions, talkHere, talkToDaemon } from "./talk.ts";

export interface OneShotOptions extends TalkOptions {
  readonly json?: boolean;
}

/**
 * One utterance, its reply and its exit status. A question is put where a person can answer it (a terminal on both sides, not
 * `--json`); elsewhere an open question counts as no. Ctrl-C stops what is under way; a second one ends the command.
 */
export async function oneShot(utterance: string, options: OneShotOptions): Promise<number> {
  if (utterance.trim() === "") throw new ShellError("USAGE", "no words", { remedy: 'saysh "what time is it"' });
  const { json, ...fixed } = options;
  // the commands of one terminal are one conversation: "and the bedroom too"
  const session = process.env["SAYSH_SESSION"] || `terminal ${process.ppid}`;
  const how = { ...fixed, session, door: "terminal" };
  const talk = (await talkToDaemon(resolvePaths().runtime, how)) ?? (await talkHere(how));
  let interrupts = 0;
  const interrupt = () => {
    // who presses it again does not want to wait
    if (++interrupts > 1) process.exit(130);
    talk.cancel();
  };
  // not `once`: see end-signal.ts
  process.on("SIGINT", interrupt);
  try {
    let turn = await talk.turn(utterance);
    print(turn, json);
    if (turn.pending && !json && process.stdin.isTTY && process.stdout.isTTY) turn = await answer(talk, turn);
    else if (turn.pending?.kind === "confirm" && !options.dryRun) {
      talk.cancel();
      if (!json) process.stderr.write("saysh: not done: it asks first, and no terminal is there to answer\n");
    }
    return turn.exitStatus;
  } finally {
    await talk[Symbol.asyncDispose]();
    process.off("SIGINT", interrupt);
  }
}

/** Asks until there is no question left. No words (Ctrl-D, Ctrl-C, silence for too long) is no. */
async function answer(talk: Talk, first: Turn): Promise<Turn> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new AbortController();
  lines.once("close", () => closed.abort());
  let turn = first;
  try {
    while (turn.pending) {
      const left = Math.max(0, Date.parse(turn.pending.expiresAt) - Date.now());
      const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(left)]);
      const words = closed.signal.aborted ? undefined : await lines.question("› ", { signal }).catch(() => undefined);
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
  const paper = paperFor(process.stdout);
  const lines = json ? [turnJson(turn)] : [...turnLines(turn, paper), ...remedyLines(turn, paper)];
  for (const line of lines) process.stdout.write(`${line}\n`);
}
