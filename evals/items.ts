import { readFileSync } from "node:fs";
import { z } from "zod";
import { ShellError } from "../src/errors.ts";
import { type Call, LANGS } from "../src/intents/plan.ts";
import { packageFile } from "../src/package-file.ts";

const CALL = z.strictObject({ action: z.string(), args: z.record(z.string(), z.unknown()) });
const PLAN = z.array(CALL);
const ITEM = z.strictObject({
  id: z.string(),
  lang: z.enum(LANGS as ["en", "fr", "zh"]),
  /** The turn before, for a follow-up. */
  before: z.strictObject({ utterance: z.string().min(1), calls: PLAN }).optional(),
  utterance: z.string().min(1),
  calls: PLAN,
  /** Other plans that docs/annotation.md allows as well. */
  also: z.array(PLAN).min(1).optional(),
});

/** One line of evals/own/*.jsonl: an utterance with the plan or plans that are right for it. */
export type Item = z.infer<typeof ITEM>;

const CALIBRATION_ITEM = ITEM.partial({ id: true }).extend({ calls: PLAN.default([]) });
type CalibrationItem = z.infer<typeof CALIBRATION_ITEM>;

/** The files of evals/own, without their ending. */
export const SETS = ["en", "fr", "zh", "nothing", "follow-ups"] as const;
export type SetName = (typeof SETS)[number];

/** The moment and zone at which every item is understood: a Monday. */
export const EVAL_NOW = "2026-11-23T10:00";
export const EVAL_TIME_ZONE = "Europe/Paris";
export const EVAL_INSTANT = new Date("2026-11-23T09:00:00Z");

/** @throws ShellError USAGE when a line is not an item; names file and line · FILE_NOT_FOUND */
export function readItems(set: SetName): readonly Item[] {
  return readSet(set)
    .split("\n")
    .flatMap((line, index) => (line === "" ? [] : [readItem(line, `evals/own/${set}.jsonl:${index + 1}`)]));
}

/** The set as it stands in its file. @throws ShellError FILE_NOT_FOUND in a package that was made without the sets */
export function readSet(set: SetName): string {
  const file = packageFile(`evals/own/${set}.jsonl`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ShellError("FILE_NOT_FOUND", `the evals are not in this installation: no ${file}`, {
      cause,
      remedy: "install saysh again, or take evals/own from its repository",
    });
  }
}

/** Sentences that confidence is fitted on, never reported on: lines like those of evals/own, without `calls` where nothing is asked. */
export function readCalibrationItems(file: "calibration-asking" | "calibration-nothing"): readonly CalibrationItem[] {
  return readFileSync(packageFile(`evals/${file}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => CALIBRATION_ITEM.parse(JSON.parse(line)));
}

export function readingsOf(item: Pick<Item, "calls" | "also">): readonly (readonly Call[])[] {
  return [item.calls, ...(item.also ?? [])];
}

function readItem(line: string, where: string): Item {
  try {
    return ITEM.parse(JSON.parse(line));
  } catch (cause) {
    throw new ShellError("USAGE", `${where} is not an eval item`, {
      cause,
      remedy: "see evals/README.md for the form",
    });
  }
}
