import type { Env } from "../../../devices/drivers/run-program.ts";
import type { TextToSpeech, TtsEngine, TtsOptions } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import { createEspeakEngine } from "./espeak-engine.ts";

/** Best first. `env` says where programs are. */
export function ttsEngines(env: Env): readonly TtsEngine[] {
  return Object.freeze([createEspeakEngine(env)]);
}

/** Those of this process' environment. */
export const TTS_ENGINES = ttsEngines(process.env);

/**
 * The best voice of this machine, or that of the named engine, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openTts(options: TtsOptions = {}, name?: string, engines = TTS_ENGINES): Promise<TextToSpeech> {
  return (await pickEngine("text to speech", engines, name)).open(options);
}
