import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { ShellError } from "../../errors.ts";
import { contentHash } from "../../models/content-hash.ts";
import { addToHistory, mergeHistories, readHistory } from "../../models/density/history.ts";
import { densityPlot } from "../../models/density/plot/density-plot.ts";
import type { DensityRow } from "../../models/density/row.ts";
import { fitTrend, type Trend } from "../../models/density/trend.ts";
import { trendWords } from "../../models/density/trend-words.ts";
import { installedModels, modelFile } from "../../models/installed-models.ts";
import { readModelHead } from "../../models/model-head.ts";
import { reflexShape } from "../../models/reflex-shape.ts";
import { packageFile } from "../../package-file.ts";
import { historyFile } from "./density-history-file.ts";
import { modelFolder } from "./model-folder.ts";
import { jsonLine } from "./print.ts";
import { startSpinner } from "./spinner.ts";

/** `saysh density`: what models of the reflex format are able to do for what they cost. Acts on nothing else. @returns exit status */
export async function densityCommand(options: {
  readonly model?: readonly string[] | undefined;
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}): Promise<number> {
  const plotFile = options.plot === undefined ? undefined : writablePlot(options.plot);
  const paths = modelsToMeasure(options.model);
  for (const path of paths) reflexShape(readModelHead(path), path); // all of them, before minutes go into the first
  const known = knownRows();
  const { measureModel } = await import("./measure-model.ts");
  const measured: DensityRow[] = [];
  for (const path of paths) {
    const spinner = process.stderr.isTTY ? startSpinner(process.stderr) : undefined;
    const sha256 = contentHash(path);
    const same = known.find((row) => row.sha256 === sha256); // the oldest row tells when the model came to be
    measured.push(await measureModel(path, same ? { at: same.at } : {}).finally(() => spinner?.stop()));
  }
  addToHistory(historyFile(), measured);
  const history = knownRows().filter(({ scale }) => scale === measured[0]!.scale);
  const trend = fitTrend(history.map(({ at, density }) => ({ at, density: density.value })));
  if (plotFile !== undefined) writePlot(plotFile, densityPlot(measured, earlier(history, measured), trend));
  const lines = options.json
    ? [jsonLine({ models: measured, history, trend: trend ? readable(trend) : null })]
    : [
        ...measured.flatMap(reportLines),
        ...historyLines(history, trend),
        ...(plotFile === undefined ? [] : [`plot     ${plotFile}`]),
      ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

/** The project's own models, as they come with the package, and what this machine has measured. */
function knownRows(): readonly DensityRow[] {
  return mergeHistories(readHistory(packageFile("bench/density-history.jsonl")), readHistory(historyFile()));
}

function modelsToMeasure(named: readonly string[] | undefined): readonly string[] {
  const folder = modelFolder();
  if (named !== undefined) return [...new Set(named.map((name) => modelFile(name, folder)))];
  const paths = installedModels(folder)
    .filter(({ role, fault }) => role === "reflex" && !fault)
    .map(({ path }) => path);
  if (paths.length === 0)
    throw new ShellError("MODEL_MISSING", "no model of the reflex format is installed", {
      remedy: "install saysh again, or name one: --model FILE",
    });
  return paths;
}

function earlier(history: readonly DensityRow[], measured: readonly DensityRow[]): readonly DensityRow[] {
  return history.filter(
    (row) => !measured.some((now) => now.sha256 === row.sha256 && now.calibration === row.calibration),
  );
}

/** Before anything is measured: a path that cannot be written would cost minutes. @throws ShellError FILE_NOT_FOUND, FILE_EXISTS, PERMISSION_DENIED */
function writablePlot(named: string): string {
  const file = resolve(named.replace(/^~(?=\/)/, homedir()));
  const folder = dirname(file);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    throw new ShellError("FILE_EXISTS", `${file} is a folder`, { remedy: `--plot ${join(named, "density.svg")}` });
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ShellError("FILE_NOT_FOUND", `no folder ${folder} for ${basename(file)}`, {
      remedy: `mkdir -p ${folder}`,
    });
  try {
    accessSync(stats ? file : folder, constants.W_OK);
  } catch (cause) {
    throw unwritable(file, cause);
  }
  return file;
}

function writePlot(file: string, svg: string): void {
  try {
    writeFileSync(file, svg);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

function unwritable(file: string, cause: unknown): ShellError {
  return new ShellError("PERMISSION_DENIED", `${file} cannot be written`, {
    cause,
    remedy: "name a file in a folder of yours: --plot ~/density.svg",
  });
}

function reportLines(row: DensityRow): readonly string[] {
  const { exact, rightActions, nothingDone, followUps, cpuMs, density } = row;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const count = (n: number) => Math.round(n).toLocaleString("en");
  const energy =
    row.joules === null
      ? `not told by this machine; ${(cpuMs.mean / 1000).toFixed(4)} CPU-seconds per answer`
      : `${row.joules.toPrecision(3)} J per answer (${row.energySource === "rapl" ? "processor packages, RAPL" : "the whole device, from its battery"})`;
  return [
    `${row.name}${row.calibration === null ? "  (no calibration.json beside it: thresholds of an uncalibrated model)" : ""}`,
    `  capability  ${percent(exact.share)} exact plans (95 %: ${percent(exact.low)} to ${percent(exact.high)}) of ${row.n}; right actions ${percent(rightActions.share)}; follow-ups ${percent(followUps.share)}`,
    `  silence     ${percent(nothingDone.share)} of what asks for nothing is answered with nothing`,
    `  size        ${count(row.parameters)} parameters; file ${megabytes(row.fileBytes)}, resident ${megabytes(row.residentBytes)}`,
    `  compute     ${(row.multiplyAdds / 1e6).toFixed(1)} million multiply-adds per answer (${row.tokensRead.toFixed(1)} tokens read, ${row.tokensWritten.toFixed(1)} written)`,
    `  time        ${cpuMs.median.toFixed(1)} CPU ms per answer (median), ${cpuMs.p95.toFixed(1)} (95th percentile); loaded in ${row.loadMs.toFixed(0)} ms`,
    `  energy      ${energy}`,
    `  density     ${density.value.toFixed(2)} exact plans per billion multiply-adds (95 %: ${density.low.toFixed(2)} to ${density.high.toFixed(2)})`,
  ];
}

function historyLines(history: readonly DensityRow[], trend: Trend | undefined): readonly string[] {
  const fit = trend ? trendWords(trend) : "too few denser models, one after the other, to fit a line";
  return [`history  ${history.length} ${history.length === 1 ? "model" : "models"} on these evals; ${fit}`];
}

/** JSON has no infinity: null says that it does not double. */
function readable({ frontier, days, doublingDays, low, high }: Trend) {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return { models: frontier.length, days, doublingDays: finite(doublingDays), low: finite(low), high: finite(high) };
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
