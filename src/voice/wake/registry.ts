import type { WakeEngine, WakeOptions, WakeWord } from "../contracts.ts";
import { pickEngine } from "../pick-engine.ts";
import { porcupineCurrent } from "./porcupine-current.ts";
import { porcupineNative } from "./porcupine-native.ts";
import { porcupineWasm } from "./porcupine-wasm.ts";
import { pushWake } from "./push.ts";

/** Best first. The current line stands first because it is only there where the person set a key for it. */
export const WAKE_ENGINES: readonly WakeEngine[] = Object.freeze([
  porcupineCurrent,
  porcupineNative,
  porcupineWasm,
  pushWake,
]);

/** Measured on recordings of people: docs/voice-figures.md, "Wake word". */
export const DEFAULT_SENSITIVITY = 0.7;

/**
 * The best wake word engine of this machine, or the named one, opened.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do
 */
export async function openWakeWord(options: WakeOptions, name?: string): Promise<WakeWord> {
  const engine = await pickEngine("wake word", WAKE_ENGINES, name);
  return engine.open(options);
}
