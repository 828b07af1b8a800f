import type { Lang } from "../../intents/plan.ts";
import {
  type Endpointer,
  type EndpointHint,
  type Expecting,
  FRAME_MS,
  FRAME_SAMPLES,
  type Frame,
  type Heard,
  type SpeechToText,
  type SttStream,
  type WakeWord,
} from "../contracts.ts";
import { levelOf } from "../endpointing/index.ts";
import { createBargeIn } from "./barge-in.ts";
import { createEager, type Eager, type UnderstandOnly } from "./eager.ts";
import type { Required } from "./end-hint.ts";
import { withoutKeyword } from "./pick-reading.ts";
import type { HearingEvent, OpenedBy, Told } from "./types.ts";

/** Kept from before a capture: a word is only known to be one when it has begun. */
const KEPT_FRAMES = 500 / FRAME_MS;
/** Of it, what may already belong to the command when the wake word is told: engines tell it up to so long after its last sound. */
const AFTER_WAKE_FRAMES = 160 / FRAME_MS;

/** What the state that the machine is in wants of a frame. */
export type Attention = "wakes" | "captures" | "opens" | "speaks";

export interface EarsOptions {
  readonly wake: WakeWord | undefined;
  readonly endpointer: Endpointer;
  readonly stt: SpeechToText;
  readonly keywords: readonly string[];
  readonly understand: UnderstandOnly | undefined;
  readonly required: Required;
  readonly wants: (what: Attention) => boolean;
  readonly send: (event: HearingEvent) => void;
  readonly tell: (told: Told) => void;
  /** Whether the shell itself is just saying this word. */
  readonly isSaying: (word: string) => boolean;
  /** Whether the reply may be ended by words that are not the wake word. */
  readonly bargeIn: boolean;
}

/** Frames in, events out: each frame goes to the engines that the machine's state asks for. */
export interface Ears {
  /** One at a time: the next frame waits for the promise. */
  hear(frame: Frame): Promise<void>;
  start(how: { readonly by: OpenedBy; readonly expecting: Expecting; readonly lang: Lang }): void;
  /** What was heard in this capture. */
  finish(): Promise<Heard>;
  drop(): void;
  /** Words are waited for from here on. */
  awaitSpeech(): void;
  /** A reply begins to be said. */
  awaitBargeIn(): void;
  /** Samples heard so far. */
  readonly at: number;
  /** Resolves when the words so far have been understood. */
  settled(): Promise<void>;
}

export function createEars(options: EarsOptions): Ears {
  const { wake, endpointer, stt, keywords, understand, required, wants, send, tell } = options;
  const bargeIn = createBargeIn();
  let kept: Frame[] = [];
  let at = 0;
  let stream: SttStream | undefined;
  let eager: Eager | undefined;
  let partial = "";
  let voiceLevel: number | undefined;
  /** What opened this capture may have been the first sounds of the wake word. */
  let mayBeKeyword = false;

  const hint = (what: EndpointHint, text: string): void => {
    endpointer.hint(what);
    tell({ type: "endpoint.hint", hint: what, text });
  };
  const readAlong = (): void => {
    const text = withoutKeyword(stream!.partial(), keywords);
    if (text === partial || text === "") return;
    partial = text;
    // the person went on: what was known of the end no longer holds
    endpointer.hint("unknown");
    tell({ type: "transcript.partial", text });
    eager?.read(text);
  };
  const capture = (frame: Frame): void => {
    stream?.feed(frame);
    const event = endpointer.feed(frame);
    if (endpointer.speaking) {
      const level = levelOf(frame.samples);
      voiceLevel = voiceLevel === undefined ? level : Math.max(level, voiceLevel - 0.05);
    }
    if (stream) readAlong();
    if (event === "speech-started") tell({ type: "speech.started" });
    if (event === "ended") send({ type: "speech.ended" });
    if (event === "gave-up") send({ type: "speech.gaveUp" });
  };
  const wait = (frame: Frame): void => {
    // also fed while nothing is waited for: it learns the noise of the room
    const event = endpointer.feed(frame);
    if (event === "ended" || event === "gave-up") endpointer.reset();
    if (wants("opens") && event === "speech-started") send({ type: "speech.started" });
    if (!options.bargeIn || !wants("speaks")) return;
    if (bargeIn.feed(frame.samples, endpointer.speaking)) send({ type: "speech.clear" });
  };
  const isCalled = async (frame: Frame): Promise<boolean> => {
    const keyword = await wake?.feed(frame);
    if (keyword === undefined || options.isSaying(keyword)) return false;
    send({ type: "wake", keyword });
    return true;
  };
  const close = (): SttStream | undefined => {
    const open = stream;
    eager?.stop();
    eager = undefined;
    stream = undefined;
    return open;
  };

  return {
    async hear(frame) {
      at += FRAME_SAMPLES;
      kept.push(frame);
      if (kept.length > KEPT_FRAMES) kept.shift();
      if (wants("captures")) {
        if (mayBeKeyword && (await isCalled(frame))) return;
        return capture(frame);
      }
      if (wants("wakes") && (await isCalled(frame))) return;
      if (!wants("captures")) wait(frame);
    },
    start({ by, expecting, lang }) {
      close()?.cancel();
      mayBeKeyword = by === "speech" || by === "barge-in";
      if (!mayBeKeyword) wake?.reset();
      partial = "";
      stream = stt.start({ lang, expecting });
      if (understand && expecting === "command") eager = createEager({ understand, required, lang, onHint: hint });
      const before = by === "talk" ? [] : by === "wake" ? kept.slice(-AFTER_WAKE_FRAMES) : kept;
      kept = [];
      // in an open window the endpointer has heard the start of the speech already
      if (by !== "speech") endpointer.reset();
      if (by !== "barge-in") voiceLevel = undefined;
      for (const frame of before) {
        stream.feed(frame);
        if (by === "barge-in") endpointer.feed(frame);
      }
    },
    async finish() {
      const open = close();
      return open ? await open.finish() : { text: "", confidence: 0, alternatives: [] };
    },
    drop: () => close()?.cancel(),
    awaitSpeech() {
      endpointer.reset();
      kept = [];
    },
    awaitBargeIn: () => bargeIn.reset(voiceLevel),
    get at() {
      return at;
    },
    settled: async () => eager?.settled(),
  };
}
