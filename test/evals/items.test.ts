import { describe, expect, test } from "vitest";
import { EVAL_NOW, type Item, readItems, readingsOf, SETS } from "../../evals/items.ts";
import { comparable, equalPlans } from "../../evals/score.ts";
import type { Arg } from "../../src/intents/args.ts";
import type { Call } from "../../src/intents/plan.ts";
import { actionSpecs } from "./action-specs.ts";

const specs = actionSpecs();
const items = new Map(SETS.map((set) => [set, readItems(set)]));
const all = [...items.values()].flat();

describe("every plan of the evals", () => {
  test.each(SETS)("%s holds known actions with canonical values", (set) => {
    const faults = items.get(set)!.flatMap((item) =>
      plansOf(item)
        .flat()
        .flatMap((call) => faultsOf(call, item)),
    );
    expect(faults).toEqual([]);
  });

  test.each(SETS)("%s names each required argument, but where the words give none", (set) => {
    const calls = items.get(set)!.flatMap(({ calls }) => calls);
    const incomplete = calls.filter(({ action, args }) =>
      Object.entries(specs.get(action)!).some(([name, spec]) => !spec.optional && !(name in args)),
    );
    expect(incomplete.length).toBeLessThanOrEqual(calls.length / 100);
  });

  test("second readings differ from the first and are few", () => {
    for (const set of SETS) {
      const doubtful = items.get(set)!.filter(({ also }) => also);
      expect(doubtful.length).toBeLessThanOrEqual(0.08 * items.get(set)!.length);
      for (const { id, calls, also = [] } of doubtful) {
        expect(
          also.some((plan) => equalPlans(plan, calls)),
          id,
        ).toBe(false);
      }
    }
  });
});

describe("the sets", () => {
  test("ids are unique and begin with the set or language", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, lang } of all) expect(id).toMatch(new RegExp(`^(nothing-|follow-)?${lang}-\\d{3}$`));
  });

  test("no utterance stands twice", () => {
    const keys = all.map(({ utterance }) =>
      String(comparable(utterance))
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("they are as large as promised", () => {
    const count = (set: (typeof SETS)[number], lang?: string) =>
      items.get(set)!.filter((item) => lang === undefined || item.lang === lang).length;
    expect(count("en", "en")).toBeGreaterThanOrEqual(420);
    expect(count("fr", "fr")).toBeGreaterThanOrEqual(110);
    expect(count("zh", "zh")).toBeGreaterThanOrEqual(110);
    expect(count("nothing", "en")).toBeGreaterThanOrEqual(80);
    expect(count("nothing", "fr")).toBeGreaterThanOrEqual(30);
    expect(count("nothing", "zh")).toBeGreaterThanOrEqual(30);
    expect(count("nothing")).toBeGreaterThanOrEqual(140);
    expect(count("follow-ups", "en")).toBeGreaterThanOrEqual(40);
    expect(count("follow-ups", "fr")).toBeGreaterThanOrEqual(10);
    expect(count("follow-ups", "zh")).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ["en", 2],
    ["fr", 1],
    ["zh", 1],
  ] as const)("%s has every action at least %i times", (lang, least) => {
    const said = items.get(lang)!.flatMap(({ calls }) => calls.map(({ action }) => action));
    const rare = [...specs.keys()].filter((name) => said.filter((action) => action === name).length < least);
    expect(rare).toEqual([]);
  });

  test("what asks for nothing has no call, everything else has one", () => {
    for (const [set, list] of items) {
      for (const { id, calls } of list) expect(calls.length > 0, id).toBe(set !== "nothing");
    }
  });

  test.each(["en", "fr", "zh"] as const)(
    "%s is varied: several calls, speech without signs, typing with them",
    (lang) => {
      const list = items.get(lang)!;
      const share = (count: number) => count / list.length;
      expect(share(list.filter(({ calls }) => calls.length > 1).length)).toBeGreaterThan(0.08);
      const bare = share(list.filter(({ utterance }) => isBare(utterance)).length);
      expect(bare).toBeGreaterThan(0.3);
      expect(bare).toBeLessThan(0.6);
    },
  );
});

function plansOf(item: Item): readonly (readonly Call[])[] {
  return [...readingsOf(item), ...(item.before ? [item.before.calls] : [])];
}

function faultsOf({ action, args }: Call, item: Item): readonly string[] {
  const spec = specs.get(action);
  if (!spec) return [`${item.id}: no action ${action}`];
  return Object.entries(args).flatMap(([name, value]) => {
    const known = spec[name];
    const fault = known ? faultOf(known, value, item) : "is no argument";
    return fault === undefined ? [] : [`${item.id}: ${action}.${name} = ${JSON.stringify(value)} ${fault}`];
  });
}

/** What is wrong with a value, or undefined. */
function faultOf(spec: Arg, value: unknown, { utterance, before }: Item): string | undefined {
  if (!spec.schema.safeParse(value).success) return `is no ${spec.type}`;
  const text = String(value);
  switch (spec.type) {
    case "text":
    case "ref":
      return [utterance, before?.utterance ?? ""].some((said) => fold(said).includes(fold(text)))
        ? undefined
        : "are not words of the utterance";
    case "datetime":
      if (!isMoment(text)) return "is no moment of the calendar";
      return text > EVAL_NOW ? undefined : "is past";
    case "period": {
      const [start, end] = text.split("/") as [string, string];
      if (!isMoment(start) || !isMoment(end)) return "is no moment of the calendar";
      return start < end ? undefined : "ends before it starts";
    }
    case "recurrence":
      return RULE.test(text) ? undefined : "is not one of the rules of docs/annotation.md";
    default:
      return undefined;
  }
}

const RULE =
  /^FREQ=(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=\d+)?(;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*)?(;BYMONTHDAY=\d+)?$/;

/** A real local datetime without superfluous seconds. */
function isMoment(text: string): boolean {
  const moment = new Date(`${text}:00Z`);
  return /T\d\d:\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ");
}

/** As from speech recognition: no capital at the start, no sign between or after the words. */
function isBare(utterance: string): boolean {
  return !/^\p{Lu}|[,;:!?。，！？：；](?!\w)|\.$|\.\.\./u.test(utterance);
}
