import { type Env, runProgram } from "../run-program.ts";
import type { LogEntry } from "./system.ts";

const DAY_S = 86_400;

/** The journal by `journalctl -o json`, newest first. @param journalFolder another journal than the machine's, for tests */
export async function readLogs(
  query: { readonly unit?: string; readonly sinceS?: number; readonly limit: number },
  options: { env: Env; signal?: AbortSignal; journalFolder?: string },
): Promise<readonly LogEntry[]> {
  const out = await runProgram(
    "journalctl",
    [
      "--output=json",
      "--output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,_SYSTEMD_UNIT,_COMM",
      "--no-pager",
      "--quiet",
      "--reverse",
      `--lines=${query.limit}`,
      `--since=-${Math.ceil(query.sinceS ?? DAY_S)}s`,
      ...(query.unit === undefined ? [] : [`--unit=${query.unit}`]),
      ...(options.journalFolder === undefined ? [] : [`--directory=${options.journalFolder}`]),
    ],
    { ...options, timeoutMs: 10_000, debianPackage: "systemd" },
  );
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => entryOf(JSON.parse(line) as Record<string, unknown>));
}

function entryOf(fields: Readonly<Record<string, unknown>>): LogEntry {
  return {
    at: new Date(Number(fields.__REALTIME_TIMESTAMP) / 1000).toISOString(),
    source: String(fields.SYSLOG_IDENTIFIER ?? fields._COMM ?? fields._SYSTEMD_UNIT ?? "?"),
    message: messageOf(fields.MESSAGE),
    priority: Number(fields.PRIORITY ?? 6),
  };
}

/** journalctl gives bytes that are not UTF-8 as an array of numbers. */
function messageOf(message: unknown): string {
  if (Array.isArray(message)) return Buffer.from(message as number[]).toString("utf8");
  return String(message ?? "");
}
