import type { Env } from "../run-program.ts";
import type { CommandOutcome } from "./command.ts";

/** What fits on a few screens; nobody scrolls further by voice. */
export const OUTPUT_LIMIT_BYTES = 64 * 1024;
/** Between the polite signal and the one that cannot be refused. */
const GRACE_MS = 1_000;
/** Names of variables that hold secrets. */
const SECRET = /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|API_?KEY|PRIVATE|ACCESS_KEY|^SAYSH_|^NPM_|^NODE_/i;

export async function runCommand(
  command: string,
  { env, home, signal, timeoutMs }: { env: Env; home: string; signal: AbortSignal; timeoutMs: number },
): Promise<CommandOutcome> {
  const { execa } = await import("execa");
  const startedAt = performance.now();
  // Detached: the leader of a group of its own, so that what it starts can be ended with it.
  const child = execa("sh", ["-c", command], {
    cwd: home,
    env: withoutSecrets(env),
    extendEnv: false,
    stdin: "ignore",
    all: true,
    buffer: false,
    reject: false,
    detached: true,
    cleanup: true,
  });
  const output = collect(child.all!);

  let ending: "timed out" | "cancelled" | undefined;
  let killer: NodeJS.Timeout | undefined;
  const end = (why: "timed out" | "cancelled") => {
    if (ending) return;
    ending = why;
    killGroup(child.pid, "SIGTERM");
    killer = setTimeout(() => {
      killGroup(child.pid, "SIGKILL");
      child.all?.destroy(); // somebody who left the group may still hold the pipe
    }, GRACE_MS);
  };
  const timer = setTimeout(() => end("timed out"), timeoutMs);
  const onAbort = () => end("cancelled");
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    const result = await child;
    return {
      exitCode: ending ? undefined : result.exitCode,
      output: output.text(),
      truncated: output.isTruncated(),
      timedOut: ending === "timed out",
      cancelled: ending === "cancelled",
      ms: Math.round(performance.now() - startedAt),
    };
  } finally {
    clearTimeout(timer);
    clearTimeout(killer);
    // The command is over; what it left in its group has no one to answer to.
    if (ending) killGroup(child.pid, "SIGKILL");
    signal.removeEventListener("abort", onAbort);
  }
}

/** The environment of a command: the person's, without what a command must not tell. */
export function withoutSecrets(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined && !SECRET.test(pair[0])),
  );
}

/** Keeps the head and goes on reading, so that a command with much to say does not block. */
function collect(stream: NodeJS.ReadableStream) {
  const chunks: Buffer[] = [];
  let kept = 0;
  let truncated = false;
  stream.on("data", (chunk: Buffer | string) => {
    const bytes = Buffer.from(chunk as string);
    const room = OUTPUT_LIMIT_BYTES - kept;
    if (bytes.length > room) truncated = true;
    if (room <= 0) return;
    chunks.push(bytes.subarray(0, room));
    kept += Math.min(room, bytes.length);
  });
  stream.on("error", () => {}); // ended by us
  return { text: () => new TextDecoder().decode(Buffer.concat(chunks)), isTruncated: () => truncated };
}

function killGroup(pid: number | undefined, signal: "SIGTERM" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is already gone
  }
}
