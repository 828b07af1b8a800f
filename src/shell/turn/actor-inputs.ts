import type { Call, Lang, TurnContext } from "../../intents/plan.ts";
import type { Question, Request, Road } from "./types.ts";

/** What the machine hands to each of its actors. */
export interface UnderstandInput {
  readonly request: Request;
  readonly previous: TurnContext | null;
  /** The language of the turn before. */
  readonly lang: Lang;
}
export interface DecideInput {
  readonly calls: readonly Call[];
  /** The first call that is not done yet. */
  readonly cursor: number;
  readonly request: Request;
  readonly lang: Lang;
}
export interface ReadAnswerInput extends DecideInput {
  readonly question: Question;
  /** The turn that the question belongs to, as a mind knows it. */
  readonly about: TurnContext;
}
export interface ActInput {
  readonly call: Call;
  readonly index: number;
  readonly turn: number;
  readonly request: Request;
  readonly lang: Lang;
}
export interface ReplyInput {
  readonly road: Road;
}
