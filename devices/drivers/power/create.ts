import { because } from "../../../src/reasons/reason.ts";
import type { Bus, Buses, Target } from "../dbus.ts";
import { readBattery } from "./battery.ts";
import type { PowerDriver } from "./power.ts";

const LOGIND: Target = {
  service: "org.freedesktop.login1",
  path: "/org/freedesktop/login1",
  iface: "org.freedesktop.login1.Manager",
};
const MICROSECONDS_PER_MS = 1_000n;

/**
 * logind for power and sessions (https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html), UPower
 * or sysfs for the battery. Without logind the battery still answers and the rest throws BACKEND_MISSING.
 * @param options.root where sys is; default "/"
 */
export async function createPowerDriver(options: { buses: Buses; root?: string }): Promise<PowerDriver> {
  const { buses, root = "/" } = options;
  const logind = async (): Promise<Bus> => {
    const bus = await buses.system().catch(() => undefined);
    if (bus && (await bus.has(LOGIND.service))) return bus;
    throw because("power.no-logind");
  };
  const may = async (bus: Bus, question: string): Promise<void> => {
    const [answer] = await bus.call(LOGIND, question);
    if (answer === "na") throw because("power.cannot", { question });
    if (answer === "no" || answer === "challenge") throw because("power.may-not", { question, answer });
  };
  const scheduled: PowerDriver["scheduled"] = async () => {
    const [kind, usec] = (await (await logind()).get(LOGIND, "ScheduledShutdown")) as [string, number | bigint];
    if (kind !== "poweroff" && kind !== "reboot") return undefined;
    return { kind, at: new Date(Number(usec) / 1_000) };
  };
  const hasLogind = await logind().then(
    () => true,
    () => false,
  );
  return {
    backend: hasLogind ? "logind" : "sysfs (battery only)",
    shutdown: async (kind, at) => {
      const bus = await logind();
      await may(bus, kind === "poweroff" ? "CanPowerOff" : "CanReboot");
      if (at === undefined) await bus.call(LOGIND, kind === "poweroff" ? "PowerOff" : "Reboot", "b", [false]);
      else {
        await bus.call(LOGIND, "ScheduleShutdown", "st", [kind, BigInt(at.getTime()) * MICROSECONDS_PER_MS]);
        if ((await scheduled())?.kind !== kind) throw because("power.not-kept", { kind, at: at.toISOString() });
      }
    },
    scheduled,
    cancelShutdown: async () => (await (await logind()).call(LOGIND, "CancelScheduledShutdown"))[0] === true,
    suspend: async () => {
      const bus = await logind();
      await may(bus, "CanSuspend");
      await bus.call(LOGIND, "Suspend", "b", [false], 30_000);
    },
    lock: async () => {
      const bus = await logind();
      const [sessions] = await bus.call(LOGIND, "ListSessions");
      if ((sessions as readonly unknown[]).length === 0) throw because("power.nobody");
      await bus.call(LOGIND, "LockSessions");
    },
    battery: () => readBattery(buses, root),
  };
}
