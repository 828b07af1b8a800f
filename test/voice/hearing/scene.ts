import type { Plan } from "../../../src/intents/plan.ts";
import {
  type Endpointer,
  type EndpointHint,
  FRAME_MS,
  FRAME_SAMPLES,
  type Frame,
  type Heard,
  type Recorder,
  type SttOptions,
} from "../../../src/voice/contracts.ts";
import {
  type Answered,
  createHearing,
  createMouth,
  createPacedPlayer,
  createSoundClock,
  type Hearing,
  type HearingOptions,
  type Stamped,
  type Told,
} from "../../../src/voice/hearing/index.ts";

/** What a frame holds; the scripted engines read it from the first sample. */
const SOUNDS = { silence: 0, computer: 1, speech: 2, murmur: 3 } as const;
const LOUDNESS = { silence: 0, computer: 6_000, speech: 6_000, murmur: 200 };
export type SoundKind = keyof typeof SOUNDS;

export interface Scene extends AsyncDisposable {
  readonly hearing: Hearing;
  readonly events: readonly Stamped[];
  /** Types of the events since the last call, those of frames and states left out. */
  told(): string[];
  last<T extends Told["type"]>(type: T): Extract<Stamped, { type: T }> | undefined;
  /** So much sound comes in; resolves when it has been heard. */
  sound(kind: SoundKind, ms: number): Promise<void>;
  /** The wake word, words, and silence until they have been taken. */
  command(): Promise<void>;
  loseMicrophone(): Promise<void>;
  advance(ms: number): void;
  /** What was asked of the recogniser, one per capture, with the frames that it was given. */
  readonly captures: (SttOptions & { frames: number; isCancelled: boolean })[];
  readonly utterances: string[];
  readonly hints: EndpointHint[];
  readonly cues: string[];
  /** Microphones that are open. */
  microphones(): number;
  /** Whether there is a microphone to be opened. */
  readonly room: { canOpen: boolean };
}

export interface Script {
  /** What the recogniser hears, one per capture; then nothing. */
  readonly heard?: readonly (string | Partial<Heard> | Promise<Heard>)[];
  /** What each partial transcript is, by frames of speech so far. */
  readonly partials?: readonly (readonly [frames: number, text: string])[];
  readonly answer?: (utterance: string) => Partial<Answered> & { readonly text?: string };
  readonly understand?: (text: string) => Partial<Plan>;
}

/** The hearing machine with scripted engines, on a clock that goes with the sound. */
export async function scene(script: Script = {}, more: Partial<HearingOptions> = {}): Promise<Scene> {
  const clock = createSoundClock();
  const player = createPacedPlayer(clock);
  const events: Stamped[] = [];
  const captures: Scene["captures"] = [];
  const utterances: string[] = [];
  const hints: EndpointHint[] = [];
  const cues: string[] = [];
  const heard = [...(script.heard ?? [])];
  const room = { canOpen: true };
  let microphone = createMicrophone();
  let open = 0;
  let seen = 0;
  let speechFrames = 0;

  const mouth = createMouth({
    tts: {
      // a second for each sentence
      async *speak(_, __, signal) {
        if (!signal?.aborted) yield { samples: new Int16Array(16_000), rate: 16_000 };
      },
      [Symbol.asyncDispose]: async () => undefined,
    },
    player,
    onSentence: () => undefined,
  });
  const { understand, answer } = script;
  const hearing = createHearing({
    async openMicrophone() {
      if (!room.canOpen) throw new Error("no microphone");
      microphone = createMicrophone();
      open++;
      const opened = microphone;
      return {
        frames: opened.frames,
        async [Symbol.asyncDispose]() {
          open--;
          opened.end();
        },
      };
    },
    wake: {
      feed: ({ samples }) => (samples[0] === SOUNDS.computer ? "computer" : undefined),
      reset: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    },
    endpointer: scriptedEndpointer(hints),
    stt: {
      start(options) {
        const capture = { ...options, frames: 0, isCancelled: false };
        captures.push(capture);
        speechFrames = 0;
        return {
          feed({ samples }) {
            capture.frames++;
            if (samples[0] === SOUNDS.speech) speechFrames++;
          },
          partial: () => (script.partials ?? []).findLast(([from]) => speechFrames >= from)?.[1] ?? "",
          async finish() {
            const next = await heard.shift();
            const words = typeof next === "string" ? { text: next } : next;
            return { text: "", confidence: 0.9, alternatives: [], ...words };
          },
          cancel() {
            capture.isCancelled = true;
          },
        };
      },
      learn: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    },
    mouth,
    async converse(utterance) {
      utterances.push(utterance);
      const { text = "Done.", ...rest } = answer?.(utterance) ?? {};
      return { say: { text, lang: "en" }, isFailed: false, ...rest };
    },
    ...(understand
      ? {
          understand: async (text: string) => ({
            utterance: text,
            lang: "en" as const,
            calls: [],
            tier: "reflex" as const,
            confidence: 0,
            ms: 1,
            ...understand(text),
          }),
        }
      : {}),
    required: (action) => ({ timer_start: ["duration"], reminder_set: ["text", "at"] })[action] ?? [],
    keywords: ["computer"],
    lang: "en",
    cue: (name) => cues.push(name),
    onEvent: (event) => events.push(event),
    clock,
    quiet: () => player.filled(),
    ...more,
  });

  const sound = (kind: SoundKind, ms: number) => microphone.push(kind, ms);
  const result: Scene = {
    hearing,
    events,
    captures,
    utterances,
    hints,
    cues,
    room,
    told() {
      const fresh = events.slice(seen).map(({ type }) => type);
      seen = events.length;
      return fresh.filter((type) => !/^(speech\.|endpoint\.|transcript\.partial|asleep|speaking\.sound)/.test(type));
    },
    last: (type) => events.findLast((event) => event.type === type) as never,
    sound,
    async command() {
      await sound("computer", FRAME_MS);
      await sound("speech", 600);
      await sound("silence", 600);
    },
    async loseMicrophone() {
      microphone.lose();
      await turnOfTheLoop();
    },
    advance: (ms) => clock.advance(ms),
    microphones: () => open,
    [Symbol.asyncDispose]: () => hearing[Symbol.asyncDispose](),
  };
  await turnOfTheLoop();
  return result;
}

/** Speech starts with six frames of it and ends with half a second without; gives up after three seconds. */
function scriptedEndpointer(hints: EndpointHint[]): Endpointer {
  let speech = 0;
  let silence = 0;
  let isOver = false;
  let speaking = false;
  return {
    feed({ samples }) {
      speaking = samples[0]! >= SOUNDS.speech;
      if (isOver) return undefined;
      if (speaking) silence = 0;
      else silence += FRAME_MS;
      if (speaking && ++speech === 6) return "speech-started";
      if (silence < (speech >= 6 ? 500 : 3_000)) return undefined;
      isOver = true;
      return speech >= 6 ? "ended" : "gave-up";
    },
    hint: (hint) => hints.push(hint),
    get speaking() {
      return speaking;
    },
    reset() {
      speech = 0;
      silence = 0;
      isOver = false;
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function createMicrophone() {
  const queue: Frame[] = [];
  let wake: (() => void) | undefined;
  let drained: (() => void) | undefined;
  let fate: "open" | "lost" | "ended" = "open";
  const change = () => {
    wake?.();
    wake = undefined;
  };
  async function* frames(): AsyncGenerator<Frame> {
    for (;;) {
      const frame = queue.shift();
      if (frame) {
        yield frame;
        continue;
      }
      if (fate === "lost") throw new Error("unplugged");
      if (fate === "ended") return;
      drained?.();
      drained = undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    frames: frames() as Recorder["frames"],
    async push(kind: SoundKind, ms: number) {
      for (let i = 0; i < ms / FRAME_MS; i++) {
        const samples = new Int16Array(FRAME_SAMPLES).fill(LOUDNESS[kind]);
        samples[0] = SOUNDS[kind];
        queue.push({ samples, at: 0 });
      }
      const done = new Promise<void>((resolve) => {
        drained = resolve;
      });
      if (fate !== "open") return;
      change();
      await done;
      await turnOfTheLoop();
    },
    lose() {
      fate = "lost";
      change();
    },
    end() {
      fate = "ended";
      change();
      drained?.();
    },
  };
}

/** Promises that are settled already have run. */
export function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
