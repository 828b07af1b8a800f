import type { Player } from "../contracts.ts";
import type { SoundClock } from "./sound-clock.ts";

/** A loudspeaker that nobody hears: takes as long as the sound would, by the clock of the sound that comes in. */
export interface PacedPlayer extends Player {
  /** Resolves when no sound is being made any more; until then the clock must stand. */
  filled(): Promise<void>;
}

export function createPacedPlayer(clock: SoundClock): PacedPlayer {
  let filling: Promise<number> | undefined;
  return {
    async play(sounds, signal) {
      filling = lengthOf(sounds);
      const lengthMs = await filling.finally(() => {
        filling = undefined;
      });
      if (signal?.aborted) return;
      await new Promise<void>((resolve) => {
        const timer = clock.setTimeout(() => resolve(), lengthMs);
        signal?.addEventListener(
          "abort",
          () => {
            clock.clearTimeout(timer);
            resolve();
          },
          { once: true },
        );
      });
    },
    async filled() {
      await filling?.catch(() => undefined);
    },
    async [Symbol.asyncDispose]() {
      // nothing is open
    },
  };
}

async function lengthOf(sounds: Parameters<Player["play"]>[0]): Promise<number> {
  let ms = 0;
  for await (const { samples, rate } of sounds) ms += (samples.length / rate) * 1000;
  return ms;
}
