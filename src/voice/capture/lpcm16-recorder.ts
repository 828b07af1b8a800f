import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { type Env, hasProgram, missingProgram } from "../../../devices/drivers/run-program.ts";
import type { Recorder, RecorderEngine } from "../contracts.ts";
import { availability } from "./availability.ts";
import { plugged } from "./arecord-recorder.ts";
import { createFrameQueue } from "./frame-queue.ts";
import { createFramer } from "../framer.ts";
import { deviceLost, watchdog } from "./program-recorder.ts";

const PROGRAMS = { sox: "sox", rec: "sox", arecord: "alsa-utils" } as const;
type Program = keyof typeof PROGRAMS;

const LIBRARY: string = "node-record-lpcm16";

interface Library {
  record(options: Readonly<Record<string, string | number>>): {
    readonly process: ChildProcess;
    stream(): Readable;
    stop(): void;
  };
}

/**
 * node-record-lpcm16 (sox, rec or arecord), mended: what it does wrong is told at the line that mends it. Not the default: see
 * docs/adr/0014-recorders.md.
 */
export function createLpcm16Recorder(env: Env): RecorderEngine {
  const installed = () => (Object.keys(PROGRAMS) as Program[]).find((program) => hasProgram(program, env));
  return {
    name: "node-record-lpcm16",
    available: () =>
      availability(async () => {
        const program = installed();
        if (program === undefined) throw missingProgram("sox", PROGRAMS.sox);
        return { detail: program };
      }),
    open: async ({ device }) => {
      const program = installed();
      // the library's own spawn would end this process with an unhandled 'error'
      if (program === undefined) throw missingProgram("sox", PROGRAMS.sox);
      return record(env, program, device);
    },
  };
}

async function record(env: Env, program: Program, device: string | undefined): Promise<Recorder> {
  // it brings no types; the name in a constant keeps the compiler from looking for them
  const library = ((await import(LIBRARY)) as { default: Library }).default;
  const queue = createFrameQueue();
  const lose = (why: string) => queue.end(deviceLost(why));
  const watch = watchdog(() => lose(`no sound comes from ${program} any more`));
  const recording = withEnvironment({ ...env, PULSE_LATENCY_MSEC: "20" }, () =>
    // without "raw" the first frame would be the head of a file
    library.record({
      recorder: program,
      sampleRate: 16_000,
      channels: 1,
      audioType: "raw",
      ...(device ? { device: plugged(device) } : {}),
    }),
  );
  const child = recording.process;
  child.on("error", (error: Error) => lose(error.message));
  const stream = recording.stream();
  const frame = createFramer(queue.push);
  // at once: the library's own listener makes the stream flow, and what comes before ours would be gone
  stream.on("data", (bytes: Buffer) => {
    watch.fed();
    frame(bytes);
  });
  // a string, and also after an orderly stop()
  stream.on("error", (error: unknown) => lose(String(error).split("\n", 1)[0]!));
  const ended = new Promise<void>((resolve) => {
    child.once("close", (status: number | null) => {
      watch.stop();
      lose(`${program} ended with status ${status ?? "none"}`);
      resolve();
    });
  });
  return {
    frames: queue.frames,
    [Symbol.asyncDispose]: async () => {
      queue.end();
      watch.stop();
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      recording.stop();
      const killer = setTimeout(() => child.kill("SIGKILL"), 500);
      await ended;
      clearTimeout(killer);
    },
  };
}

/** The library starts its program in the environment of this process, at once: sox and rec give blocks of 2 s unless it asks for 20 ms. */
function withEnvironment<T>(env: Env, start: () => T): T {
  const before = { ...process.env };
  const set = (values: Env) => {
    for (const [name, value] of Object.entries(values))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
  set(env);
  try {
    return start();
  } finally {
    set(Object.fromEntries(Object.keys(env).map((name) => [name, before[name]])));
  }
}
