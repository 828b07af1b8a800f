import { execFileSync } from "node:child_process";
import { FRAME_SAMPLES, type Frame, SAMPLE_RATE } from "../../src/voice/contracts.ts";

/** Programs that {@link say} and {@link noise} need. */
export const SOUND_PROGRAMS = ["espeak-ng", "sox"] as const;

const RAW = ["-t", "raw", "-e", "signed-integer", "-b", "16", "-r", `${SAMPLE_RATE}`, "-c", "1"];

/** A sentence in a voice of espeak-ng, at `SAMPLE_RATE`. */
export function say(text: string, voice = "en-us", wordsPerMinute = 150): Int16Array {
  const wave = run("espeak-ng", ["--stdout", "-v", voice, "-s", `${wordsPerMinute}`, text]);
  return samplesOf(run("sox", ["-t", "wav", "-", ...RAW, "-"], wave));
}

/** Noise of the same samples each time. @param volume of 1, the loudest there is */
export function noise(seconds: number, kind: "white" | "pink" | "brown", volume: number): Int16Array {
  const effect = ["synth", `${seconds}`, `${kind}noise`, "vol", `${volume}`];
  return samplesOf(run("sox", ["-R", "-n", ...RAW, "-", ...effect]));
}

export const silence = (seconds: number): Int16Array => new Int16Array(Math.round(seconds * SAMPLE_RATE));

/** One after the other. */
export function join(...sounds: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(sounds.reduce((length, it) => length + it.length, 0));
  let at = 0;
  for (const sound of sounds) {
    joined.set(sound, at);
    at += sound.length;
  }
  return joined;
}

/** One over the other, as long as the first. */
export function over(sound: Int16Array, under: Int16Array): Int16Array {
  return sound.map((sample, i) => Math.max(-32_768, Math.min(32_767, sample + (under[i % under.length] ?? 0))));
}

export function* framesOf(samples: Int16Array, at = 0): Generator<Frame> {
  for (let i = 0; i + FRAME_SAMPLES <= samples.length; i += FRAME_SAMPLES)
    yield { samples: samples.subarray(i, i + FRAME_SAMPLES), at: at + i };
}

function run(program: string, args: readonly string[], input?: Buffer): Buffer {
  return execFileSync(program, args, { input, maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "ignore"] });
}

function samplesOf(bytes: Buffer): Int16Array {
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}
