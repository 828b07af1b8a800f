import { FRAME_MS } from "../contracts.ts";

/** Decibels; a full-scale sine is at 87. */
export function levelOf(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return 10 * Math.log10(sum / samples.length + 1);
}

export interface GateOptions {
  /** Decibels above the noise that a voice has at least. */
  readonly aboveNoise: number;
  /** The share of the way from the noise up to the voice's own loudness that it has to be above; the more room, the surer. */
  readonly shareOfRoom: number;
  /** Decibels below the voice's own loudness at which what is heard is no longer this voice. */
  readonly belowVoice: number;
}

/**
 * Whether a frame is loud enough to be the voice of this turn: above the noise of the room, and not far below the voice so far. Both
 * levels are learned as it goes. A detector of voices alone takes talk in another room, or a loud machine, for speech without end.
 */
export class LevelGate {
  readonly #options: GateOptions;
  readonly #noise = new NoiseFloor();
  #voice: number | undefined;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** @param voice what the detector says of this frame */
  passes(level: number, voice: boolean): boolean {
    const noise = this.#noise.learn(level);
    const { aboveNoise, shareOfRoom, belowVoice } = this.#options;
    if (!voice || level < noise + aboveNoise) return false;
    // Rises within some frames to the loudest vowels, and forgets a decibel a second.
    if (this.#voice === undefined) this.#voice = level;
    else this.#voice = level > this.#voice ? 0.7 * this.#voice + 0.3 * level : this.#voice - 0.001 * FRAME_MS;
    return level > Math.max(this.#voice - belowVoice, noise + shareOfRoom * (this.#voice - noise));
  }

  /** For another turn: another voice perhaps, in the same room. */
  forgetVoice(): void {
    this.#voice = undefined;
  }
}

/** A voice pauses, if only between words; a noise does not. So the least of the last while, smoothed, is the noise. */
const SMOOTHED_FRAMES = 5;
const SLICE_FRAMES = 25;
const SLICES = 4;

class NoiseFloor {
  readonly #recent: number[] = [];
  readonly #slices: number[] = [];
  #least = Number.POSITIVE_INFINITY;
  #inSlice = 0;

  /** @returns the level of the noise, this frame included */
  learn(level: number): number {
    this.#recent.push(level);
    if (this.#recent.length > SMOOTHED_FRAMES) this.#recent.shift();
    const smooth = this.#recent.reduce((sum, it) => sum + it, 0) / this.#recent.length;
    this.#least = Math.min(this.#least, smooth);
    const noise = Math.min(this.#least, ...this.#slices);
    if (++this.#inSlice === SLICE_FRAMES) this.#nextSlice();
    return noise;
  }

  #nextSlice(): void {
    this.#slices.push(this.#least);
    if (this.#slices.length > SLICES) this.#slices.shift();
    this.#least = Number.POSITIVE_INFINITY;
    this.#inSlice = 0;
  }
}
