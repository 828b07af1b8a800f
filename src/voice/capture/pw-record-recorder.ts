import type { Env } from "../../../devices/drivers/run-program.ts";
import type { RecorderEngine } from "../contracts.ts";
import { availability } from "./availability.ts";
import { pipewireDefault, rawFlag } from "./pipewire.ts";
import { recordWith } from "./program-recorder.ts";

const ARGS = "--rate=16000 --channels=1 --format=s16 --latency=20ms --media-role=Communication".split(" ");

/** PipeWire itself by `pw-record`, where its PulseAudio server is not installed. */
export function createPwRecordRecorder(env: Env): RecorderEngine {
  return {
    name: "pw-record",
    available: () => availability(async () => ({ detail: await pipewireDefault("source", env) })),
    open: async ({ device = "" }) =>
      recordWith({
        program: "pw-record",
        args: [...ARGS, ...(await rawFlag(env)), `--target=${device || (await pipewireDefault("source", env))}`, "-"],
        env,
        debianPackage: "pipewire-bin",
      }),
  };
}
