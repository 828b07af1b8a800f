import { ShellError } from "../../../src/errors.ts";
import { type Env, hasProgram } from "../run-program.ts";
import { createAlsaSound } from "./alsa-sound.ts";
import { createPulseSound } from "./pulse-sound.ts";
import type { SoundDriver } from "./sound.ts";

/** The sound server where one answers, else the bare card. @throws ShellError BACKEND_MISSING */
export async function createSoundDriver(options: { env: Env; signal?: AbortSignal }): Promise<SoundDriver> {
  try {
    return await createPulseSound(options);
  } catch (error) {
    if (!(error instanceof ShellError) || error.code !== "BACKEND_MISSING") throw error;
    if (!hasProgram("amixer", options.env)) throw error;
    return createAlsaSound(options).catch(() => {
      throw error;
    });
  }
}
