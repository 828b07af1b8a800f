import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { catalogue } from "../src/intents/catalogue.ts";
import { type Call, LANGS } from "../src/intents/plan.ts";
import { UNCALIBRATED } from "../src/intents/understand/reflex/calibration.ts";
import { createReflex, type Reflex } from "../src/intents/understand/reflex/reflex.ts";
import { EVAL_INSTANT, EVAL_TIME_ZONE, type Item, readItems, readingsOf } from "./items.ts";
import { judge } from "./score.ts";

/**
 * Exact plans of the bare weights: no threshold, no other tier, so that checkpoints can be compared before any of them has a calibration of its own.
 * Prints one line of JSON per model: {"model", "sets": {"own/en": {"n", "exact", "rightActions"}, …}}, counts; the sets are evals/own, and the catalogue's
 * own examples by language. reflex/wind_tunnel.py reads it.
 *
 *     node evals/raw.ts [--sets own/en,catalogue/en,…] MODEL.gguf [MODEL.gguf …]
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { sets: { type: "string" } } });
const models = positionals.length > 0 ? positionals : [join(import.meta.dirname, "../reflex/reflex.gguf")];
const wanted = values.sets?.split(",");
const AT = { now: EVAL_INSTANT, timeZone: EVAL_TIME_ZONE };

interface Trial {
  readonly set: string;
  readonly item: Pick<Item, "utterance" | "calls" | "also" | "before">;
}

const trials = [...ownTrials(), ...catalogueTrials()].filter(({ set }) => wanted?.includes(set) ?? true);
for (const model of models) console.log(JSON.stringify({ model, sets: await score(model) }));

async function score(modelPath: string) {
  await using reflex = await createReflex({
    modelPath,
    catalogue,
    calibration: { ...UNCALIBRATED, threshold: 0, thresholdRisky: 0 },
  });
  const sets: Record<string, { n: number; exact: number; rightActions: number }> = {};
  for (const { set, item } of trials) {
    const { exact, rightActions } = judge(readingsOf(item as Item), await answer(reflex, item));
    const row = (sets[set] ??= { n: 0, exact: 0, rightActions: 0 });
    row.n += 1;
    row.exact += Number(exact);
    row.rightActions += Number(rightActions);
  }
  return sets;
}

async function answer(reflex: Reflex, { utterance, before }: Trial["item"]): Promise<readonly Call[]> {
  return (await reflex.understand(utterance, { ...AT, ...(before ? { context: before } : {}) })).calls;
}

function ownTrials(): readonly Trial[] {
  return (["en", "fr", "zh", "nothing", "follow-ups"] as const).flatMap((set) =>
    readItems(set).map((item) => ({ set: `own/${set}`, item })),
  );
}

/** The catalogue's examples were written beside the actions, calibration-nothing.jsonl beside the calibration; neither is trained on. */
function catalogueTrials(): readonly Trial[] {
  const examples = [...catalogue.values()].flatMap(({ name, examples }) =>
    LANGS.flatMap((lang) =>
      examples[lang].map(([utterance, args]) => ({
        set: `catalogue/${lang}`,
        item: { utterance, calls: [{ action: name, args: args as Call["args"] }] },
      })),
    ),
  );
  const nothing = readFileSync(join(import.meta.dirname, "calibration-nothing.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => ({ set: "catalogue/nothing", item: { utterance: (JSON.parse(line) as { utterance: string }).utterance, calls: [] } }));
  return [...examples, ...nothing];
}
