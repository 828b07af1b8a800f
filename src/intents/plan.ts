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
  /** Tokens read and written by the model, if one was asked. */
  readonly tokens?: { readonly in: number; readonly out: number };
}

/** What the turn before left behind, for follow-ups ("and the bedroom too"). */
export interface TurnContext {
  readonly utterance: string;
  readonly calls: readonly Call[];
}
