/** The machine itself: how it is, what runs on it, its services, logs, updates and time zone. */
export interface SystemDriver {
  /** "Linux, systemd 252", for doctor. */
  readonly backend: string;
  status(): Promise<SystemStatus>;
  /** User-space processes, busiest first; kernel threads and this shell are left out. */
  processes(sort: "cpu" | "memory"): Promise<readonly Process[]>;
  /**
   * Asks the process to end (SIGTERM), after 3 s makes it (SIGKILL), and checks that it is gone.
   * @throws ShellError PERMISSION_DENIED (another user's, pid 1, this shell itself), NOT_FOUND (it is not the same process any more)
   */
  stopProcess(process: Process): Promise<"ended" | "killed">;
  /** @throws ShellError BACKEND_MISSING without systemd */
  services(): Promise<readonly Service[]>;
  /** The service as it is after the verb took effect; `state` tells whether it did. */
  controlService(unit: string, verb: "start" | "stop" | "restart"): Promise<Service>;
  service(unit: string): Promise<Service>;
  /** Newest first. @param sinceS seconds back; default 86,400 @param unit a service's unit name */
  logs(query: {
    readonly unit?: string;
    readonly sinceS?: number;
    readonly limit: number;
  }): Promise<readonly LogEntry[]>;
  updates(): Promise<readonly Update[]>;
  /** Installs all updates; may take many minutes. Returns what is left. */
  installUpdates(signal: AbortSignal): Promise<readonly Update[]>;
  /** IANA name of the system's zone. */
  timezone(): Promise<string>;
  /** @throws ShellError ARGUMENT_INVALID for a name that the system does not know */
  setTimezone(zone: string): Promise<string>;
}

export interface SystemStatus {
  /** Share of all cores that was busy over the last third of a second, 0-100. */
  readonly cpuPercent: number;
  readonly cores: number;
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number };
  readonly disk: { readonly totalBytes: number; readonly freeBytes: number };
  /** The processor's, or the hottest sensor's, in °C; undefined where there is no sensor. */
  readonly temperatureC: number | undefined;
  readonly uptimeS: number;
  readonly os: { readonly name: string; readonly kernel: string; readonly host: string };
}

export interface Process {
  readonly pid: number;
  /** The program's or script's file name. */
  readonly name: string;
  readonly command: string;
  /** Of one core; 200 means two cores full. */
  readonly cpuPercent: number;
  readonly memoryBytes: number;
  readonly uid: number;
  /** Clock ticks from boot to its start; with the pid it names one process for good. */
  readonly startTicks: number;
}

export interface Service {
  /** "nginx.service" */
  readonly unit: string;
  readonly description: string;
  /** systemd's ActiveState: active, inactive, failed, activating, deactivating, reloading. */
  readonly state: string;
  /** systemd's Result of the last run where it failed: exit-code, timeout, signal … */
  readonly result?: string;
}

export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly source: string;
  readonly message: string;
  /** 0 emergency … 3 error, 4 warning, 6 information, 7 debug. */
  readonly priority: number;
}

export interface Update {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
