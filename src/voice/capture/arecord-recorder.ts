import { type Env, hasProgram, missingProgram, runProgram } from "../../../devices/drivers/run-program.ts";
import { because } from "../../reasons/reason.ts";
import type { RecorderEngine } from "../contracts.ts";
import { availability } from "./availability.ts";
import { recordWith } from "./program-recorder.ts";

const PACKAGE = "alsa-utils";
/** Periods of 20 ms in a buffer of 400 ms: a frame is told of at once, and a stall of the machine loses none. */
const ARGS = "--quiet --file-type=raw --format=S16_LE --rate=16000 --channels=1 --period-size=320 --buffer-size=6400".split(" ");

/** ALSA by `arecord`, where no sound server runs. Cards that know neither 16 kHz nor one channel are opened through ALSA's `plug` layer. */
export function createArecordRecorder(env: Env): RecorderEngine {
  return {
    name: "arecord",
    available: () => availability(() => tryDefault(env)),
    open: async ({ device = "" }) =>
      recordWith({
        program: "arecord",
        args: [...ARGS, `--device=${plugged(device || "default")}`],
        env,
        debianPackage: PACKAGE,
      }),
  };
}

/** `hw:1,0` gives only what the card itself can; `plughw:1,0` converts. */
export function plugged(device: string): string {
  return device.replace(/^hw:/, "plughw:");
}

/** A moment's recording: `arecord -l` names cards, but not whether the default device, which any .asoundrc may define, opens. */
async function tryDefault(env: Env): Promise<{ detail: string }> {
  if (!hasProgram("arecord", env)) throw missingProgram("arecord", PACKAGE);
  const options = { env, debianPackage: PACKAGE, timeoutMs: 2_000 };
  await runProgram("arecord", [...ARGS, "--samples=320", "/dev/null"], options).catch((cause: unknown) => {
    throw because("sound.no-capture", {}, { cause });
  });
  return { detail: "default" };
}
