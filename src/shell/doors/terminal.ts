import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { toShellError } from "../../errors.ts";
import { resolvePaths } from "../../paths.ts";
import { mayHoldSecret } from "../redact.ts";
import type { Turn } from "../turn/turn.ts";
import { HISTORY_LINES, historyFile } from "./housekeeping.ts";
import { clean, paint, paperFor, remedyLines, turnJson, turnLines } from "./print.ts";
import { startSpinner } from "./spinner.ts";
import { type Talk, type TalkOptions, talkHere, talkToDaemon } from "./talk.ts";

/**
 * The interactive shell: one line, one turn. Ends with Ctrl-D, "exit" or "quit", and when its window is closed. Lines from a pipe are
 * turns as well. @returns exit status: of the last turn when the lines came from a pipe
 */
export async function terminal(options: TalkOptions & { readonly json?: boolean }): Promise<number> {
  const { json, ...talkOptions } = options;
  const paths = resolvePaths();
  const paper = paperFor(process.stdout);
  const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const own = `terminal ${process.pid}`;
  let talk = connect();
  await talk;
  const history = readHistory(historyFile(paths.state));
  const lines = createInterface({
    input: process.stdin,
    ...(interactive ? { output: process.stdout } : {}),
    terminal: interactive && process.env["TERM"] !== "dumb",
    prompt: paint(paper, "bold", "› "),
    history: history.slice(-HISTORY_LINES).reverse(),
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string, give: (error: null, result: [string[], string]) => void) => {
      import("./completions.ts").then(
        ({ completions }) => give(null, completions(line, history)),
        () => give(null, [[], line]),
      );
    },
  });
  let busy = false;
  let isClosed = false;
  let status = 0;
  const leave = () => {
    isClosed = true;
    lines.close();
  };
  // the reader of a pipe went, or the window: what was set must still be left to a background daemon
  process.stdout.on("error", leave);
  // (not `once`: see end-signal.ts)
  for (const signal of ["SIGHUP", "SIGTERM"] as const) process.on(signal, leave);
  lines.on("SIGINT", async () => {
    if (busy) (await talk).cancel();
    else if (lines.line !== "") {
      for (const name of ["e", "u"]) lines.write(null, { ctrl: true, name });
      lines.prompt();
    } else {
      print(`\n${paint(paper, "dim", "Ctrl-D or “exit” to leave")}`);
      lines.prompt();
    }
  });
  hear(await talk);

  if (interactive) {
    print(`saysh ${paint(paper, "dim", "· say what you want, ? for help, Ctrl-D to leave")}`);
    lines.prompt();
  }
  for await (const raw of lines) {
    const line = raw.trim();
    if (isClosed || line === "exit" || line === "quit") break;
    if (line === "?" || line === "？") print((await import("./help.ts")).helpText(paper));
    else if (line !== "") status = await turn(line, raw.startsWith(" "));
    if (isClosed) break;
    if (interactive) lines.prompt();
  }
  if (interactive) process.stdout.write("\n");
  lines.close();
  await (await talk)[Symbol.asyncDispose]();
  return interactive ? 0 : status;

  async function connect(): Promise<Talk> {
    return (
      (await talkToDaemon(paths.runtime, { ...talkOptions, session: own, door: "terminal", alerts: true })) ??
      (await talkHere({ ...talkOptions, session: own, door: "terminal", alerts: true }))
    );
  }

  /** @returns exit status */
  async function turn(line: string, isPrivate: boolean): Promise<number> {
    busy = true;
    const spinner = interactive && !json ? startSpinner(process.stdout) : undefined;
    try {
      const said = await (await talk).turn(line);
      spinner?.stop();
      if (!isPrivate) remember(line, said);
      if (json) print(turnJson(said));
      else for (const row of [...turnLines(said, paper), ...remedyLines(said, paper)]) print(row);
      return said.exitStatus;
    } catch (error) {
      spinner?.stop();
      const { message, remedy } = toShellError(error);
      print(paint(paper, "red", clean(message)));
      if (remedy) print(paint(paper, "dim", `  → ${clean(remedy)}`));
      return 5;
    } finally {
      busy = false;
    }
  }

  function hear(from: Talk): void {
    from.onAlert(({ say }) => above(lines, `\u0007${paint(paper, ["bold", "yellow"], `♪ ${clean(say)}`)}`));
    from.onUnasked((words) => {
      if (!busy) above(lines, paint(paper, "yellow", clean(words)));
    });
    from.onLost(() => {
      if (isClosed) return;
      // nothing that was set is lost: it stands in the database
      above(lines, paint(paper, "dim", "The daemon is gone; this shell goes on by itself."));
      talk = talkHere({ ...talkOptions, session: own, door: "terminal", alerts: true });
      talk.then(hear, () => undefined); // the next turn tells what is wrong
    });
  }

  /** Readline keeps the line for this run; the file keeps it for the next one, unless a secret may be in it or it began with a blank. */
  function remember(line: string, { calls }: Turn): void {
    if (!interactive || mayHoldSecret({ utterance: line, calls })) return;
    history.push(line);
    try {
      mkdirSync(paths.state, { recursive: true, mode: 0o700 });
      appendFileSync(historyFile(paths.state), `${line}\n`, { mode: 0o600 });
    } catch {
      // a full or read-only disk costs the history of lines, never the turn
    }
  }

  function print(text: string): void {
    if (!isClosed) process.stdout.write(`${text}\n`);
  }

  /** Prints over the line that is being typed and puts that line back below. */
  function above(on: Interface, text: string): void {
    if (!interactive) {
      if (!json) print(text);
      return;
    }
    print(`\r\u001b[2K${text}`);
    if (!busy && !isClosed) on.prompt(true);
  }
}

function readHistory(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}
