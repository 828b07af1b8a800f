import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ShellError } from "../../errors.ts";
import type { Memory } from "../../memory/memory.ts";
import { resolvePaths } from "../../paths.ts";
import { connectDaemon } from "./client.ts";
import { backgroundLog, historyFile } from "./housekeeping.ts";
import { openOwnMemory } from "./own-memory.ts";
import { clean, jsonLine } from "./print.ts";

/** `saysh memory`: what is remembered of the person, to see and to erase. @returns exit status */
export async function memoryCommand(
  words: readonly string[],
  options: { readonly json?: boolean | undefined; readonly yes?: boolean | undefined },
): Promise<number> {
  const [verb, ...rest] = words;
  switch (verb) {
    case undefined:
    case "list": {
      using memory = openOwnMemory();
      process.stdout.write(`${list(memory, options.json).join("\n")}\n`);
      return 0;
    }
    case "forget": {
      using memory = openOwnMemory();
      forget(memory, rest);
      return 0;
    }
    case "erase":
      await erase(options.yes);
      process.stdout.write("All erased.\n");
      return 0;
    default:
      throw new ShellError("USAGE", `saysh memory ${verb}: list, forget or erase`, { remedy: "saysh --help" });
  }
}

function list({ facts, preferences, phrases }: Memory, json: boolean | undefined): readonly string[] {
  const all = { facts: facts.all(), preferences: preferences.all(), phrases: phrases.all() };
  if (json) return [jsonLine(all)];
  const lines = [
    ...all.facts.map(({ id, text }) => `fact ${id}  ${text}`),
    ...all.preferences.map(({ what, value }) => `preference  ${what}: ${value}`),
    ...all.phrases.map(({ id, phrase, meaning, on }) => `phrase ${id}  “${phrase}” → ${meaning}${on ? "" : " (off)"}`),
  ];
  return lines.length === 0 ? ["Nothing is remembered yet."] : lines.map(clean);
}

/** `forget 3` and `forget fact 3`, or `forget phrase 2`. */
function forget({ facts, phrases }: Memory, words: readonly string[]): void {
  const [kind, number] = words.length === 1 ? ["fact", words[0]] : words;
  const id = Number(number);
  const shelf = { fact: facts.all(), phrase: phrases.all() }[kind ?? ""];
  if (shelf === undefined || words.length > 2)
    throw new ShellError("USAGE", `saysh memory forget ${words.join(" ")}: fact N or phrase N`);
  if (!shelf.some((kept) => kept.id === id))
    throw new ShellError("NOT_FOUND", `no ${kind} has the number ${number}`, { remedy: "saysh memory lists them" });
  if (kind === "fact") facts.forget(id);
  else phrases.remove(id);
}

/** Works on a damaged memory as well: nothing is opened. Files of the folder that are not ours stay. */
async function erase(yes: boolean | undefined): Promise<void> {
  if (!yes)
    throw new ShellError(
      "USAGE",
      "erase drops facts, phrases, lists, notes, alerts, events, the ledger and the typed lines for good",
      { remedy: "saysh memory erase --yes" },
    );
  const { data, state, runtime } = resolvePaths();
  const daemon = await connectDaemon(runtime);
  if (daemon) {
    daemon[Symbol.dispose]();
    throw new ShellError("DAEMON_BUSY", "a daemon holds the memory open", { remedy: "saysh daemon --stop" });
  }
  for (const name of namesIn(data))
    if (name.startsWith("saysh.db") || name === "calendar") rmSync(join(data, name), { recursive: true, force: true });
  for (const file of [historyFile(state), backgroundLog(state)]) rmSync(file, { force: true });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever kept
  }
}
