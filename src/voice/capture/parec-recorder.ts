import { type Env, hasProgram, missingProgram, runProgram } from "../../../devices/drivers/run-program.ts";
import { because } from "../../reasons/reason.ts";
import type { RecorderEngine } from "../contracts.ts";
import { availability } from "./availability.ts";
import { recordWith } from "./program-recorder.ts";

const PACKAGE = "pulseaudio-utils";
const ARGS = "--raw --format=s16le --rate=16000 --channels=1 --latency-msec=20 --client-name=saysh --verbose".split(" ");

/**
 * PulseAudio, or PipeWire through its PulseAudio server, by `parec`; the server converts rates and channels. Where no microphone
 * is left, the server hands out the monitor of a loudspeaker in its place, and moves a running recording there: what the machine
 * plays is not what it hears, so that a monitor is recorded only when it is asked for by name.
 */
export function createParecRecorder(env: Env): RecorderEngine {
  return {
    name: "parec",
    available: () => availability(async () => ({ detail: await defaultSource(env) })),
    open: async ({ device = "" }) => {
      const source = device || (await defaultSource(env));
      return recordWith({
        program: "parec",
        args: [...ARGS, `--device=${source}`],
        env,
        debianPackage: PACKAGE,
        lostWhen: (line) => movedAway(line, source, device !== ""),
        chatter: /^(Time:|Opening|Connection|Stream successfully|Buffer|Using|Connected)/,
      });
    },
  };
}

async function defaultSource(env: Env): Promise<string> {
  if (!hasProgram("parec", env)) throw missingProgram("parec", PACKAGE);
  const name = await runProgram("pactl", ["get-default-source"], { env, debianPackage: PACKAGE }).catch(
    (cause: unknown) => {
      throw because("sound.no-server", {}, { cause });
    },
  );
  if (!name || name.endsWith(".monitor")) throw because("sound.no-input");
  return name;
}

/** parec says, when asked to be verbose, where the server has moved its stream. */
function movedAway(line: string, source: string, named: boolean): string | undefined {
  const to = /^Stream moved to device (\S+) \(/.exec(line)?.[1];
  if (to === undefined || to === source) return undefined;
  return named || to.endsWith(".monitor") ? `${source} was taken away` : undefined;
}
