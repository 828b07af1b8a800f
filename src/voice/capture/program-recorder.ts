import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Env, hasProgram, missingProgram } from "../../../devices/drivers/run-program.ts";
import { ShellError } from "../../errors.ts";
import type { Recorder } from "../contracts.ts";
import { createFrameQueue } from "./frame-queue.ts";
import { createFramer } from "../framer.ts";

/** Silence means bytes of zeros; a device that gives not even those for so long is gone (a suspended card, a server that hangs). */
export const LOST_AFTER_MS = 1_800;
/**
 * Before the first byte it may take longer: a Bluetooth headset changes its profile first, and a virtual device of PulseAudio that
 * was idle has already rendered up to 2 s.
 */
export const FIRST_SOUND_WITHIN_MS = 5_000;
/** A program that has not ended so long after it was asked to is killed. */
const KILL_AFTER_MS = 500;

export interface CaptureProgram {
  readonly program: string;
  /** Such that it writes raw mono 16-bit little-endian sound at 16 kHz to its standard output until it is told to end. */
  readonly args: readonly string[];
  readonly env: Env;
  readonly debianPackage: string;
  /** Why a line of its standard error (C locale) means that this is no longer the microphone that was opened. */
  readonly lostWhen?: (line: string) => string | undefined;
  /** Lines that tell nothing about why it ended. */
  readonly chatter?: RegExp;
}

/**
 * Runs a program that records, and cuts what it writes into frames from its first byte on.
 * @throws ShellError BACKEND_MISSING when it is not installed; whatever fails later (also a device that cannot be opened) is
 * DEVICE_LOST from the iteration
 */
export async function recordWith(options: CaptureProgram): Promise<Recorder> {
  const { program, debianPackage } = options;
  const env = { ...options.env, LC_ALL: "C.UTF-8" };
  if (!hasProgram(program, env)) throw missingProgram(program, debianPackage);
  const child = spawn(program, options.args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "close").catch(() => undefined);
  const queue = createFrameQueue();
  const lose = (why: string) => queue.end(deviceLost(why));
  const watch = watchdog(() => lose(`no sound comes from ${program} any more`));

  const frame = createFramer(queue.push);
  child.stdout.on("data", (bytes: Buffer) => {
    watch.fed();
    frame(bytes);
  });
  let lastLine = "";
  eachLine(child.stderr, (line) => {
    const why = options.lostWhen?.(line);
    if (why !== undefined) lose(why);
    if (!options.chatter?.test(line)) lastLine = line;
  });
  child.on("error", (error) => lose(error.message));
  child.on("close", (status) => {
    watch.stop();
    lose(lastLine || `${program} ended with status ${status ?? "none"}`);
  });
  return {
    frames: queue.frames,
    [Symbol.asyncDispose]: async () => {
      queue.end();
      watch.stop();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS);
      await exited;
      clearTimeout(killer);
    },
  };
}

export function deviceLost(why: string, cause?: unknown): ShellError {
  const remedy = "plug the microphone in again or choose another one in the sound settings; `saysh doctor` says what is found";
  return new ShellError("DEVICE_LOST", `the microphone is gone: ${why}`, { remedy, ...(cause ? { cause } : {}) });
}

export interface Watchdog {
  fed(): void;
  stop(): void;
}

/** Calls `bark` once when nothing has come within {@link FIRST_SOUND_WITHIN_MS}, and later for {@link LOST_AFTER_MS}. */
export function watchdog(bark: () => void): Watchdog {
  let timer = setTimeout(bark, FIRST_SOUND_WITHIN_MS);
  let first = true;
  return {
    fed: () => {
      if (!first) return void timer.refresh();
      first = false;
      clearTimeout(timer);
      timer = setTimeout(bark, LOST_AFTER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Lines by line feeds or carriage returns (a status line that is written over), the empty ones left out. */
function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split(/[\r\n]+/);
    rest = lines.pop()!.slice(-2_000);
    for (const line of lines) if (line.trim()) take(line.trim());
  });
}
