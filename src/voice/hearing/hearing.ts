import { createActor, fromPromise, waitFor } from "xstate";
import { toShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import { say } from "../../intents/say.ts";
import {
  type Endpointer,
  FRAME_MS,
  type Recorder,
  SAMPLE_RATE,
  type SpeechToText,
  type WakeWord,
} from "../contracts.ts";
import type { UnderstandOnly } from "./eager.ts";
import { createEars } from "./ears.ts";
import type { Required } from "./end-hint.ts";
import { hearingMachine } from "./machine.ts";
import type { Mouth } from "./mouth.ts";
import { pickReading } from "./pick-reading.ts";
import type { SoundClock } from "./sound-clock.ts";
import type { Answered, CueName, Stamped, Told, Utterance } from "./types.ts";

export interface HearingOptions {
  openMicrophone(): Promise<Recorder>;
  /** Undefined: only a key or button opens the ears. */
  readonly wake: WakeWord | undefined;
  readonly endpointer: Endpointer;
  readonly stt: SpeechToText;
  /** @param tell for the events of what it says */
  readonly mouth: Mouth;
  /** The road of typed words. */
  converse(utterance: string): Promise<Answered>;
  /** What words could mean, for the end of speech and the choice among readings; acts on nothing. */
  readonly understand?: UnderstandOnly;
  readonly required?: Required;
  readonly keywords: readonly string[];
  /** The language of the first turn. */
  readonly lang: Lang;
  /** Always this language, whatever the last turn's was. */
  readonly onlyLang?: Lang;
  /** Milliseconds; 0: words always need the wake word or the key. Defaults: 6 000 and 10 000. */
  readonly followUpMs?: number;
  readonly answerMs?: number;
  /** Default true. */
  readonly bargeIn?: boolean;
  readonly cue: (name: CueName) => void;
  readonly onEvent: (event: Stamped) => void;
  /** Real time where there is none. With one, the sound is heard as fast as it comes, and waits while a turn is worked on. */
  readonly clock?: SoundClock;
  /** Of a file: what comes now is the silence after it, which goes on until everything is answered. */
  readonly isOver?: () => boolean;
  /** With a clock: what else the sound must wait for. */
  readonly quiet?: () => Promise<void>;
}

export interface Hearing extends AsyncDisposable {
  /** Settles when the sound is over and everything in it answered (a file), or when it has been disposed of. */
  readonly ended: Promise<void>;
  /** Muted, the microphone is closed. */
  mute(on: boolean): void;
  isMuted(): boolean;
  /** As the wake word; while something is said into it: that was all. */
  talk(): void;
  /** Puts an event of an engine among the others, with the time of the sound. */
  tell(told: Told): void;
  /** Says something that nobody asked for. */
  announce(news: Utterance): void;
}

/** Runs the hearing machine on real engines, which stay the caller's to close. */
export function createHearing(options: HearingOptions): Hearing {
  const { stt, mouth, clock, keywords, onlyLang } = options;
  let recorder: Recorder | undefined;
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const tell = (told: Told): void => options.onEvent({ ...told, at: ears.at });
  const machine = hearingMachine.provide({
    actors: {
      openMicrophone: fromPromise(async ({ signal }) => {
        const opened = await options.openMicrophone();
        if (signal.aborted) {
          await opened[Symbol.asyncDispose]();
          return;
        }
        recorder = opened;
        void pump(opened);
      }),
      transcribe: fromPromise(async ({ input, signal }) => {
        const heard = await ears.finish();
        const lang = onlyLang ?? input.lang;
        const reading = await pickReading(heard, { ...input, lang, keywords }, options.understand);
        if (signal.aborted) return reading;
        const { text, confidence } = heard;
        if (reading.kind === "words") {
          const instead = text === reading.text ? {} : { instead: text };
          tell({ type: "transcript.final", text: reading.text, ...instead, confidence });
        } else tell({ type: "transcript.ignored", why: reading.kind, ...(text === "" ? {} : { text }) });
        return reading;
      }),
      converse: fromPromise(async ({ input }) => {
        const answered = await options.converse(input.utterance);
        if (answered.turn) tell({ type: "turn.ended", turn: answered.turn });
        if (answered.isFailed) options.cue("error");
        return answered;
      }),
      speak: fromPromise(({ input, signal }) => {
        ears.awaitBargeIn();
        return mouth.say(input, signal);
      }),
    },
    actions: {
      tell: (_, told) => tell(told),
      cue: (_, name) => options.cue(name),
      closeMicrophone: () => void closeMicrophone(),
      startCapture: (_, how) => ears.start(onlyLang === undefined ? how : { ...how, lang: onlyLang }),
      dropCapture: () => ears.drop(),
      awaitSpeech: () => ears.awaitSpeech(),
      sayTrouble: ({ context }, { error }) => {
        const { message } = toShellError(error);
        tell({ type: "turn.failed", message });
        actor.send({ type: "announce", news: { text: troubleWords(error, context.lang), lang: context.lang } });
      },
    },
    delays: {
      window: ({ context }) =>
        context.expecting === "command" ? (options.followUpMs ?? 6_000) : (options.answerMs ?? 10_000),
    },
  });
  const actor = createActor(machine, { input: { lang: onlyLang ?? options.lang }, ...(clock ? { clock } : {}) });
  const ears = createEars({
    wake: options.wake,
    endpointer: options.endpointer,
    stt,
    keywords,
    understand: options.understand,
    required: options.required ?? (() => undefined),
    wants: (what) => actor.getSnapshot().hasTag(what),
    send: (event) => actor.send(event),
    tell,
    isSaying: (word) => mouth.isSaying(word),
    bargeIn: options.bargeIn ?? true,
  });
  actor.start();

  /** Frames of one recording, until it ends or another has taken its place. */
  async function pump(from: Recorder): Promise<void> {
    try {
      for await (const frame of from.frames) {
        if (recorder !== from) return;
        clock?.advance(FRAME_MS);
        await ears.hear(frame);
        if (clock) await caughtUp();
        if (options.isOver?.() && actor.getSnapshot().matches({ conversation: "asleep" })) break;
      }
      if (recorder !== from) return;
      actor.send({ type: "sound.ended" });
      finish();
    } catch (error) {
      if (recorder === from) actor.send({ type: "microphone.lost", message: toShellError(error).message });
    }
  }

  /** The sound of a file stands still while the person would wait as well. */
  async function caughtUp(): Promise<void> {
    await ears.settled();
    await waitFor(actor, (now) => !now.hasTag("works"));
    await options.quiet?.();
  }

  async function closeMicrophone(): Promise<void> {
    const open = recorder;
    recorder = undefined;
    await open?.[Symbol.asyncDispose]();
  }

  return {
    ended,
    mute: (on) => actor.send({ type: on ? "mute" : "unmute" }),
    isMuted: () => actor.getSnapshot().matches({ microphone: "muted" }),
    talk: () => actor.send({ type: "talk.pressed" }),
    tell,
    announce: (news) => actor.send({ type: "announce", news }),
    async [Symbol.asyncDispose]() {
      actor.stop();
      ears.drop();
      await closeMicrophone();
      finish();
    },
  };
}

/** Seconds of the sound, for people. */
export function secondsOf(at: number): number {
  return at / SAMPLE_RATE;
}

function troubleWords(error: unknown, lang: Lang): string {
  const { code, message } = toShellError(error);
  if (code === "DEVICE_LOST" || typeof error === "string")
    return say(lang, {
      en: "I cannot hear you: the microphone is gone.",
      fr: "Je ne vous entends plus : le micro a disparu.",
      zh: "我听不到了：麦克风不见了。",
    });
  return say(lang, {
    en: `That went wrong: ${message}.`,
    fr: `Cela n'a pas marché : ${message}.`,
    zh: `出错了：${message}。`,
  });
}
