import type { Action } from "../../intents/actions/define-action.ts";
import type { Call, Lang, Plan, TurnContext } from "../../intents/plan.ts";
import type { Powers } from "../../intents/powers.ts";
import type { Result } from "../../intents/result.ts";
import type { ValueContext } from "../../intents/values/context.ts";
import type { SessionClock } from "../clock.ts";
import type { Confirmations } from "../policy/confirmations.ts";
import type { Policy } from "../policy/policy.ts";
import type { ConversationReferences } from "../references.ts";
import type { QuestionBook } from "./question-book.ts";
import type { Request } from "./types.ts";

/** Words → plan. The cascade of minds; injected. */
export type Understand = (
  utterance: string,
  options: {
    readonly lang?: Lang;
    readonly now: Date;
    /** IANA zone. */
    readonly timeZone: string;
    readonly context?: TurnContext;
    readonly signal?: AbortSignal;
  },
) => Promise<Plan>;

/** Words → one canonical value of this type (or a promise of it), or undefined when they say none. */
export type ReadValue = (type: string, words: string, context: ValueContext) => unknown;

/** What the actors of one session share. */
export interface ActorContext {
  /** As in the ledger's rows. */
  readonly session: string;
  readonly understand: Understand;
  readonly readValue: ReadValue;
  readonly catalogue: ReadonlyMap<string, Action>;
  readonly policy: Policy;
  readonly confirmations: Confirmations;
  readonly questions: QuestionBook;
  readonly references: ConversationReferences;
  readonly clock: SessionClock;
  readonly timeZone: string;
  readonly commandTimeoutMs: number;
  powersFor(request: Request, lang: Lang, signal: AbortSignal): Powers;
  /** A call that was stopped came to an end all the same: what undoes it must not be lost. */
  finishedLate(call: Call, result: Result, request: Request, lang: Lang): void;
}

/** The turn's clock: fixed by the request, else the session's. */
export function nowOf(request: Request, clock: SessionClock): Date {
  return request.now === undefined ? new Date(clock.now()) : new Date(request.now);
}
