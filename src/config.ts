import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { parse, TomlError } from "smol-toml";
import type { z } from "zod";
import { lineOf } from "./config/line-of.ts";
import { type Config, configSchema } from "./config/schema.ts";
import { ShellError } from "./errors.ts";

export { type Config, configSchema } from "./config/schema.ts";
export { configTemplate } from "./config/template.ts";

/**
 * Reads config.toml; a file that is not there means the defaults.
 * @throws ShellError CONFIG_INVALID with file, line and remedy: one error, the first.
 */
export function loadConfig(file: string): Config {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return configSchema.parse({});
    throw new ShellError("CONFIG_INVALID", `${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
      remedy: `make ${file} readable, or remove it`,
    });
  }
  return parseConfig(text, file);
}

/** The same from text; `file` stands in error messages. */
export function parseConfig(text: string, file = "config.toml"): Config {
  let toml: unknown;
  try {
    toml = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split("\n", 1)[0]!.replace(/^Invalid TOML document: /, "");
    throw new ShellError("CONFIG_INVALID", `${file}:${error.line}:${error.column}: ${what}`, {
      cause: error,
      remedy: `correct line ${error.line} of ${file}`,
      details: { file, line: error.line },
    });
  }
  const parsed = configSchema.safeParse(toml);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues[0]!, toml, text, file);
}

/** `~` and relative paths of the configuration as absolute ones. */
export function expandPath(path: string, home: string = homedir()): string {
  if (path === "~" || path.startsWith("~/")) return join(home, path.slice(2));
  return isAbsolute(path) ? path : join(home, path);
}

function invalid(issue: z.core.$ZodIssue, toml: unknown, text: string, file: string): ShellError {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  const key = path.join(".");
  const line = lineOf(text, path);
  const value = path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | undefined)?.[part], toml);
  const what =
    issue.code === "unrecognized_keys"
      ? `there is no key ${key}`
      : `${key} = ${JSON.stringify(value)}: ${plain(issue.message)}`;
  return new ShellError("CONFIG_INVALID", `${file}${line === undefined ? "" : `:${line}`}: ${what}`, {
    remedy: line === undefined ? `correct ${key} in ${file}` : `correct or remove line ${line} of ${file}`,
    details: { file, key, ...(line === undefined ? {} : { line }) },
  });
}

function plain(message: string): string {
  return message.replace(/^Invalid (?:input|option): /, "").replaceAll('"|"', '", "');
}
