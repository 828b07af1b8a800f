/** The machine's power: off, again, asleep, locked, and its battery. */
export interface PowerDriver {
  /** "logind", for doctor. */
  readonly backend: string;
  /** @param at when; undefined: now. @throws ShellError PERMISSION_DENIED where this user may not */
  shutdown(kind: "poweroff" | "reboot", at?: Date): Promise<void>;
  /** The shutdown that waits, if any. */
  scheduled(): Promise<ScheduledShutdown | undefined>;
  /** True when one was waiting and is called off. */
  cancelShutdown(): Promise<boolean>;
  suspend(): Promise<void>;
  /** Locks every session's screen. @throws ShellError NOT_FOUND where there is no session to lock */
  lock(): Promise<void>;
  /** Undefined on a machine without one. */
  battery(): Promise<Battery | undefined>;
}

export interface ScheduledShutdown {
  readonly kind: "poweroff" | "reboot";
  readonly at: Date;
}

export interface Battery {
  /** 0-100, whole. */
  readonly percent: number;
  readonly state: "charging" | "discharging" | "full" | "unknown";
  /** Seconds until empty or full, where the machine knows. */
  readonly secondsLeft?: number;
}
