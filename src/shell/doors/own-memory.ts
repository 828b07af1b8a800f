import { loadConfig } from "../../config.ts";
import type { Memory } from "../../memory/memory.ts";
import { openMemory } from "../../memory/open-memory.ts";
import { resolvePaths } from "../../paths.ts";

/** The memory alone, for commands that only look into it: drivers, actions and mind stay unloaded. */
export function openOwnMemory(): Memory {
  const paths = resolvePaths();
  loadConfig(paths.configFile); // a broken configuration is told of by every command
  return openMemory(paths.data, { now: () => new Date() });
}
