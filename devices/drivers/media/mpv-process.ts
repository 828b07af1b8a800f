import { spawn } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram, missingProgram } from "../run-program.ts";
import { connectMpv, type MpvClient } from "./mpv-client.ts";

export interface MpvProcess {
  /** The running mpv; starts it when `start` is true and none runs. Undefined: none runs. */
  client(start: true): Promise<MpvClient>;
  client(start: boolean): Promise<MpvClient | undefined>;
  close(): Promise<void>;
}

/**
 * One mpv per user, on a socket that only this user can reach. It is detached, so that music goes on after a one-turn
 * `saysh "play …"` has ended and the next turn finds it again; `--idle=once` lets it end by itself when the queue has.
 * @param audioOutput mpv's --ao ("null" in tests); default: mpv chooses
 */
export function createMpvProcess(options: { env: Env; audioOutput?: string }): MpvProcess {
  let known: MpvClient | undefined;

  async function running(): Promise<MpvClient | undefined> {
    if (known && !known.closed) return known;
    known = await connectMpv(socketPath(options.env)).catch(() => undefined);
    return known;
  }

  async function start(): Promise<MpvClient> {
    if (!hasProgram("mpv", options.env)) throw missingProgram("mpv", "mpv");
    const path = socketPath(options.env);
    await rm(path, { force: true });
    const child = spawn("mpv", argumentsOf(path, options), {
      env: { ...options.env } as NodeJS.ProcessEnv,
      detached: true,
      stdio: "ignore",
    });
    const failed = new Promise<Error>((resolve) => {
      child.once("error", (cause) => resolve(because("program.not-started", { program: "mpv" }, { cause })));
      child.once("exit", (status) => resolve(because("program.status", { program: "mpv", status: String(status) })));
    });
    child.unref();
    for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; ) {
      const client = await connectMpv(path).catch(() => undefined);
      if (client) return client;
      const ended = await Promise.race([failed, delay(POLL_MS)]);
      if (ended instanceof Error) throw ended;
    }
    child.kill("SIGKILL");
    throw because("mpv.no-socket", { ms: START_TIMEOUT_MS });
  }

  async function client(begin: true): Promise<MpvClient>;
  async function client(begin: boolean): Promise<MpvClient | undefined>;
  async function client(begin: boolean): Promise<MpvClient | undefined> {
    const found = await running();
    if (found || !begin) return found;
    known = await start();
    return known;
  }

  return {
    client,
    close: async () => {
      if (!known || known.closed) return;
      // An mpv with nothing to play has no reason to stay; one that plays outlives the shell.
      if ((await known.get("path").catch(() => "unknown")) === undefined) await known.quit();
      known.close();
    },
  };
}

/** mpv takes 0.1 s on a desktop, up to 4 s on a loaded Raspberry Pi with a cold disk. */
const START_TIMEOUT_MS = 8_000;
const POLL_MS = 40;

function argumentsOf(path: string, options: { env: Env; audioOutput?: string }): readonly string[] {
  const screen = options.env.WAYLAND_DISPLAY || options.env.DISPLAY;
  return [
    `--input-ipc-server=${path}`,
    "--idle=once",
    "--no-terminal",
    "--force-window=no",
    "--audio-display=no",
    "--autoload-files=no",
    ...(screen ? [] : ["--no-video"]),
    ...(options.audioOutput ? [`--ao=${options.audioOutput}`] : []),
  ];
}

/** `$XDG_RUNTIME_DIR/saysh/mpv.sock`; without one, a folder of our own in the temporary folder. Mode 0700. */
function socketPath(env: Env): string {
  const uid = process.getuid?.() ?? 0;
  const folder = env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, "saysh") : join(tmpdir(), `saysh-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) throw because("mpv.folder", { folder });
  chmodSync(folder, 0o700);
  return join(folder, "mpv.sock");
}
