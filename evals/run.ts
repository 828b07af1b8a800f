import { parseArgs } from "node:util";
import { ShellError, toShellError } from "../src/errors.ts";
import { LANGS, type Lang } from "../src/intents/plan.ts";
import { createCliMind } from "./cli-mind.ts";
import { createInProcessMind } from "./in-process-mind.ts";
import { readItems, SETS } from "./items.ts";
import { measure, type Observation } from "./measure.ts";
import type { Mind } from "./mind.ts";
import { missReport, reportOf } from "./report.ts";

const USAGE = "node evals/run.ts [--model FILE] [--lang en|fr|zh] [--tell-lang] [--cli] [--verbose] [--json]";

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { code, message, remedy } = toShellError(error);
  process.stderr.write(`${code}: ${message}\n${remedy === undefined ? "" : `${remedy}\n`}`);
  process.exitCode = code === "USAGE" ? 2 : 5;
}

/** Understands every item of evals/own, one after the other, and prints how many were right. */
async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  await using mind = await (options.cli ? createCliMind(options) : createInProcessMind(options));
  const result = measure(await observe(mind, options.lang));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  if (options.verbose) process.stdout.write(`${result.misses.map(missReport).join("\n\n")}\n\n`);
  process.stdout.write(`${reportOf(result)}\n`);
}

async function observe(mind: Mind, lang: Lang | undefined): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const set of SETS) {
    for (const item of readItems(set)) {
      if (lang !== undefined && item.lang !== lang) continue;
      if (item.before && !mind.takesContext) continue;
      observations.push({ set, item, answer: await mind.understand(item) });
    }
  }
  return observations;
}

function readOptions(argv: readonly string[]) {
  const { values } = parse(argv);
  const lang = LANGS.find((one) => one === values.lang);
  if (values.lang !== undefined && lang === undefined) {
    throw new ShellError("USAGE", `unknown language ${values.lang}`, { remedy: USAGE });
  }
  return {
    ...(values.model === undefined ? {} : { modelPath: values.model }),
    lang,
    tellLang: values["tell-lang"],
    cli: values.cli,
    verbose: values.verbose,
    json: values.json,
  };
}

function parse(argv: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const word = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { model: word, lang: word, "tell-lang": flag, cli: flag, verbose: flag, json: flag },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ShellError("USAGE", message, { cause, remedy: USAGE });
  }
}
