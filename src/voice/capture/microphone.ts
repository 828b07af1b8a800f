import { setTimeout as delay } from "node:timers/promises";
import { type ShellError, toShellError } from "../../errors.ts";
import { FRAME_SAMPLES, type Frame, type Recorder, SAMPLE_RATE } from "../contracts.ts";
import { createFrameQueue } from "./frame-queue.ts";

/** Before the second, third … attempt to open it again; the last one for all that follow. */
const BACK_OFF_MS = [250, 500, 1_000, 2_000, 5_000];

export type MicrophoneEvent =
  | { readonly kind: "lost"; readonly error: ShellError }
  | { readonly kind: "back" }
  | { readonly kind: "muted" }
  | { readonly kind: "unmuted" };

/** A microphone that outlives its device. */
export interface Microphone extends AsyncDisposable {
  /** For one listener. Goes on after a loss and a mute, `at` ahead by the time that was missed; ends when it is disposed of. */
  readonly frames: AsyncIterable<Frame>;
  /** No device: "muted" by the person, or "lost" and being opened again. */
  readonly state: "open" | "muted" | "lost";
  /** True closes the device, resolving once it is closed: nothing on this machine can hear through it any more. False opens it again. */
  setMuted(on: boolean): Promise<void>;
}

export interface MicrophoneOptions {
  /** Each time it is called, a new recorder; may throw, then it is tried again. */
  readonly open: () => Promise<Recorder>;
  /** A loss is told once, however many attempts fail; "back" with the first frame after it. */
  readonly tell?: (event: MicrophoneEvent) => void;
  readonly muted?: boolean;
  readonly backOffMs?: readonly number[];
}

/** Opens in the background; a device that is not there yet is "lost" until it comes. */
export function createMicrophone(options: MicrophoneOptions): Microphone {
  const { open, tell = () => undefined, backOffMs = BACK_OFF_MS } = options;
  const queue = createFrameQueue();
  const started = performance.now();
  let lost = false;
  let nextAt = 0;
  let running: { readonly stop: AbortController; readonly done: Promise<void> } | undefined;

  const listen = () => {
    const stop = new AbortController();
    running = { stop, done: keepOpen(stop.signal) };
  };
  const close = async () => {
    const closing = running;
    running = undefined;
    closing?.stop.abort();
    await closing?.done;
  };
  async function keepOpen(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      const error = await record(signal, () => {
        attempt = 0;
        if (!lost) return;
        lost = false;
        tell({ kind: "back" });
      });
      if (signal.aborted) return;
      if (!lost) {
        lost = true;
        tell({ kind: "lost", error });
      }
      await delay(backOffMs[Math.min(attempt, backOffMs.length - 1)], undefined, { signal }).catch(() => undefined);
    }
  }
  /** Until the signal aborts or the device is lost; then why. */
  async function record(signal: AbortSignal, heard: () => void): Promise<ShellError> {
    try {
      await using recorder = await open();
      // disposing of it ends the iteration
      const end = () => void recorder[Symbol.asyncDispose]();
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
      let offset: number | undefined;
      for await (const frame of recorder.frames) {
        if (signal.aborted) break;
        offset ??= Math.max(nextAt, elapsed(started)) - frame.at;
        heard();
        nextAt = frame.at + offset + FRAME_SAMPLES;
        queue.push({ samples: frame.samples, at: frame.at + offset });
      }
      return toShellError(new Error("the recording ended"), "DEVICE_LOST");
    } catch (error) {
      return toShellError(error, "DEVICE_LOST");
    }
  }

  if (!options.muted) listen();
  return {
    frames: queue.frames,
    get state() {
      return running === undefined ? "muted" : lost ? "lost" : "open";
    },
    setMuted: async (on) => {
      if (on === (running === undefined)) return;
      if (on) await close();
      else listen();
      tell({ kind: on ? "muted" : "unmuted" });
    },
    [Symbol.asyncDispose]: async () => {
      queue.end();
      await close();
    },
  };
}

/** Whole frames of time since then, in samples: the clock runs on while nothing is recorded. */
function elapsed(since: number): number {
  const frames = Math.floor(((performance.now() - since) / 1000) * (SAMPLE_RATE / FRAME_SAMPLES));
  return frames * FRAME_SAMPLES;
}
