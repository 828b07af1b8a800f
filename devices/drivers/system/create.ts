import type { Buses } from "../dbus.ts";
import type { Env } from "../run-program.ts";
import { readLogs } from "./logs.ts";
import { listProcesses, stopProcess } from "./processes.ts";
import { readStatus } from "./read-status.ts";
import { createServices } from "./services.ts";
import type { SystemDriver } from "./system.ts";
import { readTimezone, writeTimezone } from "./timezone.ts";
import { installUpdates, listUpdates } from "./updates.ts";

export interface SystemOptions {
  readonly env: Env;
  readonly buses: Buses;
  readonly signal?: AbortSignal;
  /** Where proc, sys and etc are; default "/". */
  readonly root?: string;
  /** Another journal than the machine's. */
  readonly journalFolder?: string;
}

/** A Linux machine; what needs systemd or apt says so when it is asked for. */
export async function createSystemDriver(options: SystemOptions): Promise<SystemDriver> {
  const { env, buses, root = "/" } = options;
  const services = createServices(buses);
  const systemd = await services.version().catch(() => undefined);
  return {
    backend: systemd === undefined ? "Linux, without systemd" : `Linux, systemd ${systemd.replace(/^v/, "")}`,
    status: () => readStatus(root),
    processes: (sort) => listProcesses(root, sort),
    stopProcess: (process) => stopProcess(root, process),
    services: services.list,
    service: services.read,
    controlService: services.control,
    logs: (query) => readLogs(query, options),
    updates: () => listUpdates(options),
    installUpdates: async (signal) => {
      await installUpdates({ env, signal });
      return listUpdates(options);
    },
    timezone: () => readTimezone(root, buses),
    setTimezone: (zone) => writeTimezone(zone, root, buses),
  };
}
