/** The languages that the shell understands and answers in. */
export type Lang = "en" | "fr" | "zh";
export const LANGS: readonly Lang[] = ["en", "fr", "zh"];

/** One action with its canonical arguments; a missing required argument is simply absent. */
export interface Call {
  readonly action: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The minds that may understand a turn, in the order in which they are asked. */
export type Tier = "taught" | "reflex" | "local" | "cloud";

/** What one utterance was understood to ask for. No call: it asks for nothing, or nobody was sure. */
export interface Plan {
  readonly utterance: string;
  readonly lang: Lang;
  readonly calls: readonly Call[];
  readonly tier: Tier | "none";
  /** 0-1, calibrated: the share of such answers that are right. */
  readonly confidence: number;
  /** Milliseconds of understanding alone, warm. */
  readonly ms: number;
  /** True when the best reading was below the threshold: the turn says so instead of acting. */
  readonly unsure?: boolean;
  /** The best reading when `unsure`, for the reply and for the tiers above. */
  readonly guess?: readonly Call[];
  /** What the person had taught that the utterance means; the calls were read from it. */
  readonly meaning?: string;
  /** The words that the arguments of each call were read from, for the next turn's context. */
  readonly words?: readonly SaidWords[];
  /** Tokens read and written by the model, if one was asked. */
  readonly tokens?: { readonly in: number; readonly out: number };
}

/** Per argument: the spans of the utterance that gave it, or a constant of the model's vocabulary ("V:true"). */
export type SaidWords = Readonly<Record<string, readonly string[] | `V:${string}`>>;

/** What the turn before left behind, for follow-ups ("and the bedroom too"). */
export interface TurnContext {
  readonly utterance: string;
  readonly calls: readonly Call[];
  /** As in the plan of that turn. */
  readonly words?: readonly SaidWords[];
}
