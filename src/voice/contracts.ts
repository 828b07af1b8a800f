import type { Lang } from "../intents/plan.ts";

/** All sound inside the shell: mono, 16-bit, 16,000 samples a second, in frames of 20 ms. Engines that want something else convert on their side. */
export const SAMPLE_RATE = 16_000;
export const FRAME_SAMPLES = 320;
export const FRAME_MS = 20;

export interface Frame {
  /** FRAME_SAMPLES of them. */
  readonly samples: Int16Array;
  /** Samples since the recording began, at this frame's first one: the clock of every voice event. */
  readonly at: number;
}

/** Whether an engine can be used on this machine; when not, why, and what would mend it (for `saysh doctor`). */
export type Availability = { readonly ok: true; readonly detail?: string } | { readonly ok: false; readonly reason: string; readonly remedy: string };

/** Every engine of every kind: registries list them, best first; config.toml may name one. */
export interface Engine<Options, Opened> {
  readonly name: string;
  available(): Promise<Availability>;
  /** @throws ShellError BACKEND_MISSING and the like when it cannot be opened after all */
  open(options: Options): Promise<Opened>;
}

// capture

export interface RecorderOptions {
  /** Empty or absent: the system's. */
  readonly device?: string;
}

/** Frames until it is disposed of. The iteration throws a ShellError DEVICE_LOST when the microphone goes away or falls silent for 2 s without a single byte. */
export interface Recorder extends AsyncDisposable {
  readonly frames: AsyncIterable<Frame>;
}

export type RecorderEngine = Engine<RecorderOptions, Recorder>;

// wake word

export interface WakeOptions {
  /** Words to wake on; an engine says in `available().detail` which it knows. */
  readonly keywords: readonly string[];
  /** 0 to 1; more hears more, and more that was not said. */
  readonly sensitivity: number;
  /** Of single keywords, where it differs from `sensitivity`. */
  readonly sensitivities?: Readonly<Record<string, number>>;
}

export interface WakeWord extends AsyncDisposable {
  /** @returns the keyword that ended in this frame */
  feed(frame: Frame): string | undefined | Promise<string | undefined>;
  reset(): void;
}

export type WakeEngine = Engine<WakeOptions, WakeWord>;

// endpointing

export interface EndpointerOptions {
  /** Milliseconds of silence that end a turn when nothing hints otherwise. */
  readonly hangMs: number;
  /** After so much speech it is ended whatever is heard. */
  readonly maxMs: number;
  /** Without any speech it gives up after so much. */
  readonly noSpeechMs: number;
}

export type EndpointEvent = "speech-started" | "ended" | "gave-up";

/** What the words so far tell of the end: a complete plan shortens the wait, an open one ("remind me to …") lengthens it. */
export type EndpointHint = "complete" | "open" | "unknown";

export interface Endpointer extends AsyncDisposable {
  feed(frame: Frame): EndpointEvent | undefined;
  hint(hint: EndpointHint): void;
  /** Whether the last frame held speech. */
  readonly speaking: boolean;
  reset(): void;
}

export type EndpointerEngine = Engine<EndpointerOptions, Endpointer>;

// speech to text

/** What is being waited for: narrower is heard better. */
export type Expecting = "command" | "yes-no" | "number" | "time" | "free-text";

export interface SttOptions {
  readonly lang: Lang;
  readonly expecting: Expecting;
}

export interface Heard {
  readonly text: string;
  /** 0 to 1, engine's own. */
  readonly confidence: number;
  /** Other readings, best first, without `text`. */
  readonly alternatives: readonly string[];
  /** The engine believes that this was not meant for a shell (noise, talk between people, another language). */
  readonly offTopic?: boolean;
}

export interface SttStream {
  feed(frame: Frame): void;
  /** What is heard so far; cheap, may be called for every frame. */
  partial(): string;
  finish(): Promise<Heard>;
  cancel(): void;
}

export interface SpeechToText extends AsyncDisposable {
  start(options: SttOptions): SttStream;
  /** Names that the person uses (lists, contacts, devices, timers, songs): heard better from then on. Takes effect in the background. */
  learn(names: readonly string[]): void;
}

export interface SttEngineOptions {
  readonly langs: readonly Lang[];
  /** A folder of its own for built models and caches. */
  readonly cacheFolder: string;
}

export type SttEngine = Engine<SttEngineOptions, SpeechToText>;

// text to speech and playback

export interface Sound {
  readonly samples: Int16Array;
  /** Samples a second; a player converts. */
  readonly rate: number;
}

export interface TextToSpeech extends AsyncDisposable {
  /** One sentence at a time; chunks as they are made. */
  speak(sentence: string, lang: Lang, signal?: AbortSignal): AsyncIterable<Sound>;
}

export interface TtsOptions {
  /** As the engine names its voices. Absent or empty: its own for each language. */
  readonly voice?: string;
  readonly wordsPerMinute?: number;
}

export type TtsEngine = Engine<TtsOptions, TextToSpeech>;

export interface Player extends AsyncDisposable {
  /** Resolves when the last sample has been played; when `signal` aborts, falls silent within 100 ms and resolves. */
  play(sounds: AsyncIterable<Sound>, signal?: AbortSignal): Promise<void>;
}

export type PlayerEngine = Engine<{ readonly device?: string }, Player>;
