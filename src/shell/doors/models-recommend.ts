import { loadConfig } from "../../config.ts";
import { ShellError } from "../../errors.ts";
import { LANGS } from "../../intents/plan.ts";
import { contentHash } from "../../models/content-hash.ts";
import { mergeHistories, readHistory } from "../../models/density/history.ts";
import type { DensityRow } from "../../models/density/row.ts";
import { type InstalledModel, installedModels } from "../../models/installed-models.ts";
import { measureSpeed, USUAL_ANSWER } from "../../models/machine-speed.ts";
import { memoryBudget } from "../../models/memory-budget.ts";
import { readModelHead } from "../../models/model-head.ts";
import { MODEL_TABLE } from "../../models/model-table.ts";
import { cacheBytes, multiplyAdds } from "../../models/multiply-adds.ts";
import {
  type Candidate,
  type Judged,
  knownCandidate,
  LOCAL_ANSWER,
  type Recommendation,
  recommend,
} from "../../models/recommend.ts";
import { type ReflexShape, reflexShape } from "../../models/reflex-shape.ts";
import { shippedModel } from "../../models/shipped-model.ts";
import { packageFile } from "../../package-file.ts";
import { resolvePaths } from "../../paths.ts";
import { historyFile } from "./density-history-file.ts";
import { modelFolder } from "./model-folder.ts";
import { inMillions, type ModelsOptions } from "./models-command.ts";
import { clean, jsonLine } from "./print.ts";

/** A reply that comes within a second does not break the flow of thought (Miller, Response time in man-computer conversational transactions, 1968). */
const DEFAULT_LATENCY_MS = 1000;
/** Of what is available now; the rest is for what else this machine does. */
const SHARE_FOR_MODELS = 0.75;
/** As src/models/token-model.ts loads reflex models. */
const CONTEXT_SIZE = 256;
const MIB = 1024 * 1024;

/** `saysh models recommend`: what fits this device, after a second of measuring it. @throws ShellError USAGE, BACKEND_MISSING, MODEL_MISSING */
export async function recommendLines({ json, memory, latency }: ModelsOptions): Promise<readonly string[]> {
  const config = loadConfig(resolvePaths().configFile);
  const latencyMs =
    latency === undefined ? DEFAULT_LATENCY_MS : positive(latency, "--latency", "milliseconds, such as 500");
  const budget = memoryLimit(memory);
  const speed = await measureSpeed(shippedModel());
  const languages = config.lang === "auto" ? LANGS : [config.lang];
  const limits = { memoryBytes: budget.bytes, latencyMs, languages };
  const roles = recommend(candidates(installedModels(modelFolder(config)), speed.answerMs), speed, limits);
  if (json)
    return [jsonLine({ limits: { ...limits, memoryFrom: budget.from }, speed, localAnswer: LOCAL_ANSWER, roles })];
  return [
    `memory   ${mebibytes(budget.bytes)} for models (${budget.words})`,
    `latency  ${latencyMs} ms for an answer`,
    `machine  ${(speed.multiplyAddsPerSecond / 1e9).toFixed(1)} billion multiply-adds and ${(speed.bytesPerSecond / 1e9).toFixed(1)} GB of memory a second on one thread, measured just now with the reflex model`,
    ...roles.flatMap(roleLines),
    `~ estimated: file and a fifth; the time of a local model for ${LOCAL_ANSWER.read} tokens read and ${LOCAL_ANSWER.written} written on one thread`,
  ];
}

function memoryLimit(memory: string | undefined): {
  readonly bytes: number;
  readonly from: string;
  readonly words: string;
} {
  if (memory !== undefined)
    return { bytes: positive(memory, "--memory", "MiB, such as 512") * MIB, from: "option", words: "as you said" };
  const found = memoryBudget();
  if (!found)
    throw new ShellError("BACKEND_MISSING", "this machine does not tell how much memory is free", {
      remedy: "saysh models recommend --memory 512",
    });
  const where = found.from === "cgroup" ? "what is left of this control group's limit" : "what is available now";
  return {
    bytes: found.bytes * SHARE_FOR_MODELS,
    from: found.from,
    words: `three quarters of ${where}, ${mebibytes(found.bytes)}`,
  };
}

/** What is installed, and what the table knows beside. */
function candidates(installed: readonly InstalledModel[], shippedAnswerMs: number): readonly Candidate[] {
  const measured = mergeHistories(readHistory(packageFile("bench/density-history.jsonl")), readHistory(historyFile()));
  const here = installed.flatMap((model) => (model.head ? [candidateOf(model, measured, shippedAnswerMs)] : []));
  const files = installed.map(({ name }) => `${name}.gguf`);
  return [
    ...here,
    ...MODEL_TABLE.filter(({ file }) => file === null || !files.includes(file)).map((model) =>
      knownCandidate(model, false),
    ),
  ];
}

function candidateOf(model: InstalledModel, measured: readonly DensityRow[], shippedAnswerMs: number): Candidate {
  const { name, role, path, parameters } = model;
  const fileBytes = model.head!.fileBytes;
  const base = { name, role, isInstalled: true, parameters, fileBytes };
  if (role === "local") {
    const known = MODEL_TABLE.find(({ file }) => file === `${name}.gguf`);
    return {
      ...(known ? knownCandidate(known, true) : { languages: [] }),
      ...base,
      residentBytes: null,
      answerMs: null,
      density: null,
    };
  }
  const shape = reflexShape(model.head!, path);
  const sha256 = contentHash(path);
  return {
    ...base,
    residentBytes: fileBytes + cacheBytes(shape, CONTEXT_SIZE),
    answerMs:
      (shippedAnswerMs * usualWork(shape)) / usualWork(reflexShape(readModelHead(shippedModel()), shippedModel())),
    density: measured.findLast((row) => row.sha256 === sha256)?.density.value ?? null,
    languages: [...LANGS],
  };
}

const usualWork = (shape: ReflexShape) => multiplyAdds(shape, USUAL_ANSWER.read, USUAL_ANSWER.written);

function roleLines({ role, pick, why, others }: Recommendation): readonly string[] {
  const head = `${role.padEnd(7)}  ${pick ? clean(pick.name) : "none"}: ${why}`;
  const rows = [...(pick ? [pick] : []), ...others].map(
    (it) => `  ${mark(it, pick)} ${clean(it.name).padEnd(22)} ${factsOf(it)}`,
  );
  const get = pick && !pick.isInstalled && pick.url ? [`  → ${pick.url}`] : [];
  return [head, ...rows, ...get];
}

function mark(it: Judged, pick: Judged | undefined): string {
  if (it === pick) return "●";
  return it.tooMuch.length === 0 ? "○" : "✗";
}

function factsOf(it: Judged): string {
  const memory = `${it.residentBytes === null ? "~" : ""}${mebibytes(it.needsBytes)}`;
  const time = `${it.answerMs === null ? "~" : ""}${it.takesMs >= 100 ? Math.round(it.takesMs) : it.takesMs.toFixed(1)} ms`;
  const tooMuch =
    it.tooMuch.length > 0
      ? `, too much ${it.tooMuch.map((what) => (what === "latency" ? "time" : what)).join(" and ")}`
      : "";
  const where = it.isInstalled ? "installed" : "not installed";
  const languages = it.languages.length > 0 ? it.languages.join(" ") : "languages unknown";
  return `${inMillions(it.parameters)} parameters, ${memory}, ${time}${tooMuch}; ${languages}; ${it.licence ? `${it.licence}; ` : ""}${where}`;
}

function positive(text: string, option: string, form: string): number {
  const n = Number(text);
  if (!(n > 0 && n < 1e9)) throw new ShellError("USAGE", `${option} ${text}: ${form}`, { remedy: "saysh --help" });
  return n;
}

const mebibytes = (bytes: number) => `${(bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0)} MiB`;
