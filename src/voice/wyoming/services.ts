import type { Lang } from "../../intents/plan.ts";
import type { Availability, SpeechToText, TextToSpeech } from "../contracts.ts";

/** An engine that is opened when the first peer needs it, and closed by its owner. */
export interface Offer<Opened> {
  available(): Promise<Availability>;
  /** Each time the same one. */
  open(): Promise<Opened>;
}

/** What came of words that a peer sent. */
export interface Answer {
  /** False: nobody understood them. */
  readonly handled: boolean;
  /** The reply, or the question that the next words of the conversation answer. */
  readonly text: string;
  readonly lang: Lang;
}

/** An action that words ask for, and its arguments. */
export interface Recognized {
  readonly action: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What the shell offers to Wyoming peers. */
export interface Services {
  readonly version: string;
  /** The languages of everything that is offered, the preferred one first. */
  readonly langs: readonly Lang[];
  readonly stt: Offer<SpeechToText>;
  readonly tts: Offer<TextToSpeech>;
  /** The language that a text is in, where its words show it. */
  langOf(text: string): Lang | undefined;
  /** What is meant; acts on nothing. Empty: nobody is sure. */
  recognize(text: string, lang?: Lang): Promise<readonly Recognized[]>;
  /**
   * A turn of the named conversation, policy and confirmations included.
   * @param conversation of this peer alone
   */
  turn(text: string, conversation: string, lang?: Lang): Promise<Answer>;
}
