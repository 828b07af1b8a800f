import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export interface Understanding {
  /** Loading the library and our code. */
  readonly importMs: number;
  /** Loading the model until the first utterance can be put. */
  readonly loadMs: number;
  /** One value per utterance, warm. */
  readonly ms: readonly number[];
  /** llama.cpp alone on as many tokens, measured right after each. */
  readonly bareMs: readonly number[];
  readonly tokens: readonly { readonly in: number; readonly out: number }[];
}

/** The model and its answers, in a fresh process that does nothing else. */
export async function measureUnderstanding(env: NodeJS.ProcessEnv): Promise<Understanding> {
  const script = fileURLToPath(new URL("understanding.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as Understanding;
}
