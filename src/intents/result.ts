/** A thing named in a turn, kept so that "it" or "the second one" can be resolved later. */
export interface Thing {
  readonly kind:
    | "file"
    | "timer"
    | "alarm"
    | "reminder"
    | "event"
    | "list"
    | "item"
    | "note"
    | "device"
    | "network"
    | "app"
    | "process"
    | "fact"
    | "text";
  /** What drivers know it by: a path, a row id, an address. */
  readonly id: string;
  /** What the person would call it. */
  readonly name: string;
}

/** Plain data with which an action's `undo` puts things back; it is stored in the ledger, so it survives a restart. */
export type UndoData = Readonly<Record<string, unknown>>;

/** What became of one call. Throw a ShellError only for what went wrong; these are ordinary outcomes. */
export type Result =
  | {
      readonly kind: "done";
      /** The reply, in `powers.lang`, as one would say it: short, true, units spelled for speech. */
      readonly say: string;
      /** More than fits in speech: rows for the terminal and the page. */
      readonly show?: readonly string[];
      /** Machine-readable outcome for --json, MCP and later steps. */
      readonly data?: unknown;
      /** Things to remember for follow-ups, the most salient first. */
      readonly things?: readonly Thing[];
      /** Present when it can be undone. */
      readonly undo?: UndoData;
    }
  /** Several things fit: the turn machine asks which, then runs the call again with `arg` set to the chosen name or id. */
  | { readonly kind: "choose"; readonly arg: string; readonly question: string; readonly options: readonly Thing[] }
  /** Something needed is missing: the turn machine asks for it. */
  | { readonly kind: "ask"; readonly arg: string; readonly question: string }
  /** It was tried and did not work, or there was nothing to do it to. */
  | { readonly kind: "failed"; readonly say: string; readonly code: string; readonly remedy?: string }
  /** No backend on this machine. */
  | { readonly kind: "unavailable"; readonly say: string; readonly because: string; readonly remedy: string };
