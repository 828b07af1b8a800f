import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { type Client, connectDaemon } from "../src/shell/doors/client.ts";
import { UTTERANCES } from "./utterances.ts";

export interface RunningDaemon extends AsyncDisposable {
  /** Memory resident now. */
  residentBytes(): Promise<number>;
  /** So many turns, one after the other; the wall time of each. */
  turns(count: number): Promise<readonly number[]>;
}

const PATIENCE_MS = 60_000;

/** Starts `saysh daemon` in that environment and waits until it answers. */
export async function startMeasuredDaemon(
  cli: string,
  env: NodeJS.ProcessEnv,
  runtime: string,
): Promise<RunningDaemon> {
  const child = spawn(process.execPath, [cli, "daemon"], { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const client = await connect(runtime);
  return {
    async residentBytes() {
      const message = await client.ask({ type: "status" });
      if (message.type !== "status") throw new Error(`the daemon answered ${message.type} to status`);
      return message.status.residentBytes;
    },
    async turns(count) {
      const ms: number[] = [];
      for (let n = 0; n < count; n++) {
        const utterance = UTTERANCES[n % UTTERANCES.length]!;
        const startedAt = performance.now();
        await client.ask({ type: "turn", utterance, session: "bench" });
        ms.push(performance.now() - startedAt);
      }
      return ms;
    },
    async [Symbol.asyncDispose]() {
      client[Symbol.dispose]();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function connect(runtime: string): Promise<Client> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const client = await connectDaemon(runtime);
    if (client) return client;
    await wait(100);
  }
  throw new Error(`no daemon at ${runtime} after ${PATIENCE_MS / 1000} s`);
}
