import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A tone that repeats until it is stopped. It needs no model, no speech and no network. */
export interface Tone {
  stop(): void;
}

export const PLAYERS: readonly (readonly [string, ...string[]])[] = [["pw-play"], ["paplay"], ["aplay", "-q"]];
/** Between two rings. */
const PAUSE_MS = 1_500;
const SAMPLE_RATE_HZ = 44_100;

/** Plays through whichever player is installed; where none is, the terminals' bells have to do. */
export function startTone(cacheFolder: string): Tone {
  const file = join(cacheFolder, "ring.wav");
  const ended = new AbortController();
  // without a place for the sound there is no sound; the alert is told in the other ways
  ring().catch(() => undefined);
  return { stop: () => ended.abort() };

  async function ring(): Promise<void> {
    if (!existsSync(file)) {
      mkdirSync(cacheFolder, { recursive: true, mode: 0o700 });
      writeFileSync(file, chime());
    }
    const { execa } = await import("execa");
    let player = 0;
    while (!ended.signal.aborted && player < PLAYERS.length) {
      const [program, ...args] = PLAYERS[player]!;
      const { failed } = await execa(program, [...args, file], {
        reject: false,
        stdio: "ignore",
        timeout: 10_000,
        cancelSignal: ended.signal,
      });
      if (failed && !ended.signal.aborted) player++;
      else await pause(ended.signal);
    }
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Two falling bell strokes, 16 bit mono WAV (RIFF), 0.9 s. */
function chime(): Buffer {
  const strokes = [
    { at: 0, hz: 880 },
    { at: 0.3, hz: 659.25 },
  ];
  const samples = Math.round(SAMPLE_RATE_HZ * 0.9);
  const pcm = Buffer.alloc(samples * 2);
  for (let i = 0; i < samples; i++) {
    const t = i / SAMPLE_RATE_HZ;
    let v = 0;
    for (const { at, hz } of strokes)
      if (t >= at) v += Math.sin(2 * Math.PI * hz * (t - at)) * Math.exp(-6 * (t - at)) * Math.min(1, (t - at) * 400);
    pcm.writeInt16LE(Math.round(Math.max(-1, Math.min(1, v * 0.4)) * 32_767), i * 2);
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + pcm.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  head.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([head, pcm]);
}
