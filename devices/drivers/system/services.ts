import { setTimeout as delay } from "node:timers/promises";
import { because } from "../../../src/reasons/reason.ts";
import type { Bus, Buses, Target } from "../dbus.ts";
import type { Service } from "./system.ts";

const MANAGER: Target = {
  service: "org.freedesktop.systemd1",
  path: "/org/freedesktop/systemd1",
  iface: "org.freedesktop.systemd1.Manager",
};
/** systemd gives a service 90 s by default; past 20 s the answer is that it is still on its way. */
const SETTLE_MS = 20_000;

/** systemd's services over D-Bus (https://www.freedesktop.org/software/systemd/man/org.freedesktop.systemd1.html). */
export interface Services {
  list(): Promise<readonly Service[]>;
  read(unit: string): Promise<Service>;
  control(unit: string, verb: "start" | "stop" | "restart"): Promise<Service>;
  version(): Promise<string>;
}

export function createServices(buses: Buses): Services {
  const read = async (unit: string): Promise<Service> => readUnit(await systemd(buses), unit);
  return {
    list: async () => {
      const bus = await systemd(buses);
      const [units] = await bus.call(MANAGER, "ListUnits");
      const loaded = (units as readonly (readonly string[])[])
        .filter(([name, , load]) => name!.endsWith(".service") && load !== "not-found")
        .map(([unit, description, , state]): Service => ({ unit: unit!, description: description!, state: state! }));
      const [files] = await bus.call(MANAGER, "ListUnitFiles").catch(() => [[]]);
      const names = new Set(loaded.map((s) => s.unit));
      const others = (files as readonly (readonly string[])[])
        .map(([path]) => path!.slice(path!.lastIndexOf("/") + 1))
        .filter((name) => name.endsWith(".service") && !name.endsWith("@.service") && !names.has(name))
        .map((unit): Service => ({ unit, description: unit.replace(/\.service$/, ""), state: "inactive" }));
      return [...loaded, ...others];
    },
    read,
    control: async (unit, verb) => {
      const bus = await systemd(buses);
      const method = { start: "StartUnit", stop: "StopUnit", restart: "RestartUnit" }[verb];
      await bus.call(MANAGER, method, "ss", [unit, "replace"], SETTLE_MS);
      // The call only queues the job; what became of it shows in the unit's state.
      for (const deadline = performance.now() + SETTLE_MS; performance.now() < deadline; await delay(100)) {
        const now = await readUnit(bus, unit);
        if (!/ing$/.test(now.state)) return now;
      }
      return readUnit(bus, unit);
    },
    version: async () => String(await (await systemd(buses)).get(MANAGER, "Version")),
  };
}

async function systemd(buses: Buses): Promise<Bus> {
  const bus = await buses.system().catch(() => undefined);
  if (bus && (await bus.has(MANAGER.service))) return bus;
  throw because("service.no-systemd");
}

async function readUnit(bus: Bus, unit: string): Promise<Service> {
  const [path] = await bus.call(MANAGER, "LoadUnit", "s", [unit]);
  const target: Target = { service: MANAGER.service, path: String(path), iface: "org.freedesktop.systemd1.Unit" };
  const properties = await bus.getAll(target);
  if (properties.LoadState === "not-found") throw because("service.unknown", { unit });
  const state = String(properties.ActiveState);
  const result =
    state === "failed"
      ? await bus.get({ ...target, iface: "org.freedesktop.systemd1.Service" }, "Result").catch(() => undefined)
      : undefined;
  return {
    unit: String(properties.Id ?? unit),
    description: String(properties.Description ?? unit),
    state,
    ...(result === undefined ? {} : { result: String(result) }),
  };
}
