import type { Call } from "../src/intents/plan.ts";
import type { CalibrationTable } from "./calibration-table.ts";
import type { Measurement, Miss } from "./measure.ts";
import type { Row } from "./score.ts";
import type { Interval } from "./share-interval.ts";

/** The tables for a terminal; also readable as Markdown. */
export function reportOf(m: Measurement): string {
  const ms = (value: number) => value.toFixed(1);
  return [
    "## Utterances that ask for something",
    askingTable("language", m.asking),
    "## The same without set phrases of up to three words",
    askingTable("language", m.longer),
    "## Utterances that ask for nothing",
    nothingTable(m.nothing),
    "## Follow-ups",
    m.followUps.length === 0
      ? "not measured: this way of asking cannot tell the turn before"
      : askingTable("language", m.followUps),
    "## By domain",
    askingTable("domain", m.domains),
    "## Calibration",
    calibrationOf(m.calibration),
    "## Time",
    `median ${ms(m.milliseconds.median)} ms, 95th percentile ${ms(m.milliseconds.p95)} ms`,
  ].join("\n\n");
}

/** One miss in three lines: utterance, expected, got. */
export function missReport({ id, utterance, before, expected, got, unsure, confidence }: Miss): string {
  const sureness = `${unsure ? "unsure, " : ""}${confidence.toFixed(2)}`;
  return [
    `${id}: ${before === undefined ? "" : `[${before}] `}${utterance}`,
    `  expected ${expected.map(planText).join("  or  ")}`,
    `  got      ${planText(got)}  (${sureness})`,
  ].join("\n");
}

function askingTable(head: string, rows: readonly Row[]): string {
  return table(
    [head, "n", "exact plan %", "95 %", "right actions %", "nothing done %", "unsure"],
    rows.map((row) => [
      row.group,
      String(row.n),
      percent(row.exact.share),
      range(row.exact),
      percent(row.rightActions.share),
      percent(row.nothingDone.share),
      String(row.unsure),
    ]),
  );
}

function nothingTable(rows: readonly Row[]): string {
  return table(
    ["language", "n", "nothing done %", "95 %", "dangerous calls", "external calls"],
    rows.map((row) => [
      row.group,
      String(row.n),
      percent(row.nothingDone.share),
      range(row.nothingDone),
      String(row.dangerous),
      String(row.external),
    ]),
  );
}

function calibrationOf({ bins, expectedError }: CalibrationTable): string {
  const rows = bins.map(({ from, to, n, confidence, exact }) => [
    `${from.toFixed(1)}-${to.toFixed(1)}`,
    String(n),
    percent(confidence),
    percent(exact),
  ]);
  return `${table(["confidence", "n", "stated %", "exact %"], rows)}\n\nexpected calibration error ${percent(expectedError)} %`;
}

function planText(plan: readonly Call[]): string {
  if (plan.length === 0) return "nothing";
  return plan.map(({ action, args }) => `${action} ${JSON.stringify(args)}`).join(" + ");
}

function percent(share: number): string {
  return Number.isNaN(share) ? "-" : (100 * share).toFixed(1);
}

function range({ low, high }: Interval): string {
  return `${percent(low)}-${percent(high)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, 3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
