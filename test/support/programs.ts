import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { hasProgram } from "../../devices/drivers/run-program.ts";

/** A program that a test started; it ends with the test. */
export interface Running {
  readonly pid: number;
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Why these tests cannot run here, printed once; undefined when every program, or file given by its path, is there. */
export function missing(...programs: readonly string[]): string | undefined {
  const absent = programs.filter((p) => !(p.startsWith("/") ? existsSync(p) : hasProgram(p, process.env)));
  if (absent.length === 0) return undefined;
  const reason = `skipped: ${absent.join(", ")} not here (packages: test/debian-packages.txt)`;
  console.info(reason);
  return reason;
}

/** An empty folder of the test's own. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "saysh-test-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts a program and waits until `ready` answers true, ten seconds at most. */
export async function startProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  ready: () => Promise<boolean>,
): Promise<Running> {
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-4_000);
  });
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 2_000);
    await exited;
    clearTimeout(killer);
  };
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await delay(50)) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${log}`);
    if (await ready()) return { pid: child.pid!, env, stop };
  }
  await stop();
  throw new Error(`${program} was not ready within ten seconds: ${log}`);
}
