import type { Call } from "../src/intents/plan.ts";
import { type Interval, shareInterval } from "./share-interval.ts";

/** How one answer compares with the plans that are right. */
export interface Verdict {
  /** Same actions in the same order with equal arguments, against any of the right plans. */
  readonly exact: boolean;
  /** Same actions, each as often, whatever their order and arguments. */
  readonly rightActions: boolean;
  /** The answer holds no call. */
  readonly nothingDone: boolean;
}

export function judge(readings: readonly (readonly Call[])[], got: readonly Call[]): Verdict {
  return {
    exact: readings.some((plan) => equalPlans(plan, got)),
    rightActions: readings.some((plan) => actionNames(plan) === actionNames(got)),
    nothingDone: got.length === 0,
  };
}

export function equalPlans(a: readonly Call[], b: readonly Call[]): boolean {
  return a.length === b.length && a.every((call, index) => equalCalls(call, b[index]!));
}

/** The form in which two texts are compared: NFKC, lower case, single blanks, at most one closing mark cut. Nothing else is forgiven. */
export function comparable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[.!?。！？]$/u, "")
    .trim();
}

/** One understood utterance, with what is needed to count it. */
export interface Scored extends Verdict {
  /** Rows of the tables that it belongs to, such as `en` or `timer`. */
  readonly groups: readonly string[];
  /** True when the shell would have said that it is not sure, and acted on nothing. */
  readonly unsure: boolean;
  /** The answer holds a call of this risk. */
  readonly dangerous: boolean;
  readonly external: boolean;
}

export interface Row {
  readonly group: string;
  readonly n: number;
  readonly exact: Interval;
  readonly rightActions: Interval;
  readonly nothingDone: Interval;
  /** Counts, not shares. */
  readonly unsure: number;
  readonly dangerous: number;
  readonly external: number;
}

/** One row per group, in the order in which the groups first appear. */
export function tabulate(scored: readonly Scored[], seed = 1): readonly Row[] {
  const groups = [...new Set(scored.flatMap((one) => one.groups))];
  return groups.map((group) =>
    rowOf(
      group,
      scored.filter((one) => one.groups.includes(group)),
      seed,
    ),
  );
}

export function rowOf(group: string, scored: readonly Scored[], seed = 1): Row {
  return {
    group,
    n: scored.length,
    exact: shareInterval(
      scored.map((one) => one.exact),
      seed,
    ),
    rightActions: shareInterval(
      scored.map((one) => one.rightActions),
      seed,
    ),
    nothingDone: shareInterval(
      scored.map((one) => one.nothingDone),
      seed,
    ),
    unsure: scored.filter((one) => one.unsure).length,
    dangerous: scored.filter((one) => one.dangerous).length,
    external: scored.filter((one) => one.external).length,
  };
}

function equalCalls(a: Call, b: Call): boolean {
  const names = Object.keys(a.args);
  return (
    a.action === b.action &&
    names.length === Object.keys(b.args).length &&
    names.every((name) => Object.hasOwn(b.args, name) && comparable(a.args[name]) === comparable(b.args[name]))
  );
}

function actionNames(plan: readonly Call[]): string {
  return plan
    .map(({ action }) => action)
    .sort()
    .join(" ");
}
