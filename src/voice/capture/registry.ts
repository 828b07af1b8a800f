import type { Env } from "../../../devices/drivers/run-program.ts";
import type { Recorder, RecorderEngine, RecorderOptions } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import { createArecordRecorder } from "./arecord-recorder.ts";
import { createLpcm16Recorder } from "./lpcm16-recorder.ts";
import { createParecRecorder } from "./parec-recorder.ts";
import { createPwRecordRecorder } from "./pw-record-recorder.ts";

/** Best first. `env` says which sound server is meant (PULSE_SERVER, XDG_RUNTIME_DIR) and where programs are. */
export function recorderEngines(env: Env): readonly RecorderEngine[] {
  return Object.freeze([
    createParecRecorder(env),
    createPwRecordRecorder(env),
    createArecordRecorder(env),
    createLpcm16Recorder(env),
  ]);
}

/** Those of this process' environment. */
export const RECORDER_ENGINES = recorderEngines(process.env);

/**
 * The best recorder of this machine, or the named one, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openRecorder(options: RecorderOptions = {}, name?: string, engines = RECORDER_ENGINES): Promise<Recorder> {
  return (await pickEngine("recorder", engines, name)).open(options);
}
