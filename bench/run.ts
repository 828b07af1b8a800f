import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startMeasuredDaemon } from "./measure-daemon.ts";
import { measureProcess, type Usage } from "./measure-process.ts";
import { measureUnderstanding } from "./measure-understanding.ts";
import { median, megabytes, ms, quantile } from "./numbers.ts";
import { createTempHome } from "./temp-home.ts";

/**
 * node bench/run.ts [--write] [--rounds N]: what saysh costs on this machine, side by side in one run, as markdown.
 * Milliseconds depend on the machine and its load; the ratios to an empty Node process, measured in the same rounds, much less.
 */
const { values } = parseArgs({ options: { write: { type: "boolean" }, rounds: { type: "string", default: "7" } } });
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}bin/saysh.mjs`;
const SAID = "what time is it";
const DAEMON_TURNS = 200;

using alone = createTempHome();
using served = createTempHome();
await using daemon = await startMeasuredDaemon(cli, served.env, served.runtime);

const commands: readonly (readonly [name: string, args: readonly string[], env: NodeJS.ProcessEnv])[] = [
  ["`node -e 0`, the floor", ["-e", "0"], alone.env],
  ["`saysh --help`", [cli, "--help"], alone.env],
  [`\`saysh "${SAID}"\`, daemon running`, [cli, SAID], served.env],
  [`\`saysh "${SAID}"\`, no daemon`, [cli, SAID], alone.env],
];
const usages = await sideBySide();
const understood = await measureUnderstanding(alone.env);
const idleBytes = await daemon.residentBytes();
const turnMs = await daemon.turns(DAEMON_TURNS);
const usedBytes = await daemon.residentBytes();

const page = [commandTable(), "", figureTable(), ""].join("\n");
process.stdout.write(page);
if (values.write) {
  writeFileSync(`${root}bench/RESULTS.md`, `${heading()}\n${page}`);
}

/** Each round runs every command once, in turn, so that a load that comes and goes meets them all. The first round is not counted. */
async function sideBySide(): Promise<readonly (readonly Usage[])[]> {
  const all: Usage[][] = commands.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, [, args, env]] of commands.entries()) {
      const usage = await measureProcess(args, env);
      if (round > 0) all[at]!.push(usage);
    }
  }
  return all;
}

function commandTable(): string {
  const of = (usage: readonly Usage[], what: keyof Usage) => median(usage.map((it) => it[what]));
  const floor = usages[0]!;
  const rows = commands.map(([name], at) => {
    const mine = usages[at]!;
    const ratio = (what: keyof Usage) => `${(of(mine, what) / of(floor, what)).toFixed(1)} ×`;
    return `| ${name} | ${ms(of(mine, "wallMs"))} | ${ratio("wallMs")} | ${ms(of(mine, "cpuMs"))} | ${ratio("cpuMs")} | ${megabytes(of(mine, "peakBytes"))} | ${ratio("peakBytes")} |`;
  });
  return [`| Command | wall ms | | CPU ms | | peak MB | |`, "|---|--:|--:|--:|--:|--:|--:|", ...rows].join("\n");
}

function figureTable(): string {
  const { importMs, loadMs, ms: each, bareMs, tokens } = understood;
  const rows = [
    ["Loading our code and the library, ms", ms(importMs)],
    ["Loading the model, ms", ms(loadMs)],
    [`Understanding, warm, median of ${each.length}, ms`, ms(median(each))],
    ["Understanding, warm, 95th percentile, ms", ms(quantile(each, 0.95))],
    ["llama.cpp alone on the same tokens, median, ms", ms(median(bareMs))],
    ["Understanding ÷ llama.cpp alone, median of the pairs", median(each.map((it, i) => it / bareMs[i]!)).toFixed(2)],
    ["Tokens read and written, medians", `${median(tokens.map((t) => t.in))} and ${median(tokens.map((t) => t.out))}`],
    ["A whole turn in the daemon, median, ms", ms(median(turnMs))],
    ["A whole turn in the daemon, 95th percentile, ms", ms(quantile(turnMs, 0.95))],
    ["Daemon's memory, idle, MB", megabytes(idleBytes)],
    [`Daemon's memory after ${DAEMON_TURNS} turns, MB`, megabytes(usedBytes)],
    ["Installed packages with Node, MB", megabytes(sizeOf("node_modules"))],
  ];
  return ["| Figure | |", "|---|--:|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

function heading(): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.versions.node}`;
  return `# What saysh costs

Written by \`npm run bench -- --write\` at commit ${commit}, on ${machine}. Medians of ${rounds} rounds; each round runs every command once.
The load of the machine is in the milliseconds; compare the ratios (×) to an empty Node process of the same rounds.
`;
}

function sizeOf(folder: string): number {
  const [kilobytes] = execFileSync("du", ["-sk", folder], { cwd: root, encoding: "utf8" }).split("\t");
  return Number(kilobytes) * 1024;
}
