import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Buses, Target } from "../dbus.ts";
import type { Battery } from "./power.ts";

const UPOWER = "org.freedesktop.UPower";
/** UPower's State: 1 charging, 2 discharging, 3 empty, 4 full, 5 waits to charge, 6 waits to discharge. */
const STATES: readonly Battery["state"][] = [
  "unknown",
  "charging",
  "discharging",
  "discharging",
  "full",
  "unknown",
  "discharging",
];
const BATTERY = 2;

/** By UPower, else by /sys/class/power_supply. @param root "/" or, in tests, a folder that holds sys */
export async function readBattery(buses: Buses, root: string): Promise<Battery | undefined> {
  return (await fromUpower(buses).catch(() => undefined)) ?? fromSysfs(join(root, "sys/class/power_supply"));
}

async function fromUpower(buses: Buses): Promise<Battery | undefined> {
  const bus = await buses.system();
  if (!(await bus.has(UPOWER))) return undefined;
  const manager: Target = { service: UPOWER, path: "/org/freedesktop/UPower", iface: UPOWER };
  const [paths] = await bus.call(manager, "EnumerateDevices");
  for (const path of paths as readonly string[]) {
    const device = await bus.getAll({ service: UPOWER, path, iface: `${UPOWER}.Device` });
    // A wireless mouse has a battery too; PowerSupply marks the one that feeds the machine.
    if (device.Type !== BATTERY || device.PowerSupply !== true || device.IsPresent === false) continue;
    const state = STATES[Number(device.State)] ?? "unknown";
    const left = Number(state === "charging" ? (device.TimeToFull ?? 0) : (device.TimeToEmpty ?? 0));
    return { percent: Math.round(Number(device.Percentage)), state, ...(left > 0 ? { secondsLeft: left } : {}) };
  }
  return undefined;
}

/** https://docs.kernel.org/power/power_supply_class.html: capacity in percent, energy and power in millionths. */
async function fromSysfs(folder: string): Promise<Battery | undefined> {
  for (const name of await readdir(folder).catch(() => [])) {
    const read = async (file: string) => (await readFile(join(folder, name, file), "utf8").catch(() => "")).trim();
    if ((await read("type")) !== "Battery" || (await read("scope")) === "Device" || (await read("present")) === "0")
      continue;
    const capacity = await read("capacity");
    if (capacity === "") continue;
    const word = (await read("status")).toLowerCase();
    const state = word === "charging" || word === "discharging" || word === "full" ? word : "unknown";
    const full = Number(await read("energy_full")) || Number(await read("charge_full"));
    const now = Number(await read("energy_now")) || Number(await read("charge_now"));
    const rate = Math.abs(Number(await read("power_now")) || Number(await read("current_now")));
    const rest = state === "charging" ? full - now : state === "discharging" ? now : 0;
    const left = rate > 0 ? Math.round((rest / rate) * 3600) : 0;
    return { percent: Math.round(Number(capacity)), state, ...(left > 0 ? { secondsLeft: left } : {}) };
  }
  return undefined;
}
