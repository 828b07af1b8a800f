import { createSoundDriver } from "../../../devices/drivers/sound/create.ts";
import type { SoundDriver } from "../../../devices/drivers/sound/sound.ts";

/** Other programs' sound is turned down while the person speaks, and given back afterwards. */
export interface Ducking extends AsyncDisposable {
  down(): void;
  up(): void;
}

/** @param percent of their volume that is left; 100: nothing is turned down. Where nothing can be turned down, nothing happens. */
export function createDucking(percent: number, env: NodeJS.ProcessEnv = process.env): Ducking {
  let driver: Promise<SoundDriver> | undefined;
  let held: AsyncDisposable | undefined;
  // one step after the other: a volume must not be taken for the person's while it is turned down
  let steps: Promise<unknown> = Promise.resolve();
  const step = (work: () => Promise<void>): Promise<unknown> => {
    steps = steps.then(work).catch(() => undefined);
    return steps;
  };
  const giveBack = async (): Promise<void> => {
    const given = held;
    held = undefined;
    await given?.[Symbol.asyncDispose]();
  };
  return {
    down() {
      if (percent >= 100) return;
      void step(async () => {
        driver ??= createSoundDriver({ env });
        held ??= await (await driver).duck(percent);
      });
    },
    up: () => void step(giveBack),
    async [Symbol.asyncDispose]() {
      await step(giveBack);
    },
  };
}
