import { ShellError } from "../errors.ts";
import type { Engine } from "./contracts.ts";

/**
 * The first engine of a registry that can be used here, or the named one.
 * @param kind for messages: "wake word", "player"
 * @throws ShellError CONFIG_INVALID for a name that is not in the registry; BACKEND_MISSING, with the remedy of the engine that was
 *   named or of the best one, when none can be used
 */
export async function pickEngine<E extends Engine<never, unknown>>(
  kind: string,
  registry: readonly E[],
  name?: string,
): Promise<E> {
  const wanted = name === undefined ? registry : registry.filter((it) => it.name === name);
  if (wanted.length === 0) {
    const names = registry.map((it) => it.name).join(", ");
    throw new ShellError("CONFIG_INVALID", `no ${kind} engine is called ${JSON.stringify(name)}`, {
      remedy: `use one of: ${names}`,
    });
  }
  const refusals: { engine: string; reason: string; remedy: string }[] = [];
  for (const engine of wanted) {
    const state = await engine.available();
    if (state.ok) return engine;
    refusals.push({ engine: engine.name, reason: state.reason, remedy: state.remedy });
  }
  throw new ShellError("BACKEND_MISSING", `no ${kind} engine can be used here: ${refusals[0]!.reason}`, {
    remedy: refusals[0]!.remedy,
    details: { refusals },
  });
}
