import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { deferred } from "../../../devices/drivers/deferred.ts";
import { type Env, hasProgram, missingProgram, programFailed } from "../../../devices/drivers/run-program.ts";
import { ShellError } from "../../errors.ts";
import type { Player, Sound } from "../contracts.ts";
import { shape } from "./shape.ts";

/** What the programs are fed with: servers mix at this rate, and one rate lets the program start before the first sound is there. */
export const PLAYER_RATE = 48_000;
/** The program takes in nothing for so long: the server hangs or the device is suspended. */
const STALLED_MS = 5_000;
/** After the last sample was handed over: some 2 s lie in the pipe at most, and as much in a server. */
const DRAIN_MS = 10_000;

export interface PlaybackProgram {
  readonly program: string;
  /** Such that it plays raw mono 16-bit little-endian sound at {@link PLAYER_RATE} from its standard input and ends after the last sample. */
  readonly args: readonly string[];
  readonly env: Env;
  readonly debianPackage: string;
}

/**
 * A player that starts a program for each `play`, at once, so that it is connected when the first sound comes. On abort the program
 * is killed: servers and cards drop what a dead client had queued, so that nothing has to be kept short for it.
 * @throws ShellError BACKEND_MISSING when the program is not installed; `play` rejects with BACKEND_FAILED or DEVICE_LOST
 */
export async function playWith(options: PlaybackProgram): Promise<Player> {
  if (!hasProgram(options.program, options.env)) throw missingProgram(options.program, options.debianPackage);
  const closed = new AbortController();
  return {
    play: (sounds, signal) => play(options, sounds, signal ? AbortSignal.any([signal, closed.signal]) : closed.signal),
    [Symbol.asyncDispose]: async () => closed.abort(),
  };
}

async function play(options: PlaybackProgram, sounds: AsyncIterable<Sound>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const env = { ...options.env, LC_ALL: "C.UTF-8" };
  const child = spawn(options.program, options.args, { env, stdio: ["pipe", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-2_000);
  });
  // a program that ended early is told of by its status
  child.stdin.on("error", () => undefined);
  const ended = closing(child);
  const silence = () => child.kill("SIGKILL");
  signal.addEventListener("abort", silence, { once: true });
  const source = shape(sounds, PLAYER_RATE);
  const drained = deferred<never>();
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([feed(child.stdin, source, signal), ended]);
    child.stdin.end();
    timer = setTimeout(() => drained.reject(stalled()), DRAIN_MS);
    const status = await Promise.race([ended, drained.promise]);
    if (status !== 0 && !signal.aborted) throw programFailed(options.program, stderr, status);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", silence);
    silence();
    // a speaker that hangs must not hold the player back: its generator is closed when it answers
    void source.return().catch(() => undefined);
  }
}

/** The exit status, null after a signal. */
function closing(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
}

/** Writes as fast as the program takes it in: its pipe holds some 0.5 s, which covers stalls of this process. */
async function feed(into: Writable, pieces: AsyncIterable<Int16Array>, signal: AbortSignal): Promise<void> {
  for await (const piece of pieces) {
    if (signal.aborted || into.destroyed) return;
    if (into.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))) continue;
    await room(into);
  }
}

/** Until there is room again, or the program has ended: its status says why. */
async function room(into: Writable): Promise<void> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), STALLED_MS);
  const { signal } = limit;
  try {
    await Promise.race(["drain", "close"].map((event) => once(into, event, { signal })));
  } catch (cause) {
    if (!signal.aborted) return;
    throw stalled(cause);
  } finally {
    clearTimeout(timer);
    limit.abort();
  }
}

function stalled(cause?: unknown): ShellError {
  const remedy = "choose another output in the sound settings; `saysh doctor` says what is found";
  return new ShellError("DEVICE_LOST", "the loudspeaker takes in no sound any more", { remedy, ...(cause ? { cause } : {}) });
}
