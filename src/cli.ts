#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ErrorCode, ShellError, toShellError } from "./errors.ts";
import type { Lang } from "./intents/plan.ts";
import { resolvePaths } from "./paths.ts";

/**
 * The command line. Only what one command needs is imported: a one-shot command with a daemon starts in a few milliseconds of work.
 * Exit status: 0 done · 2 wrong usage · 3 not understood · 4 refused or not confirmed · 5 an action failed.
 */
const OPTIONS = {
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  now: { type: "string" },
  lang: { type: "string" },
  model: { type: "string", multiple: true },
  plot: { type: "string" },
  memory: { type: "string" },
  latency: { type: "string" },
  last: { type: "string" },
  since: { type: "string" },
  status: { type: "boolean" },
  stop: { type: "boolean" },
  "idle-exit": { type: "string" },
  yes: { type: "boolean" },
  wav: { type: "string" },
  "real-time": { type: "boolean" },
  "push-to-talk": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

const USAGE = `saysh · say what you want, and the machine does it

  saysh                          interactive shell
  saysh "dim the screen"         one turn
  saysh understand               one utterance per line in, one JSON line each out; acts on nothing
  saysh listen [--wav FILE [--real-time]] [--push-to-talk]  by voice: say “computer”, then what you want
  saysh daemon [--status|--stop] serve every terminal from one process; alerts ring
  saysh doctor                   what works here, what is missing, what mends it
  saysh history [--last N]       what was said and done
  saysh stats [--since ISO]      tiers, outcomes, times
  saysh memory [forget [phrase] N|erase --yes]  what is remembered of you
  saysh models [recommend [--memory MiB] [--latency ms]]  what is installed; what fits this machine
  saysh density [--plot FILE.svg]  what the models understand for what they cost
  saysh config                   the documented default config.toml

  --json       one JSON object per turn       --dry-run    show the plan and the policy's answer, do nothing
  --now ISO    fix the clock                  --lang L     en, fr or zh (default: detected per utterance)
  --model FILE another model (understand, density)  -h, -v       help, version

Exit status: 0 done · 2 wrong usage · 3 not understood · 4 refused or not confirmed · 5 an action failed`;

type Values = ReturnType<typeof parse>["values"];

const COMMANDS: Readonly<Record<string, (values: Values, words: readonly string[]) => Promise<number>>> = {
  understand: async ({ lang, now, model }) => {
    const { understandLines } = await import("./shell/doors/understand-lines.ts");
    await understandLines(process.stdin, process.stdout, {
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...langOf(lang),
      ...(now === undefined ? {} : { now: new Date(instant(now)) }),
      ...(model === undefined ? {} : { modelPath: model.at(-1)! }),
    });
    return 0;
  },
  listen: async (values) => {
    const { listenCommand } = await import("./shell/doors/listen-command.ts");
    return listenCommand({
      ...talkOf(values),
      ...(values.wav === undefined ? {} : { wav: values.wav }),
      ...(values["real-time"] ? { realTime: true } : {}),
      ...(values["push-to-talk"] ? { pushToTalk: true } : {}),
    });
  },
  daemon: async (values) => {
    const serves = !values.status && !values.stop;
    const signal = serves ? (await import("./shell/doors/end-signal.ts")).endSignal() : undefined;
    const { daemonCommand } = await import("./shell/doors/daemon-command.ts");
    return daemonCommand(values, await version(), undefined, signal);
  },
  doctor: async ({ json }) => {
    const [{ doctorLines, examine }, { jsonLine, paperFor }] = await Promise.all([
      import("./shell/doors/doctor.ts"),
      import("./shell/doors/print.ts"),
    ]);
    const checks = await examine();
    print(json ? [jsonLine(checks)] : doctorLines(checks, paperFor(process.stdout)));
    return checks.some(({ state }) => state === "broken") ? 5 : 0;
  },
  history: async ({ json, last }) => {
    const [{ historyLines, historyRows }, { jsonLine, paperFor }] = await Promise.all([
      import("./shell/doors/history.ts"),
      import("./shell/doors/print.ts"),
    ]);
    const rows = historyRows(count(last ?? "20"));
    print(json ? rows.map(jsonLine) : historyLines(rows, paperFor(process.stdout)));
    return 0;
  },
  stats: async ({ json, since }) => {
    const { readStats, statsLines } = await import("./shell/doors/stats.ts");
    const stats = readStats(since === undefined ? undefined : new Date(instant(since)));
    print(json ? [JSON.stringify(stats)] : statsLines(stats));
    return 0;
  },
  memory: async (values, words) => (await import("./shell/doors/memory-command.ts")).memoryCommand(words, values),
  models: async (values, words) => (await import("./shell/doors/models-command.ts")).modelsCommand(words, values),
  density: async (values) => (await import("./shell/doors/density-command.ts")).densityCommand(values),
  config: async () => {
    print([(await import("./config.ts")).configTemplate()]);
    return 0;
  },
};
/** Named by the design, built by a later version. */
const LATER: readonly string[] = ["mcp"];

// measured: a command through the daemon takes half the CPU time with it (node's own folder in /tmp is open to others)
enableCompileCache(process.env["NODE_COMPILE_CACHE"] ?? join(resolvePaths().cache, "compiled"));
let failure: number | undefined;
// `saysh history | head -1`: who reads has seen enough
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE" && error.code !== "EIO") failure = complain(error);
});
process.stderr.on("error", () => undefined);
for (const event of ["uncaughtException", "unhandledRejection"] as const)
  process.on(event, (error: unknown) => process.exit(complain(error)));

process.exitCode = await main(process.argv.slice(2)).catch(complain);
// sockets of drivers and the model's threads must not hold back a finished command
await new Promise((resolve) => process.stdout.write("", resolve));
process.exit(failure ?? process.exitCode);

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals, spoken } = parse(argv);
  if (values.help) {
    print([USAGE]);
    return 0;
  }
  if (values.version) {
    print([await version()]);
    return 0;
  }
  const [first, ...rest] = positionals;
  if (!spoken && first !== undefined) {
    const command = COMMANDS[first];
    if (command && (rest.length === 0 || first === "memory" || first === "models")) return command(values, rest);
    if (LATER.includes(first) && rest.length === 0)
      throw new ShellError("USAGE", `saysh ${first} is not in this version`, { remedy: "saysh --help lists what is" });
  }
  const talk = talkOf(values);
  if (positionals.length === 0) return (await import("./shell/doors/terminal.ts")).terminal(talk);
  return (await import("./shell/doors/one-shot.ts")).oneShot(positionals.join(" "), talk);
}

function parse(argv: readonly string[]) {
  const dashes = argv.indexOf("--");
  const before = dashes < 0 ? argv : argv.slice(0, dashes);
  try {
    const { values, positionals } = parseArgs({ args: [...before], options: OPTIONS, allowPositionals: true });
    return {
      values,
      positionals: [...positionals, ...(dashes < 0 ? [] : argv.slice(dashes + 1))],
      spoken: dashes >= 0,
    };
  } catch (cause) {
    throw new ShellError("USAGE", (cause as Error).message.split(". ")[0]!, {
      cause,
      remedy: 'saysh --help; words that begin with a dash go after --: saysh -- "-5 plus 3"',
    });
  }
}

function talkOf(values: Values) {
  return {
    ...langOf(values.lang),
    ...(values.now === undefined ? {} : { now: instant(values.now) }),
    ...(values["dry-run"] ? { dryRun: true } : {}),
    ...(values.json ? { json: true } : {}),
  };
}

function langOf(lang: string | undefined): { lang?: Lang } {
  if (lang === undefined) return {};
  if (lang === "en" || lang === "fr" || lang === "zh") return { lang };
  throw new ShellError("USAGE", `--lang ${lang}: en, fr or zh`);
}

function instant(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new ShellError("USAGE", `${text} is no ISO 8601 time`, { remedy: "write it as 2026-11-24T07:30" });
  return time.toISOString();
}

function count(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > 1e9) throw new ShellError("USAGE", `--last ${text}: a number of turns`);
  return n;
}

function print(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

function complain(error: unknown): number {
  const { code, message, remedy, stack } = toShellError(error);
  const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
  process.stderr.write(`saysh: ${plain(message)} (${code})\n${remedy ? `  → ${plain(remedy)}\n` : ""}`);
  if (process.env["SAYSH_DEBUG"]) process.stderr.write(`${error instanceof Error ? error.stack : stack}\n`);
  return (["USAGE", "CONFIG_INVALID"] satisfies ErrorCode[] as string[]).includes(code) ? 2 : 5;
}

async function version(): Promise<string> {
  const { readFileSync } = await import("node:fs");
  for (const up of ["..", "../.."]) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(`${up}/package.json`, import.meta.url), "utf8"));
      if (name === "saysh") return version;
    } catch {
      // the build lies one folder deeper than the sources
    }
  }
  return "unknown";
}
