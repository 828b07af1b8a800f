import type { Config } from "../../config.ts";
import { openOwnMemory } from "./own-memory.ts";

/** Names that the person uses, which the recogniser could not know: of lists, timers, stations, folders, other devices. */
export function namesOf(config: Config): readonly string[] {
  const memory = openOwnMemory();
  try {
    const names = [
      ...memory.lists.all().map(({ name }) => name),
      ...memory.alerts.list().flatMap(({ label }) => label ?? []),
      ...memory.phrases.all().map(({ phrase }) => phrase),
      ...Object.keys(config.media.stations),
      ...Object.keys(config.folders),
      ...Object.keys(config.agents.peers),
    ];
    return [...new Set(names.filter((name) => name.trim() !== ""))];
  } finally {
    memory[Symbol.dispose]();
  }
}
