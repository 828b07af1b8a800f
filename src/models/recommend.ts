import type { MachineSpeed } from "./machine-speed.ts";
import type { KnownModel, ModelRole } from "./model-table.ts";

/** A model that is here, or could be had. */
export interface Candidate {
  readonly name: string;
  readonly role: ModelRole;
  readonly isInstalled: boolean;
  readonly parameters: number;
  readonly fileBytes: number | null;
  /** Null: not measured; then it is estimated. */
  readonly residentBytes: number | null;
  /** Milliseconds of an answer, where this machine has measured them. */
  readonly answerMs: number | null;
  /** Exact plans per billion multiply-adds, where they were measured. */
  readonly density: number | null;
  readonly languages: readonly string[];
  readonly licence?: string;
  readonly url?: string;
}

export interface Limits {
  readonly memoryBytes: number;
  readonly latencyMs: number;
  /** Languages that the person speaks to the shell. */
  readonly languages: readonly string[];
}

/** A candidate held against the limits. */
export interface Judged extends Candidate {
  /** Estimated where it was not measured. */
  readonly needsBytes: number;
  readonly takesMs: number;
  /** Why it does not fit; empty when it does. */
  readonly tooMuch: readonly ("memory" | "latency")[];
}

export interface Recommendation {
  readonly role: ModelRole;
  /** Undefined when nothing fits. */
  readonly pick?: Judged;
  readonly why: string;
  readonly others: readonly Judged[];
}

/** What a larger model reads and writes for one plan: the list of what it may call, and a few calls in JSON. An assumption, not measured. */
export const LOCAL_ANSWER = { read: 400, written: 40 };

/** 4-bit and 5-bit files with their scales: what Q4_K_M comes to. */
const BYTES_PER_PARAMETER = 0.61;
/** Cache and buffers beside the weights, at a context of a few thousand tokens. */
const BESIDE_WEIGHTS = 1.2;

/**
 * For each role the candidate to take. Reflex: the densest one measured that fits. Local: of those that fit, the one that speaks most of the
 * languages, then the largest; it is not measured here what it understands.
 */
export function recommend(candidates: readonly Candidate[], speed: MachineSpeed, limits: Limits): readonly Recommendation[] {
  return (["reflex", "local"] as const).map((role) => {
    const judged = candidates.filter((it) => it.role === role).map((it) => judge(it, speed, limits));
    const fitting = judged.filter(({ tooMuch }) => tooMuch.length === 0);
    const [pick] = role === "reflex" ? fitting.toSorted(byDensity) : fitting.toSorted(byLanguages(limits.languages));
    const others = judged.filter((it) => it !== pick);
    return { role, ...(pick ? { pick } : {}), why: whyWords(role, pick, fitting.length, judged, limits), others };
  });
}

/** A model of the table as a candidate; `isInstalled` where its file is among the installed ones. */
export function knownCandidate(model: KnownModel, isInstalled: boolean): Candidate {
  const { name, role, parameters, fileBytes, residentBytes, languages, licence, url } = model;
  return { name, role, isInstalled, parameters, fileBytes, residentBytes, answerMs: null, density: null, languages, licence, url };
}

function judge(candidate: Candidate, speed: MachineSpeed, limits: Limits): Judged {
  const weights = candidate.fileBytes ?? candidate.parameters * BYTES_PER_PARAMETER;
  const needsBytes = candidate.residentBytes ?? weights * BESIDE_WEIGHTS;
  const takesMs = candidate.answerMs ?? 1000 * estimateSeconds(candidate.parameters, weights, speed);
  return {
    ...candidate,
    needsBytes: Math.round(needsBytes),
    takesMs: Math.round(takesMs * 10) / 10,
    tooMuch: [...(needsBytes > limits.memoryBytes ? (["memory"] as const) : []), ...(takesMs > limits.latencyMs ? (["latency"] as const) : [])],
  };
}

/**
 * Reading is bound by arithmetic; writing by arithmetic or by the memory that holds the weights, whichever is slower (the roofline model: Williams,
 * Waterman, Patterson, Communications of the ACM 52(4), 2009).
 */
function estimateSeconds(parameters: number, weightBytes: number, speed: MachineSpeed): number {
  const perToken = parameters / speed.multiplyAddsPerSecond;
  const perWritten = Math.max(perToken, weightBytes / speed.bytesPerSecond);
  return LOCAL_ANSWER.read * perToken + LOCAL_ANSWER.written * perWritten;
}

function whyNone(judged: readonly Judged[]): string {
  const tight = (what: "memory" | "latency") => judged.filter(({ tooMuch }) => tooMuch.includes(what)).length;
  const [quickest] = judged.filter(({ tooMuch }) => !tooMuch.includes("memory")).toSorted((a, b) => a.takesMs - b.takesMs);
  // to the next tenth of a second: the estimate is not finer
  const advice = quickest ? `; with --latency ${Math.ceil(quickest.takesMs / 100) * 100} ${quickest.name} would do` : "";
  return `none of ${judged.length} fits: ${tight("memory")} need more memory, ${tight("latency")} take longer${advice}`;
}

const byDensity = (a: Judged, b: Judged) => (b.density ?? 0) - (a.density ?? 0) || a.parameters - b.parameters;

function byLanguages(wanted: readonly string[]) {
  const spoken = ({ languages }: Judged) => wanted.filter((lang) => languages.includes(lang)).length;
  return (a: Judged, b: Judged) => spoken(b) - spoken(a) || b.parameters - a.parameters || Number(b.isInstalled) - Number(a.isInstalled);
}

function whyWords(role: ModelRole, pick: Judged | undefined, fitting: number, judged: readonly Judged[], { languages }: Limits): string {
  if (judged.length === 0) return "there is none to choose from";
  if (!pick) return whyNone(judged);
  const among = `${fitting} of ${judged.length} fit`;
  if (role === "reflex") return pick.density === null ? `${among}; measure it with saysh density` : `${among}; it is the densest measured one`;
  const spoken = languages.filter((lang) => pick.languages.includes(lang));
  const speaks = spoken.length === languages.length ? "speaks all of your languages" : `speaks ${spoken.join(" and ") || "none that its file tells"}`;
  return `${among}; it ${speaks}, and of those that do it is the largest`;
}
