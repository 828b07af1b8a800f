import { catalogue } from "../src/intents/catalogue.ts";
import type { Call } from "../src/intents/plan.ts";
import { type CalibrationTable, calibrationTable } from "./calibration-table.ts";
import { type Item, readingsOf, type SetName } from "./items.ts";
import type { Answer } from "./mind.ts";
import { equalPlans, judge, type Row, rowOf, type Scored, tabulate } from "./score.ts";
import { quantile } from "./share-interval.ts";

export interface Observation {
  readonly set: SetName;
  readonly item: Item;
  readonly answer: Answer;
}

export interface Miss {
  readonly id: string;
  readonly utterance: string;
  readonly before?: string;
  readonly expected: readonly (readonly Call[])[];
  readonly got: readonly Call[];
  readonly unsure: boolean;
  readonly confidence: number;
}

export interface Measurement {
  /** Utterances that ask for something, by language, and all together. */
  readonly asking: readonly Row[];
  /** Those of them that are no set phrase: the training has seen none of these, while everybody says "volume up" alike (reflex/held_out.py). */
  readonly longer: readonly Row[];
  /** Utterances that ask for nothing, by language. */
  readonly nothing: readonly Row[];
  readonly followUps: readonly Row[];
  /** Utterances that ask for something, by domain of the catalogue; one that asks for two domains counts in both. */
  readonly domains: readonly Row[];
  /** Over everything, of the best reading, sure or not. */
  readonly calibration: CalibrationTable;
  readonly milliseconds: { readonly median: number; readonly p95: number };
  readonly misses: readonly Miss[];
}

export function measure(observations: readonly Observation[]): Measurement {
  const of = (...sets: SetName[]) => observations.filter(({ set }) => sets.includes(set));
  const asking = of("en", "fr", "zh");
  const byLang = (group: readonly Observation[]): readonly Row[] => {
    const scored = group.map((one) => scoreOf(one, [one.item.lang]));
    return group.length === 0 ? [] : [...tabulate(scored), rowOf("all", scored)];
  };
  const ms = observations.map(({ answer }) => answer.ms).sort((a, b) => a - b);
  return {
    asking: byLang(asking),
    longer: byLang(asking.filter(({ item }) => !isSetPhrase(item.utterance))),
    nothing: byLang(of("nothing")),
    followUps: byLang(of("follow-ups")),
    domains: tabulate(asking.map((one) => scoreOf(one, domainsOf(one.item.calls)))),
    calibration: calibrationTable(
      observations.map(({ item, answer }) => ({
        confidence: answer.confidence,
        exact: readingsOf(item).some((plan) => equalPlans(plan, answer.best)),
      })),
    ),
    milliseconds: { median: quantile(ms, 0.5), p95: quantile(ms, 0.95) },
    misses: observations.flatMap(missOf),
  };
}

function scoreOf({ item, answer }: Observation, groups: readonly string[]): Scored {
  const risks = answer.calls.map(({ action }) => catalogue.get(action)?.risk);
  return {
    ...judge(readingsOf(item), answer.calls),
    groups,
    unsure: answer.unsure,
    dangerous: risks.includes("dangerous"),
    external: risks.includes("external"),
  };
}

function domainsOf(calls: readonly Call[]): readonly string[] {
  return [...new Set(calls.map(({ action }) => catalogue.get(action)?.domain ?? "not in the catalogue"))];
}

function missOf({ item, answer }: Observation): readonly Miss[] {
  const expected = readingsOf(item);
  if (judge(expected, answer.calls).exact) return [];
  return [
    {
      id: item.id,
      utterance: item.utterance,
      ...(item.before ? { before: item.before.utterance } : {}),
      expected,
      got: answer.best,
      unsure: answer.unsure,
      confidence: answer.confidence,
    },
  ];
}

/** Up to three words, or six Chinese characters. */
function isSetPhrase(utterance: string): boolean {
  const plain = utterance.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return /\p{Script=Han}/u.test(plain) ? plain.length <= 6 : plain.split(" ").length <= 3;
}
