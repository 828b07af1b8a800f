import { statSync } from "node:fs";
import type { Measure } from "./pick-by-measure.ts";

/** Size and last change of a file; undefined for everything else and for files that are gone. */
export const measureFile: Measure = (thing, dimension) => {
  if (thing.kind !== "file") return undefined;
  const stats = statSync(thing.id, { throwIfNoEntry: false });
  return dimension === "size" ? stats?.size : stats?.mtimeMs;
};
