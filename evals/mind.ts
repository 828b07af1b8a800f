import type { Call } from "../src/intents/plan.ts";
import type { Item } from "./items.ts";

/** What a mind made of an item. */
export interface Answer {
  /** What the shell would do; none when it is unsure. */
  readonly calls: readonly Call[];
  /** The best reading, whether or not it was sure; the confidence speaks of this one. */
  readonly best: readonly Call[];
  readonly unsure: boolean;
  /** 0-1 */
  readonly confidence: number;
  /** Milliseconds of understanding alone. */
  readonly ms: number;
  /** What the model read and wrote, where the mind can tell. */
  readonly tokens?: { readonly in: number; readonly out: number };
}

/** One way to have utterances understood; the eval closes it. */
export interface Mind extends AsyncDisposable {
  /** False: follow-ups are left out, for the turn before cannot be told. */
  readonly takesContext: boolean;
  understand(item: Item): Promise<Answer>;
}

export interface MindOptions {
  readonly modelPath?: string;
  /** The language is given with each utterance instead of detected. */
  readonly tellLang: boolean;
}
