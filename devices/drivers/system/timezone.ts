import { access, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import type { Buses, Target } from "../dbus.ts";

const TIMEDATE: Target = {
  service: "org.freedesktop.timedate1",
  path: "/org/freedesktop/timedate1",
  iface: "org.freedesktop.timedate1",
};

/** The system's zone by timedated, else by /etc/localtime's link, /etc/timezone, and last this process's own. */
export async function readTimezone(root: string, buses: Buses): Promise<string> {
  const bus = await buses.system().catch(() => undefined);
  if (bus && (await bus.has(TIMEDATE.service).catch(() => false))) {
    const zone = await bus.get(TIMEDATE, "Timezone").catch(() => "");
    if (zone) return String(zone);
  }
  const link = await readlink(join(root, "etc/localtime")).catch(() => "");
  const linked = /zoneinfo\/(.+)$/.exec(link)?.[1];
  if (linked) return linked;
  const text = await readFile(join(root, "etc/timezone"), "utf8").catch(() => "");
  return text.trim() || Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** By timedated (https://www.freedesktop.org/software/systemd/man/org.freedesktop.timedate1.html). */
export async function writeTimezone(zone: string, root: string, buses: Buses): Promise<string> {
  if (!Intl.supportedValuesOf("timeZone").includes(zone) && !(await zoneFileExists(zone, root)))
    throw because("timezone.unknown", { zone });
  const bus = await buses.system().catch(() => undefined);
  if (!bus || !(await bus.has(TIMEDATE.service))) throw because("timezone.fixed");
  await bus.call(TIMEDATE, "SetTimezone", "sb", [zone, false]);
  return readTimezone(root, buses);
}

async function zoneFileExists(zone: string, root: string): Promise<boolean> {
  if (!/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  return access(join(root, "usr/share/zoneinfo", zone)).then(
    () => true,
    () => false,
  );
}
