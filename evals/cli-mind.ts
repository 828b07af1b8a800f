import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ShellError } from "../src/errors.ts";
import { EVAL_NOW, EVAL_TIME_ZONE } from "./items.ts";
import type { Mind, MindOptions } from "./mind.ts";

const LINE = z.object({
  calls: z.array(z.object({ action: z.string(), args: z.record(z.string(), z.unknown()) })),
  confidence: z.number(),
  ms: z.number(),
});

/** Long enough for a slow board to load the model. */
const LINE_TIMEOUT_MS = 60_000;

/** `saysh understand` over its standard input and output: one process per language that is told, else one for all. */
export function createCliMind({ modelPath, tellLang }: MindOptions): Mind {
  if (modelPath !== undefined) {
    throw new ShellError("USAGE", `--cli cannot take --model ${modelPath}`, { remedy: "leave out --cli or --model" });
  }
  const processes = new Map<string, UnderstandProcess>();
  const processOf = (lang: string): UnderstandProcess => {
    const running = processes.get(lang) ?? startUnderstand(lang === "" ? [] : ["--lang", lang]);
    processes.set(lang, running);
    return running;
  };
  return {
    takesContext: false,
    async understand(item) {
      const { calls, confidence, ms } = await processOf(tellLang ? item.lang : "").ask(item.utterance);
      return { calls, best: calls, unsure: false, confidence, ms };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...processes.values()].map((one) => one.end()));
    },
  };
}

interface UnderstandProcess {
  ask(utterance: string): Promise<z.infer<typeof LINE>>;
  end(): Promise<void>;
}

function startUnderstand(args: readonly string[]): UnderstandProcess {
  const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
  if (!existsSync(cli))
    throw new ShellError("FILE_NOT_FOUND", `no command line at ${cli}`, { remedy: "leave out --cli" });
  const child = spawn(process.execPath, [cli, "understand", "--now", EVAL_NOW, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, TZ: EVAL_TIME_ZONE },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(utterance) {
      child.stdin.write(`${utterance}\n`);
      const line = await withTimeout(lines.next(), utterance);
      if (line.done) throw new ShellError("BACKEND_FAILED", `saysh understand ended before it answered "${utterance}"`);
      return LINE.parse(JSON.parse(line.value));
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}

async function withTimeout<T>(answer: Promise<T>, utterance: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ShellError("TIMEOUT", `no answer to "${utterance}" within ${LINE_TIMEOUT_MS} ms`)),
      LINE_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
