import { type Frame, FRAME_MS } from "../contracts.ts";

/** How loud a stretch of sound is. dBFS: 0 is full scale; -Infinity is nothing but zeros, which no real microphone gives for long. */
export interface Level {
  /** Root mean square of all. */
  readonly dbfs: number;
  readonly peakDbfs: number;
  /** Of the quietest tenth of the frames: what the room and the microphone make of silence. */
  readonly noiseFloorDbfs: number;
  /** Share of the samples at full scale, 0 to 1; above some 0.001 speech is distorted. */
  readonly clipped: number;
  readonly seconds: number;
}

export interface LevelMeter {
  feed(frame: Frame): void;
  read(): Level;
}

const FULL_SCALE = 32_768;

/** Keeps one figure per frame and no sound. */
export function createLevelMeter(): LevelMeter {
  const powers: number[] = [];
  let peak = 0;
  let clipped = 0;
  let samples = 0;
  return {
    feed: (frame) => {
      let sum = 0;
      for (const sample of frame.samples) {
        const size = Math.abs(sample);
        sum += sample * sample;
        if (size > peak) peak = size;
        if (size >= FULL_SCALE - 1) clipped++;
      }
      samples += frame.samples.length;
      powers.push(sum / frame.samples.length);
    },
    read: () => {
      const quietest = [...powers].sort((a, b) => a - b).slice(0, Math.ceil(powers.length / 10));
      return {
        dbfs: decibels(Math.sqrt(mean(powers))),
        peakDbfs: decibels(peak),
        noiseFloorDbfs: decibels(Math.sqrt(mean(quietest))),
        clipped: samples === 0 ? 0 : clipped / samples,
        seconds: (powers.length * FRAME_MS) / 1000,
      };
    },
  };
}

/** The level of the next `ms`, or of what there is when the frames end before. Throws what the frames throw. */
export async function measureLevel(frames: AsyncIterable<Frame>, ms: number): Promise<Level> {
  const meter = createLevelMeter();
  let left = Math.ceil(ms / FRAME_MS);
  for await (const frame of frames) {
    meter.feed(frame);
    if (--left <= 0) break;
  }
  return meter.read();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude / FULL_SCALE);
}
