import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Paths } from "../../paths.ts";
import { backgroundLog } from "./housekeeping.ts";

/** The daemon that a one-shot command leaves behind goes when nothing is left to ring and nobody has come for so long. */
export const IDLE_EXIT_S = 15 * 60;

/**
 * Starts a daemon that outlives this process, so that a timer set by a one-shot command rings. Does nothing when
 * `SAYSH_NO_BACKGROUND` is set (tests, images whose service manager starts the daemon). A second daemon ends by itself.
 */
export function startInBackground(paths: Paths): void {
  if (process.env["SAYSH_NO_BACKGROUND"]) return;
  try {
    spawnDaemon(paths);
  } catch {
    // no disk or no process to spare: the alert stands in the database and rings with the next shell
  }
}

function spawnDaemon(paths: Paths): void {
  mkdirSync(paths.state, { recursive: true, mode: 0o700 });
  const log = openSync(backgroundLog(paths.state), "a", 0o600);
  // .ts from the sources, .js from the build
  const cli = fileURLToPath(new URL(`../../cli${import.meta.url.slice(-3)}`, import.meta.url));
  const child = spawn(process.execPath, [cli, "daemon", "--idle-exit", String(IDLE_EXIT_S)], {
    detached: true,
    cwd: "/",
    stdio: ["ignore", log, log],
  });
  child.on("error", () => undefined);
  child.unref();
  closeSync(log);
}
