import { createInterface } from "node:readline";
import type { Lang, Plan } from "../../intents/plan.ts";
import { createUnderstanding } from "../../intents/understand/index.ts";
import { jsonLine } from "./print.ts";

export interface UnderstandLinesOptions {
  readonly lang?: Lang;
  readonly now?: Date;
  readonly timeZone: string;
  readonly modelPath?: string;
}

/**
 * One utterance per line in, one JSON line each out, in order; acts on nothing and remembers nothing, so each line stands alone.
 * Taught phrases do not count here: the output depends on the utterance, the clock and the model only. Ends early, without an error,
 * when nobody reads the output any more.
 */
export async function understandLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: UnderstandLinesOptions,
): Promise<void> {
  const { lang, now, timeZone, modelPath } = options;
  await using mind = await createUnderstanding(modelPath ? { modelPath } : {});
  // the first answer would carry the cost of warming up
  await mind.understand("hello", { now: now ?? new Date(), timeZone });
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let isClosed = false;
  const unread = () => {
    isClosed = true;
    lines.close();
  };
  output.once("error", unread);
  output.once("close", unread);
  for await (const utterance of lines) {
    const plan = await mind.understand(utterance, { now: now ?? new Date(), timeZone, ...(lang ? { lang } : {}) });
    if (isClosed) break;
    if (!output.write(`${jsonLine(lineOf(plan))}\n`)) await drained(output);
  }
  output.off("error", unread);
  output.off("close", unread);
}

/** Settles when there is room again, or when the other side is gone. */
function drained(output: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ["drain", "error", "close"]) output.off(event, done);
      resolve();
    };
    for (const event of ["drain", "error", "close"]) output.once(event, done);
  });
}

function lineOf(plan: Plan) {
  return {
    utterance: plan.utterance,
    calls: plan.calls,
    tier: plan.tier,
    confidence: Number(plan.confidence.toFixed(4)),
    ms: Number(plan.ms.toFixed(2)),
    lang: plan.lang,
    ...(plan.unsure ? { unsure: true, guess: plan.guess ?? [] } : {}),
  };
}
