import type { Drivers } from "../../devices/drivers/drivers.ts";
import type { Memory } from "../memory/memory.ts";
import type { Call, Lang } from "./plan.ts";
import type { Result, Thing } from "./result.ts";

/** Everything an action may use. It imports no driver and reads no clock of its own. */
export interface Powers {
  readonly lang: Lang;
  /** The turn's clock; `--now` fixes it. */
  now(): Date;
  /** IANA zone of the user, e.g. "Europe/Paris". */
  readonly timeZone: string;
  /** Aborted when the user says stop, or the turn times out. */
  readonly signal: AbortSignal;
  /** The person's home folder, absolute and real. File actions never leave it. */
  readonly home: string;
  readonly drivers: Drivers;
  readonly memory: Memory;
  readonly refs: References;
  readonly config: ActionConfig;
  /** The conversation itself, for the dialogue actions. */
  readonly dialogue: Dialogue;
}

/** Things named in the turns before. */
export interface References {
  /**
   * "it", "the second one", "la dernière", "第二个" or a name → the things of these kinds that fit, best first.
   * Empty when the words name nothing that was mentioned; two or more when they are ambiguous.
   */
  resolve(words: string, kinds: readonly Thing["kind"][]): readonly Thing[];
  /** The things of the last turn that named any of these kinds. */
  last(kinds: readonly Thing["kind"][]): readonly Thing[];
}

export interface ActionConfig {
  readonly units: "metric" | "imperial";
  /** Folder names as the person says them → absolute paths (downloads, documents, desktop …). */
  readonly folders: Readonly<Record<string, string>>;
  readonly commandTimeoutMs: number;
}

/** What the dialogue actions (undo, repeat, cancel, explain, help) and those that keep words for later need of the session. */
export interface Dialogue {
  /** What the words would do if they were said now, without doing it. Empty: no mind is sure of them. */
  understand(words: string): Promise<readonly Call[]>;
  /** Undoes the last turn's calls that can be, or the last ones of the named action or thing; newest first. */
  undo(what?: string): Promise<Result>;
  /** The last reply, if any. */
  lastReply(): string | undefined;
  /** The last turn: what was heard, understood, done, by which tier. */
  lastTurn():
    | { utterance: string; calls: readonly Call[]; tier: string; confidence: number; reply: string }
    | undefined;
}
