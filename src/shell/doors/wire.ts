import type { Lang, Plan } from "../../intents/plan.ts";
import type { Turn } from "../turn/turn.ts";
import type { Emitted } from "../turn/types.ts";

/**
 * The daemon's socket: newline-delimited JSON, UTF-8, one object per line, both ways. Each request carries an `id` of the client's;
 * answers repeat it. Sessions are named, so that the one-shot commands of one terminal are one conversation.
 */
export const MAX_LINE_BYTES = 64 * 1024;

export type Request =
  | {
      readonly id: number;
      readonly type: "turn";
      readonly utterance: string;
      readonly session?: string;
      readonly door?: string;
      readonly lang?: Lang;
      /** ISO 8601. */
      readonly now?: string;
      readonly dryRun?: boolean;
      readonly confirm?: { readonly token: string; readonly yes: boolean };
    }
  | { readonly id: number; readonly type: "cancel"; readonly session?: string }
  /** What words could mean, without a turn: acts on nothing, remembers nothing. */
  | { readonly id: number; readonly type: "understand"; readonly utterance: string; readonly lang?: Lang }
  | { readonly id: number; readonly type: "status" }
  | { readonly id: number; readonly type: "subscribe" }
  | { readonly id: number; readonly type: "stop" };

export interface Status {
  readonly pid: number;
  readonly version: string;
  readonly uptimeS: number;
  readonly residentBytes: number;
  readonly sessions: number;
  readonly clients: number;
  readonly turns: number;
  readonly ringing: number;
  /** ISO 8601 UTC of the next alert, if any. */
  readonly nextAlert?: string;
}

export type Message =
  | { readonly id: number; readonly type: "turn"; readonly turn: Turn }
  | { readonly id: number; readonly type: "plan"; readonly plan: Plan }
  | { readonly id: number; readonly type: "status"; readonly status: Status }
  | { readonly id: number; readonly type: "ok" }
  /** `session`: of turns, the name of the conversation that it happened in. */
  | { readonly type: "event"; readonly session?: string; readonly event: Emitted | AlertEvent }
  | {
      readonly id?: number;
      readonly type: "error";
      readonly code: string;
      readonly message: string;
      readonly remedy?: string;
    };

export interface AlertEvent {
  readonly type: "alert.due";
  readonly alert: { readonly id: number; readonly kind: string; readonly label?: string; readonly dueAt: string };
  readonly how: "ring" | "missed";
  readonly say: string;
}

/** Where the daemon of this user listens. */
export const socketPath = (runtimeFolder: string): string => `${runtimeFolder}/saysh.sock`;

/** Cuts a byte stream into lines. `tooLong` is called once when a line passes the limit; nothing more is read then. */
export function lineSplitter(onLine: (line: string) => void, tooLong: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let broken = false;
  return (chunk) => {
    if (broken) return;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = rest.indexOf(10);
    while (at >= 0) {
      if (at > MAX_LINE_BYTES) break;
      onLine(rest.toString("utf8", 0, at));
      rest = rest.subarray(at + 1);
      at = rest.indexOf(10);
    }
    if (rest.length > MAX_LINE_BYTES) {
      broken = true;
      rest = Buffer.alloc(0);
      tooLong();
    }
  };
}
