import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../../support/programs.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PINNED_NODE = join(ROOT, "node_modules/.bin/node");

/** The pinned Node: what `npm start` runs, whatever runs the tests. */
export const NODE = existsSync(PINNED_NODE) ? PINNED_NODE : process.execPath;
export const CLI = join(ROOT, "src/cli.ts");
/** A busy machine may take long to start Node and the model; only a hang reaches this. */
export const PATIENCE_MS = 60_000;

/** Why the tests with the real mind cannot run; undefined when they can. */
export const noModel = existsSync(join(ROOT, "reflex/reflex.gguf"))
  ? undefined
  : "skipped: reflex/reflex.gguf is not here (reflex/ tells how it is made)";
if (noModel) console.info(noModel);

/** A person's home of the test's own, with every XDG folder in it. Alerts make no sound there and no daemon is left behind. */
export interface OwnHome extends Disposable {
  readonly path: string;
  readonly data: string;
  readonly socket: string;
  readonly env: NodeJS.ProcessEnv;
}

export function ownHome(more: NodeJS.ProcessEnv = {}): OwnHome {
  const folder = temporaryFolder();
  const { path } = folder;
  const config = join(path, "config");
  mkdirSync(join(config, "saysh"), { recursive: true });
  mkdirSync(join(path, "run"), { mode: 0o700 });
  writeFileSync(join(config, "saysh/config.toml"), "[voice]\nmute_alerts = true\n");
  const { PATH, LD_LIBRARY_PATH } = process.env;
  return {
    path,
    data: join(path, "data/saysh"),
    socket: join(path, "run/saysh/saysh.sock"),
    env: {
      PATH,
      ...(LD_LIBRARY_PATH ? { LD_LIBRARY_PATH } : {}),
      HOME: path,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(path, "data"),
      XDG_STATE_HOME: join(path, "state"),
      XDG_CACHE_HOME: join(path, "cache"),
      XDG_RUNTIME_DIR: join(path, "run"),
      LANG: "C.UTF-8",
      TZ: "Europe/Paris",
      SAYSH_NO_BACKGROUND: "1",
      ...more,
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `saysh …` to its end. Its input is `input`, or empty; no terminal is there. */
export async function saysh(
  home: OwnHome,
  args: readonly string[],
  options: { input?: string | Buffer } = {},
): Promise<Ended> {
  const child = spawn(NODE, [CLI, ...args], { env: home.env, cwd: home.path });
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (more: string) => (text.out += more));
  child.stderr.setEncoding("utf8").on("data", (more: string) => (text.err += more));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...text };
}

export interface OwnDaemon extends AsyncDisposable {
  readonly process: ChildProcess;
  log(): string;
  /** Ends it by this signal. @returns its exit status, null when it was killed */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a daemon in that home and waits until it serves: with the table's mind, or with the real one. */
export async function startDaemon(home: OwnHome, mind: "table" | "real" = "table"): Promise<OwnDaemon> {
  const args = mind === "real" ? [CLI, "daemon"] : [fileURLToPath(new URL("table-daemon.ts", import.meta.url))];
  const child = spawn(NODE, args, { env: home.env, cwd: home.path, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (log += text));
  const exited = once(child, "exit").then(([status]) => status as number | null);
  const end = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  const daemon = { process: child, log: () => log, end, [Symbol.asyncDispose]: async () => void (await end()) };
  await until(() => log.includes("ready on") || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`the daemon ended with ${child.exitCode}: ${log}`);
  return daemon;
}

/** Looks again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await isSo()); await delay(50))
    if (Date.now() > deadline) throw new Error(`not so within ${PATIENCE_MS} ms: ${isSo}`);
}

/** A home that goes with the test. */
export function homeOfTest(more: NodeJS.ProcessEnv = {}): OwnHome {
  const home = ownHome(more);
  onTestFinished(() => home[Symbol.dispose]());
  return home;
}

/** A daemon that ends with the test. */
export async function daemonOfTest(home: OwnHome, mind: "table" | "real" = "table"): Promise<OwnDaemon> {
  const daemon = await startDaemon(home, mind);
  onTestFinished(async () => daemon[Symbol.asyncDispose]());
  return daemon;
}
