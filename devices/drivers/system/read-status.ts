import { readdir, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { SystemStatus } from "./system.ts";

/** Both samples of /proc/stat are that far apart: long enough for 100 Hz ticks to mean something. */
const SAMPLE_MS = 333;

/** @param root "/" or, in tests, a folder that holds proc, sys and etc */
export async function readStatus(root: string): Promise<SystemStatus> {
  const before = await cpuTimes(root);
  const [memory, disk, temperatureC, uptime, os] = await Promise.all([
    readMemory(root),
    statfs(root),
    readTemperature(root),
    readText(join(root, "proc/uptime")),
    readOs(root),
  ]);
  await delay(SAMPLE_MS);
  const after = await cpuTimes(root);
  const total = after.total - before.total;
  return {
    // A frozen root (tests, some containers) gives two equal samples: then the mean since boot is all there is.
    cpuPercent: Math.round(total > 0 ? (100 * (after.busy - before.busy)) / total : (100 * after.busy) / after.total),
    cores: after.cores,
    memory,
    disk: { totalBytes: disk.blocks * disk.bsize, freeBytes: disk.bavail * disk.bsize },
    temperatureC,
    uptimeS: Math.floor(Number.parseFloat(uptime)),
    os,
  };
}

async function cpuTimes(root: string): Promise<{ busy: number; total: number; cores: number }> {
  const text = await readText(join(root, "proc/stat"));
  // user nice system idle iowait irq softirq steal; guest times are already inside user.
  const times = text.split("\n", 1)[0]!.trim().split(/\s+/).slice(1, 9).map(Number);
  const total = times.reduce((sum, value) => sum + value, 0);
  const idle = (times[3] ?? 0) + (times[4] ?? 0);
  return { busy: total - idle, total, cores: text.match(/^cpu\d+ /gm)?.length ?? 1 };
}

async function readMemory(root: string): Promise<SystemStatus["memory"]> {
  const text = await readText(join(root, "proc/meminfo"));
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
  return { totalBytes: bytes("MemTotal"), availableBytes: bytes("MemAvailable") };
}

async function readOs(root: string): Promise<SystemStatus["os"]> {
  const [release, kernel, host] = await Promise.all([
    readText(join(root, "etc/os-release"))
      .catch(() => readText(join(root, "usr/lib/os-release")))
      .catch(() => ""),
    readText(join(root, "proc/sys/kernel/osrelease")),
    readText(join(root, "proc/sys/kernel/hostname")),
  ]);
  const name = /^PRETTY_NAME=(.*)$/m.exec(release)?.[1]?.replace(/^["']|["']$/g, "") ?? "Linux";
  return { name, kernel: kernel.trim(), host: host.trim() };
}

/** Sensors of the processor, by driver: Intel, AMD, and the names that ARM boards give. */
const CPU_SENSOR = /^(coretemp|k10temp|zenpower|cpu_thermal|soc_thermal|cpu.*|x86_pkg_temp)$/;

/** hwmon first (https://docs.kernel.org/hwmon/sysfs-interface.html, thousandths of a degree), then the thermal zones. */
async function readTemperature(root: string): Promise<number | undefined> {
  const hwmon = await sensors(join(root, "sys/class/hwmon"), "hwmon", "name", /^temp\d+_input$/);
  const all =
    hwmon.length > 0 ? hwmon : await sensors(join(root, "sys/class/thermal"), "thermal_zone", "type", /^temp$/);
  const cpu = all.filter((s) => CPU_SENSOR.test(s.name));
  const values = (cpu.length > 0 ? cpu : all).map((s) => s.celsius).filter((c) => c > 0 && c < 150);
  return values.length > 0 ? Math.round(Math.max(...values)) : undefined;
}

async function sensors(
  folder: string,
  prefix: string,
  nameFile: string,
  inputs: RegExp,
): Promise<readonly { name: string; celsius: number }[]> {
  const chips = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix));
  const found = await Promise.all(
    chips.map(async (chip) => {
      const name = (await readText(join(folder, chip, nameFile)).catch(() => chip)).trim();
      const files = (await readdir(join(folder, chip)).catch(() => [])).filter((file) => inputs.test(file));
      // A sensor of a sleeping device may refuse to be read; the others still count.
      const values = await Promise.all(files.map((file) => readText(join(folder, chip, file)).catch(() => "")));
      return values.filter((v) => v.trim() !== "").map((v) => ({ name, celsius: Number(v) / 1000 }));
    }),
  );
  return found.flat();
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8");
}
