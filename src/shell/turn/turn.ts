import type { Call, Lang, Plan } from "../../intents/plan.ts";
import type { Result } from "../../intents/result.ts";
import type { Outcome } from "../../memory/memory.ts";
import type { Decision } from "../policy/decide.ts";
import { exitStatus } from "./outcome.ts";
import type { Question, Road } from "./types.ts";

/** What became of one utterance. Plain data; a door prints, speaks or sends it. */
export interface Turn {
  readonly utterance: string;
  readonly lang: Lang;
  /** Null when the words were not taken (muted) or nobody understood them. */
  readonly plan: Plan | null;
  /** The plan's calls as they are now: answers to questions filled in. */
  readonly calls: readonly Call[];
  /** One per call, of the policy. */
  readonly decisions: readonly Decision[];
  /** One per call that was tried, also those before a question in the middle of the plan. */
  readonly results: readonly Result[];
  /** What to say: the reply, or the question. */
  readonly reply: string;
  /** Rows for the terminal and the page; the numbered options of a question. */
  readonly show: readonly string[];
  /** The next utterance answers it. */
  readonly pending?: Question;
  readonly outcome: Outcome;
  /** 0 done · 3 not understood · 4 refused or not confirmed · 5 failed. */
  readonly exitStatus: 0 | 3 | 4 | 5;
  /** Milliseconds from the utterance to the reply. */
  readonly ms: number;
}

export function turnOf(road: Road, ms: number): Turn {
  const outcome = road.outcome ?? "failed";
  const pending = road.question;
  const base = {
    utterance: road.request.utterance,
    lang: road.lang,
    plan: road.plan,
    calls: road.calls,
    decisions: road.decisions,
    results: road.results,
    outcome,
    exitStatus: exitStatus(outcome),
    ms,
  };
  if (pending === null) return { ...base, reply: road.reply?.text ?? "", show: road.reply?.show ?? [] };
  const before = road.results.slice(road.from).flatMap((result) => (result.kind === "done" ? [result] : []));
  return {
    ...base,
    pending,
    reply: [...before.map(({ say }) => say), pending.question].filter((text) => text !== "").join(" "),
    show: [
      ...before.flatMap(({ show }) => show ?? []),
      ...(pending.options ?? []).map(({ name }, index) => `${index + 1}. ${name}`),
    ],
  };
}
