import { spawn } from "node:child_process";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, programFailed } from "../run-program.ts";

/** A starter such as gio or xdg-open that could not do it says so at once; a program that runs on has started. */
const SETTLED_MS = 1_500;

/**
 * Starts a program that outlives the shell. Resolves when it ended well or still runs after a moment.
 * @throws ShellError BACKEND_FAILED with its last line of standard error
 */
export function startDetached(program: string, args: readonly string[], env: Env, cwd?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...env },
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      ...(cwd === undefined ? {} : { cwd }),
    });
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-2_000);
    });
    const settled = setTimeout(() => {
      // Closing our end would break a chatty program's pipe: it is left open, and not waited for.
      (child.stderr as unknown as { unref(): void }).unref();
      child.unref();
      resolve();
    }, SETTLED_MS);
    child.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(settled);
      reject(
        because(error.code === "ENOENT" ? "program.not-there" : "program.not-started", { program }, { cause: error }),
      );
    });
    child.once("exit", (code) => {
      clearTimeout(settled);
      if (code === 0) return resolve();
      reject(programFailed(program, log, code));
    });
  });
}
