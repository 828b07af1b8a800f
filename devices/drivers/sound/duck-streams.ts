import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Env } from "../run-program.ts";

/** One program that plays, by `pactl list sink-inputs`. */
export interface PlayingStream {
  readonly index: number;
  /** Per channel, 65,536 for 100 %. */
  readonly volume: Readonly<Record<string, { readonly value: number }>>;
  readonly properties: Readonly<Record<string, string>>;
}

/** Waits for the end of its input, however it comes, and gives each stream its volumes back. */
const GUARD = `trap '' HUP INT TERM; cat >/dev/null; while [ $# -gt 1 ]; do pactl set-sink-input-volume "$1" $2; shift 2; done`;

/**
 * Turns streams down until it is disposed of. The volumes are given back by a small process of its own that waits for the end of
 * the pipe between us: that also comes when this process is killed.
 */
export async function duckStreams(
  streams: readonly PlayingStream[],
  percent: number,
  setVolume: (index: number, volumes: readonly string[]) => Promise<unknown>,
  env: Env,
): Promise<AsyncDisposable> {
  if (streams.length === 0) return { [Symbol.asyncDispose]: async () => undefined };
  const before = streams.flatMap(({ index, volume }) => [String(index), volumes(volume, 100).join(" ")]);
  // a session of its own: what ends the terminal's programs does not end it
  const guard = spawn("sh", ["-c", GUARD, "sh", ...before], { env, stdio: ["pipe", "ignore", "ignore"], detached: true });
  await once(guard, "spawn");
  const ended = once(guard, "exit");
  guard.unref();
  guard.stdin.on("error", () => undefined);
  // one that has ended meanwhile needs no turning down
  await Promise.allSettled(streams.map(({ index, volume }) => setVolume(index, volumes(volume, percent))));
  return {
    [Symbol.asyncDispose]: async () => {
      guard.ref();
      guard.stdin.end();
      await ended;
    },
  };
}

function volumes(channels: PlayingStream["volume"], percent: number): readonly string[] {
  return Object.values(channels).map(({ value }) => String(Math.round((value * percent) / 100)));
}
