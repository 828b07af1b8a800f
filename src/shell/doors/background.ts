import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Paths } from "../../paths.ts";

/** The daemon that a one-shot command leaves behind goes when nothing is left to ring and nobody has come for so long. */
export const IDLE_EXIT_S = 15 * 60;

/**
 * Starts a daemon that outlives this process, so that a timer set by a one-shot command rings. Does nothing when
 * `SAYSH_NO_BACKGROUND` is set (tests, images whose service manager starts the daemon). A second daemon ends by itself.
 */
export function startInBackground(paths: Paths): void {
  if (process.env["SAYSH_NO_BACKGROUND"]) return;
  mkdirSync(paths.state, { recursive: true, mode: 0o700 });
  const log = openSync(join(paths.state, "daemon.log"), "a", 0o600);
  const here = fileURLToPath(import.meta.url);
  const cli = join(here, "..", "..", "..", here.endsWith(".ts") ? "cli.ts" : "cli.js");
  spawn(process.execPath, [cli, "daemon", "--idle-exit", String(IDLE_EXIT_S)], {
    detached: true,
    stdio: ["ignore", log, log],
  }).unref();
  closeSync(log);
}
