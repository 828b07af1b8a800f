import { FRAME_SAMPLES, SAMPLE_RATE } from "../../src/voice/contracts.ts";
import { levelOf } from "../../src/voice/endpointing/index.ts";

/** Where a clean recording holds speech, told by its loudness alone, so that no detector judges itself. Seconds. */
export interface SpeechParts {
  readonly start: number;
  readonly end: number;
  /** One for each frame: whether it is louder than the recording's threshold. */
  readonly loud: readonly boolean[];
}

/** Nothing of a voice that matters lies deeper below its loudest vowels (decibels). */
const DYNAMIC_RANGE = 32;
const ABOVE_FLOOR = 8;
/** A click of the microphone or of a mouse is shorter; the parts of one command lie nearer together. */
const SHORTEST_FRAMES = 4;
const LONGEST_PAUSE_FRAMES = 60;

export function findSpeech(samples: Int16Array): SpeechParts {
  const levels: number[] = [];
  for (let i = 0; i + FRAME_SAMPLES <= samples.length; i += FRAME_SAMPLES)
    levels.push(levelOf(samples.subarray(i, i + FRAME_SAMPLES)));
  const sorted = levels.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const threshold = Math.max(at(0.1) + ABOVE_FLOOR, at(0.97) - DYNAMIC_RANGE);
  const loud = levels.map((level) => level > threshold);
  const speech = mainPart(runsOf(loud).filter((run) => run.to - run.from >= SHORTEST_FRAMES));
  const seconds = (frame: number): number => (frame * FRAME_SAMPLES) / SAMPLE_RATE;
  return { start: seconds(speech.from), end: seconds(speech.to), loud };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function runsOf(loud: readonly boolean[]): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < loud.length; i++) {
    if (!loud[i]) continue;
    const from = i;
    while (loud[i]) i++;
    runs.push({ from, to: i });
  }
  return runs;
}

/** The longest stretch of runs with no long pause in it. */
function mainPart(runs: readonly Run[]): Run {
  const parts: Run[] = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last && run.from - last.to <= LONGEST_PAUSE_FRAMES) parts[parts.length - 1] = { from: last.from, to: run.to };
    else parts.push(run);
  }
  return parts.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? { from: 0, to: 0 };
}
