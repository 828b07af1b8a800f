import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Usage {
  /** From the start of the process to its end, as its caller sees it. */
  readonly wallMs: number;
  /** User and system time of the process and its threads. */
  readonly cpuMs: number;
  /** The most memory resident at once. */
  readonly peakBytes: number;
}

const REPORTER = fileURLToPath(new URL("report-usage.mjs", import.meta.url));
const PATIENCE_MS = 120_000;

/** Runs Node with these arguments to its end. Throws when it fails, with what it wrote. */
export async function measureProcess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "saysh-usage-"));
  const file = join(folder, "usage.json");
  try {
    const startedAt = performance.now();
    await run(["--import", REPORTER, ...args], { ...env, BENCH_USAGE: file });
    const wallMs = performance.now() - startedAt;
    const used = JSON.parse(readFileSync(file, "utf8")) as Omit<Usage, "wallMs">;
    return { wallMs, ...used };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"], timeout: PATIENCE_MS });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk));
    child.once("error", reject);
    child.once("close", (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`node ${args.join(" ")} ended with ${code ?? signal}:\n${said}`)),
    );
  });
}
