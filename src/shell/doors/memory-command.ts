import { rmSync } from "node:fs";
import { ShellError } from "../../errors.ts";
import { openHouse } from "../house.ts";

/** `saysh memory`: what is remembered of the person, to see and to erase. */
export async function memoryCommand(
  words: readonly string[],
  options: { readonly json?: boolean | undefined; readonly yes?: boolean | undefined },
): Promise<number> {
  const [verb, what] = words;
  await using house = openHouse();
  const { facts, phrases, preferences } = house.memory;
  switch (verb) {
    case undefined: {
      const all = { facts: facts.all(), preferences: preferences.all(), phrases: phrases.all() };
      const lines = options.json
        ? [JSON.stringify(all)]
        : [
            ...all.facts.map(({ id, text }) => `fact ${id}  ${text}`),
            ...all.preferences.map(({ what: name, value }) => `preference  ${name}: ${value}`),
            ...all.phrases.map(
              ({ id, phrase, meaning, on }) => `phrase ${id}  “${phrase}” → ${meaning}${on ? "" : " (off)"}`,
            ),
          ];
      process.stdout.write(`${lines.length === 0 ? "Nothing is remembered yet." : lines.join("\n")}\n`);
      return 0;
    }
    case "forget": {
      const id = Number(what);
      if (!Number.isInteger(id) || !facts.all().some((fact) => fact.id === id))
        throw new ShellError("NOT_FOUND", `no fact has the number ${what ?? ""}`, {
          remedy: "saysh memory lists them",
        });
      facts.forget(id);
      return 0;
    }
    case "erase": {
      if (!options.yes)
        throw new ShellError(
          "USAGE",
          "erase drops facts, phrases, lists, notes, alerts, events and the ledger for good",
          {
            remedy: "saysh memory erase --yes",
          },
        );
      const { data } = house.paths;
      await house[Symbol.asyncDispose]();
      rmSync(data, { recursive: true, force: true });
      process.stdout.write("All erased.\n");
      return 0;
    }
    default:
      throw new ShellError("USAGE", `saysh memory ${verb}: forget or erase`, { remedy: "saysh --help" });
  }
}
