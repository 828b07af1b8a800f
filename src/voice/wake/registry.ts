import { type ShellError, toShellError } from "../../errors.ts";
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

export interface OpenWakeOptions extends WakeOptions {
  /** An engine's name; absent: the best one. */
  readonly engine?: string;
  /** Told when a better engine is there but does not start, such as for a key that is refused: an assistant had rather hear than be mute. */
  readonly onRefusal?: (engine: string, error: ShellError) => void;
}

/**
 * The named engine opened, or the best one that starts.
 * @throws ShellError as {@link pickEngine} and the engine's `open` do; CONFIG_INVALID, such as for an unknown keyword, at once
 */
export async function openWakeWord({ engine: name, onRefusal, ...options }: OpenWakeOptions): Promise<WakeWord> {
  let left = WAKE_ENGINES;
  for (;;) {
    const engine = await pickEngine("wake word", left, name);
    try {
      return await engine.open(options);
    } catch (error) {
      const refusal = toShellError(error);
      if (name !== undefined || refusal.code === "CONFIG_INVALID") throw refusal;
      onRefusal?.(engine.name, refusal);
      left = left.filter((it) => it !== engine);
    }
  }
}
