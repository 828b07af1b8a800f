import type { Env } from "../../../devices/drivers/run-program.ts";
import { availability } from "../capture/availability.ts";
import { pipewireDefault, rawFlag } from "../capture/pipewire.ts";
import type { PlayerEngine } from "../contracts.ts";
import { PLAYER_RATE, playWith } from "./program-player.ts";

const ARGS = `--rate=${PLAYER_RATE} --channels=1 --format=s16 --latency=40ms --media-role=Communication`.split(" ");

/** PipeWire itself by `pw-play`, where its PulseAudio server is not installed. */
export function createPwPlayPlayer(env: Env): PlayerEngine {
  return {
    name: "pw-play",
    available: () => availability(async () => ({ detail: await pipewireDefault("sink", env) })),
    open: async ({ device }) =>
      playWith({
        program: "pw-play",
        args: [...ARGS, ...(await rawFlag(env)), ...(device ? [`--target=${device}`] : []), "-"],
        env,
        debianPackage: "pipewire-bin",
      }),
  };
}
