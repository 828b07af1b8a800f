import { rm, stat } from "node:fs/promises";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, missingProgram, programFailed } from "../run-program.ts";
import type { Recorder } from "./recorders.ts";

/** Starting a camera and writing the end of a file take this long at most. */
const SLACK_MS = 15_000;

/** Runs the recorder into a new file; what is not whole is removed. */
export async function record(
  recorder: Recorder,
  path: string,
  durationMs: number,
  env: Env,
  signal: AbortSignal,
): Promise<void> {
  const { execa } = await import("execa");
  const child = execa(recorder.program, recorder.args(path, durationMs / 1000), {
    env: { ...env, LC_ALL: "C.UTF-8" },
    extendEnv: false,
    stdin: "ignore",
    reject: false,
    timeout: durationMs + SLACK_MS,
    forceKillAfterDelay: 2_000,
    cancelSignal: signal,
  });
  // SIGINT is how these programs are told to write the end of the file.
  const stop = recorder.ends ? undefined : setTimeout(() => child.kill("SIGINT"), durationMs);
  const result = await child;
  clearTimeout(stop);
  const bytes = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  const isWhole = bytes > 44 && (!result.failed || (!recorder.ends && !result.timedOut && !result.isCanceled));
  if (isWhole && !signal.aborted) return;
  await rm(path, { force: true });
  if (signal.aborted) throw signal.reason;
  if (result.code === "ENOENT") throw missingProgram(recorder.program, recorder.debianPackage);
  if (result.timedOut) throw because("program.slow", { program: recorder.program, ms: durationMs + SLACK_MS });
  const line = result.stderr.trim().split("\n").at(-1);
  if (!line) throw because("camera.nothing-recorded", { program: recorder.program });
  const noDevice =
    /no (such|available) (file|device|camera)|no cameras|connection (refused|terminated)|cannot find card/i;
  if (noDevice.test(result.stderr)) throw because("camera.no-answer", { line });
  throw programFailed(recorder.program, result.stderr, result.exitCode);
}
