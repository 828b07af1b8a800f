import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { resolvePaths } from "../../paths.ts";
import { completions } from "./completions.ts";
import { helpText } from "./help.ts";
import { paint, paperFor, turnJson, turnLines } from "./print.ts";
import { startSpinner } from "./spinner.ts";
import { type Talk, type TalkOptions, talkHere, talkToDaemon } from "./talk.ts";

const HISTORY_LINES = 1000;

/** The interactive shell: one line, one turn. Ends with Ctrl-D, "exit" or "quit". @returns exit status */
export async function terminal(options: TalkOptions & { readonly json?: boolean }): Promise<number> {
  const { json, ...talkOptions } = options;
  const paths = resolvePaths();
  const paper = paperFor(process.stdout);
  const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  let talk = await connect();
  const historyFile = join(paths.state, "history");
  const history = existsSync(historyFile) ? readFileSync(historyFile, "utf8").split("\n").filter(Boolean) : [];
  const lines = createInterface({
    input: process.stdin,
    ...(interactive ? { output: process.stdout } : {}),
    terminal: interactive,
    prompt: paint(paper, "bold", "› "),
    history: history.slice(-HISTORY_LINES).reverse(),
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string) => completions(line, history),
  });
  let busy = false;
  let status = 0;
  hear(talk);

  if (interactive) {
    process.stdout.write(`saysh ${paint(paper, "dim", "· say what you want, ? for help, Ctrl-D to leave")}\n`);
    lines.prompt();
  }
  lines.on("SIGINT", () => {
    if (busy) talk.cancel();
    else {
      process.stdout.write(`\n${paint(paper, "dim", "Ctrl-D or “exit” to leave")}\n`);
      lines.prompt();
    }
  });

  for await (const raw of lines) {
    const line = raw.trim();
    if (line === "exit" || line === "quit") break;
    if (line === "?") process.stdout.write(`${helpText(paper)}\n`);
    else if (line !== "") {
      remember(line);
      busy = true;
      const spinner = interactive && !json ? startSpinner(process.stdout) : undefined;
      try {
        const turn = await talk.turn(line);
        spinner?.stop();
        status = turn.exitStatus;
        process.stdout.write(`${json ? turnJson(turn) : turnLines(turn, paper).join("\n")}\n`);
        if (!json)
          for (const result of turn.results)
            if ((result.kind === "failed" || result.kind === "unavailable") && result.remedy)
              process.stdout.write(`${paint(paper, "dim", `  → ${result.remedy}`)}\n`);
      } catch (error) {
        spinner?.stop();
        status = 5;
        process.stdout.write(`${paint(paper, "red", (error as Error).message)}\n`);
      }
      busy = false;
    }
    if (interactive) lines.prompt();
  }
  if (interactive) process.stdout.write("\n");
  lines.close();
  await talk[Symbol.asyncDispose]();
  return interactive ? 0 : status;

  async function connect(): Promise<Talk> {
    return (
      (await talkToDaemon(paths.runtime, {
        ...talkOptions,
        session: `terminal ${process.pid}`,
        door: "terminal",
        alerts: true,
      })) ?? (await talkHere({ ...talkOptions, door: "terminal", alerts: true }))
    );
  }

  function hear(from: Talk): void {
    from.onAlert(({ say }) => above(lines, `\u0007${paint(paper, ["bold", "yellow"], `♪ ${say}`)}`));
    from.onLost(async () => {
      // the daemon went: go on in this process, nothing that was set is lost
      talk = await talkHere({ ...talkOptions, door: "terminal", alerts: true });
      hear(talk);
    });
  }

  function remember(line: string): void {
    history.push(line);
    try {
      mkdirSync(paths.state, { recursive: true, mode: 0o700 });
      appendFileSync(historyFile, `${line}\n`, { mode: 0o600 });
    } catch {
      // a full or read-only disk costs the history of lines, never the turn
    }
  }

  /** Prints over the line that is being typed and puts that line back below. */
  function above(on: Interface, text: string): void {
    if (!interactive) {
      process.stdout.write(`${text}\n`);
      return;
    }
    process.stdout.write(`\r\u001b[2K${text}\n`);
    on.prompt(true);
  }
}
