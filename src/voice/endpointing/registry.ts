import type { Endpointer, EndpointerEngine, EndpointerOptions } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import { fvadEndpointer } from "./fvad-endpointer.ts";

/** Best first. */
export const ENDPOINTER_ENGINES: readonly EndpointerEngine[] = Object.freeze([fvadEndpointer]);

/** Waits as they were measured (docs/voice-figures.md, "End of speech"); the maxima are what a spoken command never reaches. */
export const DEFAULT_ENDPOINTING: EndpointerOptions = Object.freeze({ hangMs: 600, maxMs: 15_000, noSpeechMs: 5_000 });

/**
 * The best endpointer of this machine, or the named one, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openEndpointer(
  options: EndpointerOptions = DEFAULT_ENDPOINTING,
  name?: string,
): Promise<Endpointer> {
  const engine = await pickEngine("endpointing", ENDPOINTER_ENGINES, name);
  return engine.open(options);
}
