import type { Lang, Plan } from "../../intents/plan.ts";
import type { Turn } from "../../shell/turn/turn.ts";
import type { EndpointHint, Expecting, Heard } from "../contracts.ts";

/** What opened the ears: the wake word, a key or button, words in an open window, or words over the reply. */
export type OpenedBy = "wake" | "talk" | "speech" | "barge-in";

/** Words to be said, and in which language. */
export interface Utterance {
  readonly text: string;
  readonly lang: Lang;
}

/** What became of the sound of one capture. */
export type Reading =
  | { readonly kind: "words"; readonly text: string; readonly heard: Heard }
  /** Nothing was said, or what was said was not meant for the shell. */
  | { readonly kind: "nothing" | "off-topic"; readonly heard?: Heard };

/** What the shell answers to an utterance. */
export interface Answered {
  readonly say: Utterance;
  /** The reply is a question: what its answer will be like. */
  readonly expecting?: Expecting;
  /** It was not understood, not done, or went wrong. */
  readonly isFailed: boolean;
  readonly turn?: Turn;
}

/** The hearing machine's context: all of it plain and serialisable. */
export interface HearingContext {
  readonly by: OpenedBy;
  /** What the next words answer; "command" when nothing was asked. */
  readonly expecting: Expecting;
  /** Captures in a row that gave no words while a question waits. */
  readonly misses: number;
  readonly utterance: string;
  readonly saying: Utterance;
  /** To be said as soon as nobody speaks: alerts, a lost microphone. */
  readonly news: readonly Utterance[];
  /** The language of the last turn. */
  readonly lang: Lang;
}

export type HearingEvent =
  | { readonly type: "wake"; readonly keyword: string }
  | { readonly type: "speech.started" }
  | { readonly type: "speech.clear" }
  | { readonly type: "speech.ended" }
  | { readonly type: "speech.gaveUp" }
  | { readonly type: "talk.pressed" }
  | { readonly type: "mute" }
  | { readonly type: "unmute" }
  | { readonly type: "microphone.lost"; readonly message: string }
  | { readonly type: "sound.ended" }
  | { readonly type: "announce"; readonly news: Utterance };

export type CueName = "wake" | "end" | "error";

/** What the outside is told. */
export type Told =
  | { readonly type: "microphone.opened" | "microphone.muted" | "microphone.unmuted" | "sound.ended" }
  | { readonly type: "microphone.lost"; readonly message: string }
  | { readonly type: "wake.heard"; readonly keyword: string }
  | { readonly type: "capture.started"; readonly by: OpenedBy; readonly expecting: Expecting }
  | { readonly type: "speech.started" }
  | { readonly type: "transcript.partial"; readonly text: string }
  | { readonly type: "endpoint.hint"; readonly hint: EndpointHint; readonly text: string }
  | { readonly type: "capture.ended"; readonly why: "endpoint" | "silence" | "key" | "limit" | "microphone" }
  | {
      readonly type: "transcript.final";
      readonly text: string;
      /** What the recogniser put first, where another reading was taken. */
      readonly instead?: string;
      readonly confidence: number;
    }
  | { readonly type: "transcript.ignored"; readonly why: "nothing" | "off-topic"; readonly text?: string }
  | { readonly type: "turn.understood"; readonly plan: Plan }
  | { readonly type: "turn.ended"; readonly turn: Turn }
  | { readonly type: "turn.failed"; readonly message: string }
  | { readonly type: "speaking.started"; readonly text: string }
  | { readonly type: "speaking.sound"; readonly sentence: string }
  | { readonly type: "speaking.ended"; readonly why: "end" | OpenedBy }
  | { readonly type: "window.opened"; readonly expecting: Expecting }
  | { readonly type: "asleep" };

/** With the clock of the sound: samples since listening began, 16,000 a second, over all recordings of this run. */
export type Stamped = Told & { readonly at: number };
