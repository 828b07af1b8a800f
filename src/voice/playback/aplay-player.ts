import { type Env, hasProgram, missingProgram, runProgram } from "../../../devices/drivers/run-program.ts";
import { because } from "../../reasons/reason.ts";
import { plugged } from "../capture/arecord-recorder.ts";
import { availability } from "../capture/availability.ts";
import type { PlayerEngine } from "../contracts.ts";
import { PLAYER_RATE, playWith } from "./program-player.ts";

const PACKAGE = "alsa-utils";
const ARGS = `--quiet --file-type=raw --format=S16_LE --rate=${PLAYER_RATE} --channels=1`.split(" ");

/** ALSA by `aplay`, where no sound server runs; its `plug` layer converts to what the card knows. */
export function createAplayPlayer(env: Env): PlayerEngine {
  return {
    name: "aplay",
    available: () => availability(() => tryDefault(env)),
    open: async ({ device }) =>
      playWith({
        program: "aplay",
        args: [...ARGS, "--buffer-time=200000", "--period-time=20000", `--device=${plugged(device || "default")}`],
        env,
        debianPackage: PACKAGE,
      }),
  };
}

/** Opens the default device and plays nothing: `aplay -l` names cards, but not whether what an .asoundrc defines opens. */
async function tryDefault(env: Env): Promise<{ detail: string }> {
  if (!hasProgram("aplay", env)) throw missingProgram("aplay", PACKAGE);
  const options = { env, debianPackage: PACKAGE, timeoutMs: 2_000 };
  await runProgram("aplay", [...ARGS, "/dev/null"], options).catch((cause: unknown) => {
    throw because("sound.no-output", {}, { cause });
  });
  return { detail: "default" };
}
