import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/intents/catalogue.ts";

/** Writes reflex/catalogue.json, what the training needs to know of the actions. */
const file = join(import.meta.dirname, "../reflex/catalogue.json");

export function reflexCatalogue(): string {
  const actions = [...catalogue.values()].map(({ name, args }) => [
    name,
    Object.fromEntries(
      Object.entries(args).map(([arg, { type, optional, values }]) => [arg, { type, optional, ...(values ? { values } : {}) }]),
    ),
  ]);
  return `${JSON.stringify(Object.fromEntries(actions), null, 1)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, reflexCatalogue());
