import { type Env, hasProgram, missingProgram, runProgram } from "../../../devices/drivers/run-program.ts";
import { because } from "../../reasons/reason.ts";
import { availability } from "../capture/availability.ts";
import type { PlayerEngine } from "../contracts.ts";
import { PLAYER_RATE, playWith } from "./program-player.ts";

const PACKAGE = "pulseaudio-utils";
/** In the server: it starts when so much is there, and plays on through stalls of a busy machine (with 100 ms it broke off there). */
const ARGS = `--playback --raw --format=s16le --rate=${PLAYER_RATE} --channels=1 --latency-msec=200 --client-name=saysh`.split(" ");

/** PulseAudio, or PipeWire through its PulseAudio server, by `pacat`. */
export function createPacatPlayer(env: Env): PlayerEngine {
  return {
    name: "pacat",
    available: () => availability(async () => ({ detail: await defaultSink(env) })),
    open: async ({ device }) =>
      playWith({
        program: "pacat",
        args: [...ARGS, "--stream-name=speech", ...(device ? [`--device=${device}`] : [])],
        env,
        debianPackage: PACKAGE,
      }),
  };
}

async function defaultSink(env: Env): Promise<string> {
  if (!hasProgram("pacat", env)) throw missingProgram("pacat", PACKAGE);
  const name = await runProgram("pactl", ["get-default-sink"], { env, debianPackage: PACKAGE }).catch((cause: unknown) => {
    throw because("sound.no-server", {}, { cause });
  });
  if (!name) throw because("sound.no-output");
  return name;
}
