import { createInterface } from "node:readline";
import type { Lang, Plan } from "../../intents/plan.ts";
import { createUnderstanding } from "../../intents/understand/index.ts";

export interface UnderstandLinesOptions {
  readonly lang?: Lang;
  readonly now?: Date;
  readonly timeZone: string;
  readonly modelPath?: string;
}

/**
 * One utterance per line in, one JSON line each out, in order; acts on nothing and remembers nothing, so each line stands alone.
 * Taught phrases do not count here: the output depends on the utterance, the clock and the model only.
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
  for await (const utterance of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const plan = await mind.understand(utterance, { now: now ?? new Date(), timeZone, ...(lang ? { lang } : {}) });
    if (!output.write(`${JSON.stringify(lineOf(plan))}\n`))
      await new Promise((resolve) => output.once("drain", resolve));
  }
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
