import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import type { App } from "./desktop.ts";
import { commandOf } from "./desktop-entry.ts";

/** Programs that only run another one; what they run is the program meant. */
const RUNNERS = new Set(["env", "sh", "bash", "python", "python3", "perl", "node", "gjs", "java", "sudo", "pkexec"]);
/** A shared runner names the app itself in its arguments. */
const SHARED: Readonly<Record<string, RegExp>> = { flatpak: /^[\w-]+(\.[\w-]+){2,}$/, snap: /^[\w-]+$/ };

/** The pids of this user's processes that are the app, the oldest first. */
export async function processesOf(app: App): Promise<readonly number[]> {
  const wanted = wantedNames(app);
  const pids: number[] = [];
  for (const entry of await readdir("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid || pid === process.ppid) continue;
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
    if (command === "") continue;
    const words = command.split("\0").filter(Boolean);
    // Another user's program cannot be read, and is not ours to end.
    const program = await readlink(`/proc/${entry}/exe`).catch(() => undefined);
    if (program === undefined) continue;
    const names = [basename(words[0]!.split(" ")[0]!), basename(program.replace(/ \(deleted\)$/, ""))];
    const script = RUNNERS.has(plainRunner(names[1]!))
      ? words.slice(1).find((word) => !word.startsWith("-"))
      : undefined;
    if (script) names.push(basename(script));
    if (names.some((name) => wanted.has(name))) pids.push(pid);
  }
  return pids.sort((a, b) => a - b);
}

function plainRunner(name: string): string {
  return name.replace(/[\d.]+$/, "");
}

function wantedNames(app: App): ReadonlySet<string> {
  const words = commandOf(app).filter((word) => !/^\w+=/.test(word));
  const index = words.findIndex((word) => !RUNNERS.has(plainRunner(basename(word))) && !word.startsWith("-"));
  const program = words[index];
  if (program === undefined) return new Set();
  const shared = SHARED[basename(program)];
  if (shared) {
    const named = words.slice(index + 1).findLast((word) => word !== "run" && shared.test(word));
    return new Set(named === undefined ? [] : [named, named.split(".").at(-1)!]);
  }
  return new Set([basename(program)]);
}
