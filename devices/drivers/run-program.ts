import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { ShellError } from "../../src/errors.ts";
import { because } from "../../src/reasons/reason.ts";

export type Env = Readonly<Record<string, string | undefined>>;

export interface ProgramOptions {
  readonly env: Env;
  readonly signal?: AbortSignal;
  /** Default 5,000. */
  readonly timeoutMs?: number;
  /** The Debian package that brings the program; it becomes the remedy. */
  readonly debianPackage: string;
  readonly input?: string;
}

/**
 * Runs a program without a shell, in the C locale, and returns its standard output. execa is loaded by the first: its hundred
 * modules take 90 ms of processor time and 22 MB.
 * @throws ShellError BACKEND_MISSING (not installed), TIMEOUT, PERMISSION_DENIED or BACKEND_FAILED with the last line of
 * its standard error and `details.exitCode`.
 */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<string> {
  const timeoutMs = options.timeoutMs ?? 5_000;
  const { execa } = await import("execa");
  const result = await execa(program, args, {
    env: { ...options.env, LC_ALL: "C.UTF-8" },
    extendEnv: false,
    reject: false,
    timeout: timeoutMs,
    forceKillAfterDelay: 1_000,
    maxBuffer: 32 * 1024 * 1024,
    ...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
    ...(options.signal ? { cancelSignal: options.signal } : {}),
  });
  if (!result.failed) return result.stdout;
  if (result.code === "ENOENT") throw missingProgram(program, options.debianPackage);
  if (result.timedOut) throw because("program.slow", { program, ms: timeoutMs });
  throw programFailed(program, result.stderr, result.exitCode);
}

/** A program that did not do it, by the last line of its standard error. */
export function programFailed(program: string, stderr: string, exitCode: number | null | undefined): ShellError {
  const options = { details: { exitCode, stderr: stderr.slice(-2_000) } };
  const line = stderr.trim().split("\n").at(-1);
  if (!line) return because("program.status", { program, status: String(exitCode) }, options);
  const denied = /permission denied|not permitted|access denied|interactive authentication|are you root/i.test(stderr);
  return because(denied ? "program.denied" : "program.failed", { program, line }, options);
}

/** True when the program is on the PATH of `env`, or is there where an absolute path is given. */
export function hasProgram(program: string, env: Env): boolean {
  const folders = program.startsWith("/") ? [""] : (env.PATH ?? "/usr/local/bin:/usr/bin:/bin").split(delimiter);
  for (const folder of folders) {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      // not in this folder; the next may have it
    }
  }
  return false;
}

export function missingProgram(program: string, debianPackage: string): ShellError {
  return because("program.missing", { program, package: debianPackage });
}
