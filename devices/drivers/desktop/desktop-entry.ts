import type { App } from "./desktop.ts";

/** The keys of the [Desktop Entry] group, `Name[fr]` as said; lists and strings unescaped as the specification has it. */
export function parseEntry(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let isOurs = false;
  for (const line of text.split(/\r?\n/)) {
    const group = /^\[([^\]]+)\]\s*$/.exec(line);
    if (group) isOurs = group[1] === "Desktop Entry";
    const pair = isOurs ? /^([A-Za-z0-9-]+(?:\[[^\]]+\])?)\s*=\s*(.*)$/.exec(line) : null;
    if (pair && !keys.has(pair[1]!)) keys.set(pair[1]!, unescaped(pair[2]!.trimEnd()));
  }
  return keys;
}

/** The program of a desktop file; undefined for what is hidden, not for this desktop, or no program. */
export function readApp(id: string, file: string, text: string, desktops: readonly string[] = []): App | undefined {
  const entry = parseEntry(text);
  const exec = entry.get("Exec");
  const name = entry.get("Name");
  if (entry.get("Type") !== "Application" || !exec || !name) return undefined;
  if (entry.get("Hidden") === "true" || entry.get("NoDisplay") === "true") return undefined;
  const only = listOf(entry.get("OnlyShowIn"));
  if (only.length > 0 && !only.some((desktop) => desktops.includes(desktop))) return undefined;
  if (listOf(entry.get("NotShowIn")).some((desktop) => desktops.includes(desktop))) return undefined;

  const inAll = (key: string) =>
    [...entry].filter(([k]) => k === key || k.startsWith(`${key}[`)).map(([, value]) => value);
  const icon = entry.get("Icon");
  const path = entry.get("Path");
  return {
    id,
    file,
    name,
    names: unique([
      ...inAll("Name"),
      id
        .replace(/\.desktop$/, "")
        .split(".")
        .at(-1)!,
    ]),
    kinds: unique([...inAll("GenericName"), ...inAll("Keywords").flatMap(listOf)]),
    exec,
    ...(icon ? { icon } : {}),
    ...(path ? { path } : {}),
    needsTerminal: entry.get("Terminal") === "true",
  };
}

/**
 * The program and arguments of an Exec line without a file: quoting resolved, field codes expanded or dropped, as in
 * https://specifications.freedesktop.org/desktop-entry-spec/1.5/exec-variables.html. Empty for a line that is not well formed.
 */
export function commandOf({ exec, icon, name, file }: Pick<App, "exec" | "icon" | "name" | "file">): readonly string[] {
  const words: string[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?=\s|$)/gy;
  let end = 0;
  for (let match = pattern.exec(exec); match; match = pattern.exec(exec)) {
    end = pattern.lastIndex;
    if (match[1] !== undefined) {
      words.push(match[1].replace(/\\(["`$\\])/g, "$1"));
      continue;
    }
    const word = match[2]!;
    if (/^%[fFuUdDnNvm]$/.test(word)) continue;
    if (word === "%i") {
      if (icon) words.push("--icon", icon);
      continue;
    }
    words.push(word.replace(/%(.)/g, (_, code: string) => ({ "%": "%", c: name, k: file })[code] ?? ""));
  }
  return exec.slice(end).trim() === "" ? words : [];
}

function unescaped(value: string): string {
  return value.replace(/\\([sntr\\])/g, (_, c: string) => ({ s: " ", n: "\n", t: "\t", r: "\r", "\\": "\\" })[c]!);
}

function listOf(value: string | undefined): readonly string[] {
  return value?.split(";").filter((item) => item !== "") ?? [];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
