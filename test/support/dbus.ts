import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Buses, createBuses, type Target } from "../../devices/drivers/dbus.ts";
import { missing, type Running, startProgram } from "./programs.ts";

/** A bus of the test's own that serves as both the system and the session bus. */
export interface PrivateBus {
  readonly env: NodeJS.ProcessEnv;
  readonly buses: Buses;
  /** Starts a service from a python-dbusmock template; its `Mock` methods take the test's orders. */
  mock(template: string, parameters?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Starts an empty mock object under a name of its own choosing. */
  mockService(target: Target): Promise<void>;
  stop(): Promise<void>;
}

/** Debian's own Python: dbusmock is a package of it. */
const PYTHON = "/usr/bin/python3";

export function missingDbusMock(): string | undefined {
  const reason = missing("dbus-daemon");
  if (reason !== undefined) return reason;
  if (existsSync("/usr/lib/python3/dist-packages/dbusmock")) return undefined;
  console.info("skipped: python3-dbusmock not installed (packages: test/debian-packages.txt)");
  return "python3-dbusmock not installed";
}

export async function startBus(folder: string): Promise<PrivateBus> {
  const socket = join(folder, "bus.sock");
  const config = join(folder, "bus.conf");
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`,
  );
  const address = `unix:path=${socket}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    DBUS_SYSTEM_BUS_ADDRESS: address,
    DBUS_SESSION_BUS_ADDRESS: address,
  };
  const started: Running[] = [];
  const daemon = ["--nofork", "--nopidfile", `--config-file=${config}`];
  started.push(await startProgram("dbus-daemon", daemon, env, async () => existsSync(socket)));
  const buses = createBuses(env);
  const owned = async (service: string) => (await (await buses.system()).names(service)).includes(service);
  return {
    env,
    buses,
    mock: async (template, parameters = {}) => {
      const args = ["-m", "dbusmock", "--system", "--template", template, "--parameters", JSON.stringify(parameters)];
      started.push(await startProgram(PYTHON, args, env, () => owned(SERVICE_OF[template]!)));
    },
    mockService: async ({ service, path, iface }) => {
      started.push(
        await startProgram(PYTHON, ["-m", "dbusmock", "--session", service, path, iface], env, () => owned(service)),
      );
    },
    stop: async () => {
      buses.close();
      for (const running of started.reverse()) await running.stop();
    },
  };
}

/** The name that each template owns when it is ready. */
const SERVICE_OF: Readonly<Record<string, string>> = {
  bluez5: "org.bluez",
  logind: "org.freedesktop.login1",
  networkmanager: "org.freedesktop.NetworkManager",
  systemd: "org.freedesktop.systemd1",
  timedated: "org.freedesktop.timedate1",
  upower: "org.freedesktop.UPower",
};

/** The interface through which python-dbusmock takes orders, on any of its objects. */
export function mockOf(target: Target): Target {
  return { ...target, iface: "org.freedesktop.DBus.Mock" };
}
