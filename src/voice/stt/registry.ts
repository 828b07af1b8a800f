import type { SpeechToText, SttEngine, SttEngineOptions } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import type { Domain } from "./pocketsphinx/build-model.ts";
import { pocketSphinx } from "./pocketsphinx/engine.ts";

/** Best first. `domains` are the person's own phrase files. */
export function sttEngines(domains: readonly Domain[] = []): readonly SttEngine[] {
  return Object.freeze([pocketSphinx(domains)]);
}

export const STT_ENGINES = sttEngines();

/**
 * The best engine of this machine, or the named one, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openSpeechToText(options: SttEngineOptions, name?: string, engines = STT_ENGINES): Promise<SpeechToText> {
  return (await pickEngine("speech to text", engines, name)).open(options);
}
