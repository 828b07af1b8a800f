import { FRAME_MS } from "../contracts.ts";
import { levelOf } from "../endpointing/index.ts";

/** Speech over the reply counts when it holds 240 of the last 300 ms: a cough and a word of the television are shorter. */
const WINDOW_FRAMES = 15;
const SPEECH_FRAMES = 12;
/** While the reply begins, nothing but its own echo is to be expected: its loudness here is learned first. */
const LEARN_MS = 400;
/** Decibels above what the reply has been heard at. An echo's own peaks lie within 5 dB of its smoothed loudest vowels. */
const ABOVE_ECHO_DB = 8;
/** Decibels below the person's own voice, as it was heard a moment ago, that still count as that person. */
const BELOW_VOICE_DB = 10;

/**
 * Whether somebody clearly speaks over the reply. There is no echo canceller here: the reply comes back through the microphone, so what
 * counts must be louder than the reply has been heard so far, and about as loud as the person was when the turn was spoken. Where the
 * reply is louder than the person, only the wake word and the key are left.
 */
export interface BargeIn {
  /** @param voice what the detector says of this frame. @returns true once, when it is certain */
  feed(samples: Int16Array, voice: boolean): boolean;
  /** Another reply begins. @param voiceLevel decibels of the person's last words, if any */
  reset(voiceLevel: number | undefined): void;
}

export function createBargeIn(): BargeIn {
  let echo = 0;
  let heardMs = 0;
  let recent: boolean[] = [];
  let floor = 0;
  let told = false;
  return {
    feed(samples, voice) {
      const level = levelOf(samples);
      heardMs += FRAME_MS;
      const isClear = voice && heardMs > LEARN_MS && level > floor && level > echo + ABOVE_ECHO_DB;
      // what is clear is no echo; a fast rise, a decibel a second of decay
      if (!isClear) echo = level > echo ? 0.6 * echo + 0.4 * level : echo - 0.001 * FRAME_MS;
      recent.push(isClear);
      if (recent.length > WINDOW_FRAMES) recent.shift();
      if (told || recent.filter(Boolean).length < SPEECH_FRAMES) return false;
      told = true;
      return true;
    },
    reset(voiceLevel) {
      echo = 0;
      heardMs = 0;
      recent = [];
      told = false;
      floor = voiceLevel === undefined ? 0 : voiceLevel - BELOW_VOICE_DB;
    },
  };
}
