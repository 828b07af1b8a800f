import type { Action } from "../../intents/actions/define-action.ts";
import type { Call } from "../../intents/plan.ts";
import { isoDurationMs } from "./iso-duration.ts";

/** Most calls are over in a second; what takes longer than this hangs. */
export const CALL_TIMEOUT_MS = 30_000;
/** A language model on a small board, or another device that thinks. */
const SLOW_TIMEOUT_MS = 120_000;
/** Package managers download and unpack. */
const UPDATE_TIMEOUT_MS = 30 * 60_000;
/** Archives of gigabytes, copies to slow disks, deep folders. */
const FILES_TIMEOUT_MS = 10 * 60_000;

const LIMITS: Readonly<Record<string, number>> = {
  updates_install: UPDATE_TIMEOUT_MS,
  updates_check: SLOW_TIMEOUT_MS,
  answer: SLOW_TIMEOUT_MS,
  translate: SLOW_TIMEOUT_MS,
  command_suggest: SLOW_TIMEOUT_MS,
  agent_ask: SLOW_TIMEOUT_MS,
  disk_usage: SLOW_TIMEOUT_MS,
  file_move: FILES_TIMEOUT_MS,
  file_copy: FILES_TIMEOUT_MS,
  archive_create: FILES_TIMEOUT_MS,
  archive_extract: FILES_TIMEOUT_MS,
};

/** Milliseconds that this call may take. A recording takes as long as it was asked to, and a command has its own limit. */
export function callLimitMs(call: Call, action: Action | undefined, commandTimeoutMs: number): number {
  if (call.action === "command_run") return commandTimeoutMs + 5_000;
  if (action?.domain === "camera") return CALL_TIMEOUT_MS + (isoDurationMs(call.args.duration) ?? SLOW_TIMEOUT_MS);
  return LIMITS[call.action] ?? CALL_TIMEOUT_MS;
}
