import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// An install on a Raspberry Pi with a slow card took no more than some minutes; past this, its owner is stuck.
const PATIENCE_MS = 15 * 60_000;

/** Runs `work` while this process alone holds the directory `path`; waits for another that holds it, not for a dead one. */
export function withLock(path, work) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(path)) {
    if (Date.now() > deadline) throw new Error(`another setup still holds ${path}. If none runs: rm -r ${path}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  try {
    return work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function take(path) {
  try {
    mkdirSync(path);
    writeFileSync(join(path, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld(path)) rmSync(path, { recursive: true, force: true });
    return false;
  }
}

function isHeld(path) {
  let pid;
  try {
    pid = Number(readFileSync(join(path, "pid"), "utf8"));
  } catch {
    return true; // just taken, its owner not yet written
  }
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
