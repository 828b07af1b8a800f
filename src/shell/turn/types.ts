import type { Call, Lang, Plan, TurnContext } from "../../intents/plan.ts";
import type { Result, Thing } from "../../intents/result.ts";
import type { Outcome } from "../../memory/memory.ts";
import type { Decision, Origin } from "../policy/decide.ts";

/** What the shell asks back. The next utterance is read as its answer. */
export interface Question {
  readonly kind: "clarify" | "choose" | "confirm";
  readonly question: string;
  /** choose: the numbered things; clarify: none (an enum's words are in the question). */
  readonly options?: readonly Thing[];
  /** Names this one question; a button of the page answers by it. */
  readonly token: string;
  /** ISO 8601, UTC, by the session's clock. From then on the answer is no. */
  readonly expiresAt: string;
  /** Which call of the turn it is about. */
  readonly call: number;
  /** clarify and choose: the argument that the answer fills. */
  readonly arg?: string;
}

/** What came with an utterance. Plain data. */
export interface Request {
  readonly utterance: string;
  /** Undefined: detected. */
  readonly lang?: Lang;
  /** ISO 8601: the clock of this turn, fixed. Undefined: the real one. */
  readonly now?: string;
  readonly dryRun: boolean;
  /** Who speaks: "untrusted" for words that come from another program, a page or a message. */
  readonly origin: Origin;
  readonly door: string;
  /** An answer to a question by its token instead of by words. */
  readonly confirm?: { readonly token: string; readonly yes: boolean };
}

/** What the policy and the schemas say of the whole plan, and what is to happen next. */
export interface Ruling {
  readonly decisions: readonly Decision[];
  /** Milliseconds that each call may take. */
  readonly limitsMs: readonly number[];
  readonly next:
    | { readonly kind: "act" }
    | { readonly kind: "rehearse" }
    | { readonly kind: "question"; readonly question: Question }
    | { readonly kind: "refuse"; readonly outcome: Outcome; readonly because: string };
}

/** What one call came to. A question: it was not done yet, the person is asked first. */
export interface Deed {
  /** Null: it was not tried. */
  readonly result: Result | null;
  readonly question?: Question;
  /** The gate in front of the call said no, although the plan had passed. */
  readonly refused?: string;
}

/** How the words after a question were read. */
export type Answer =
  | { readonly kind: "fill"; readonly args: Readonly<Record<string, unknown>> }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "cancel" }
  | { readonly kind: "again"; readonly question: Question }
  | { readonly kind: "giveUp" };

export interface Reply {
  readonly text: string;
  readonly show: readonly string[];
}

export interface Alert {
  readonly id: string;
  readonly kind: "timer" | "alarm" | "reminder";
  readonly label: string;
}

/** The machine's context: all of it plain and serialisable. */
export interface Road {
  /** Counts utterances of this session. */
  readonly turn: number;
  readonly request: Request;
  readonly lang: Lang;
  readonly plan: Plan | null;
  /** The plan's calls, filled in as the person answers. */
  readonly calls: readonly Call[];
  readonly decisions: readonly Decision[];
  readonly limitsMs: readonly number[];
  /** The call to act next; everything before it is done. */
  readonly cursor: number;
  /** How many calls were done before this utterance (it answers a question in the middle of a plan). */
  readonly from: number;
  /** One per call that was tried. */
  readonly results: readonly Result[];
  readonly question: Question | null;
  readonly outcome: Outcome | null;
  /** Why it was refused or failed, in the person's language or a code's message. */
  readonly because: string | null;
  /** Stopped by `turn.undo`: what was done is taken back after the reply. */
  readonly thenUndo: boolean;
  readonly reply: Reply | null;
  /** Left for follow-ups while the window is open. */
  readonly previous: TurnContext | null;
  readonly alerts: readonly Alert[];
}

export type RoadEvent =
  | ({ readonly type: "utterance.received" } & Request)
  | { readonly type: "turn.cancel" }
  | { readonly type: "turn.undo"; readonly door: string }
  | { readonly type: "hearing.mute" }
  | { readonly type: "hearing.unmute" }
  | ({ readonly type: "alert.due" } & Alert)
  | { readonly type: "alert.stop"; readonly id?: string }
  | { readonly type: "alert.snooze"; readonly id?: string };

/** What the outside listens to. `turn` is the counter of {@link Road}. */
export type Emitted =
  | { readonly type: "turn.started"; readonly turn: number; readonly utterance: string; readonly door: string }
  | { readonly type: "turn.understood"; readonly turn: number; readonly plan: Plan }
  | { readonly type: "turn.decided"; readonly turn: number; readonly decisions: readonly Decision[] }
  | { readonly type: "turn.asked"; readonly turn: number; readonly question: Question }
  | {
      readonly type: "turn.acted";
      readonly turn: number;
      readonly call: Call;
      readonly index: number;
      readonly result: Result;
    }
  | { readonly type: "turn.replied"; readonly turn: number; readonly reply: Reply; readonly outcome: Outcome }
  | { readonly type: "turn.ended"; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: "turn.idle"; readonly turn: number }
  | { readonly type: "hearing.muted" }
  | { readonly type: "hearing.unmuted" }
  | { readonly type: "alert.ringing"; readonly alerts: readonly Alert[] }
  | { readonly type: "alert.ended"; readonly how: "stopped" | "snoozed" | "missed" };
