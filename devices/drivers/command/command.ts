/** Commands of the person, in their own shell's language. */
export interface CommandDriver {
  readonly backend: string;
  /**
   * Runs one command line with `sh -c` in the home folder, without a terminal and without the secrets of this process's
   * environment. At the time-out, and when the signal aborts, the whole group of its processes ends.
   */
  run(command: string, options: { readonly signal: AbortSignal; readonly timeoutMs: number }): Promise<CommandOutcome>;
  /** Manual pages whose line says the words, the best first; empty without `man`. */
  manual(words: readonly string[], signal: AbortSignal): Promise<readonly ManualPage[]>;
}

export interface CommandOutcome {
  /** Undefined when it was ended by a signal or did not end in time. */
  readonly exitCode: number | undefined;
  /** Both streams in the order in which they came, the first 64 KiB. */
  readonly output: string;
  readonly truncated: boolean;
  readonly timedOut: boolean;
  readonly cancelled: boolean;
  readonly ms: number;
}

export interface ManualPage {
  readonly name: string;
  readonly section: string;
  readonly summary: string;
}
