import { join } from "node:path";
import { resolvePaths } from "../../paths.ts";

/** The densities that this machine has measured: one line per model, thresholds and evals. It need not be there. */
export function historyFile(): string {
  return join(resolvePaths().data, "density-history.jsonl");
}
