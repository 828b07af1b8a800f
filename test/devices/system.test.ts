import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses, type Target } from "../../devices/drivers/dbus.ts";
import { createSystemDriver } from "../../devices/drivers/system/create.ts";
import type { SystemDriver } from "../../devices/drivers/system/system.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { missing, temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" };
afterAll(() => folder[Symbol.dispose]());

describe("this very machine", () => {
  let driver: SystemDriver;
  beforeAll(async () => {
    driver = await createSystemDriver({ env, buses: createBuses(env) });
  });

  test("its state is what the kernel says", async () => {
    const status = await driver.status();
    expect(status.cores).toBe(cpus().length);
    expect(status.memory.totalBytes).toBe(totalmem());
    expect(status.memory.availableBytes).toBeGreaterThan(0);
    expect(status.disk.totalBytes).toBeGreaterThan(status.disk.freeBytes);
    expect(status.cpuPercent).toBeGreaterThanOrEqual(0);
    expect(status.cpuPercent).toBeLessThanOrEqual(100);
    expect(status.uptimeS).toBeGreaterThan(0);
    expect(status.os.name).toMatch(/\w/);
  });

  test("a process that spins is at the top, and is stopped", async () => {
    const spinning = spawn("yes", { stdio: "ignore" });
    const exited = once(spinning, "exit");
    const found = (await driver.processes("cpu")).find((p) => p.pid === spinning.pid);
    expect(found?.cpuPercent).toBeGreaterThan(5);
    expect(await driver.stopProcess(found!)).toBe("ended");
    expect((await exited)[1]).toBe("SIGTERM");
  });

  test("a process that will not listen is killed", async () => {
    const deaf = spawn("sh", ["-c", "trap '' TERM; while true; do sleep 0.2; done"], { stdio: "ignore" });
    const exited = once(deaf, "exit");
    const found = (await driver.processes("memory")).find((p) => p.pid === deaf.pid);
    expect(await driver.stopProcess(found!)).toBe("killed");
    expect((await exited)[1]).toBe("SIGKILL");
  });

  test("this shell and pid 1 are neither listed nor stopped", async () => {
    const all = await driver.processes("cpu");
    expect(all.some((p) => p.pid === process.pid || p.pid === process.ppid || p.pid === 1)).toBe(false);
    const self = { ...all[0]!, pid: process.pid };
    await expect(driver.stopProcess(self)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(driver.stopProcess({ ...self, pid: 1 })).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });

  test("a number that was given to another process since is left alone", async () => {
    const child = spawn("sleep", ["30"], { stdio: "ignore" });
    const found = (await driver.processes("memory")).find((p) => p.pid === child.pid)!;
    await expect(driver.stopProcess({ ...found, startTicks: found.startTicks - 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    child.kill();
  });

  test.skipIf(missing("apt"))("apt's list of updates can be read", async () => {
    for (const update of await driver.updates()) expect(update.from).not.toBe(update.to);
  });

  test("without systemd the remedy names a package", async () => {
    await expect(driver.services()).rejects.toMatchObject({
      code: "BACKEND_MISSING",
      remedy: expect.stringContaining("apt"),
    });
    await expect(driver.setTimezone("Europe/Paris")).rejects.toMatchObject({ code: "BACKEND_MISSING" });
  });

  test("no such zone", async () => {
    await expect(driver.setTimezone("Mars/Olympus")).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
  });
});

test("the temperature is the processor's where hwmon has several sensors", async () => {
  const root = join(folder.path, "root");
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 100 0 100 700 100 0 0 0 0 0\n");
  put("proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: 400 kB\n");
  put("proc/uptime", "93784.12 1.0\n");
  put("proc/sys/kernel/osrelease", "6.12.0-rpi\n");
  put("proc/sys/kernel/hostname", "kiosk\n");
  put("etc/os-release", 'PRETTY_NAME="Raspberry Pi OS"\n');
  put("sys/class/hwmon/hwmon0/name", "nvme\n");
  put("sys/class/hwmon/hwmon0/temp1_input", "71000\n");
  put("sys/class/hwmon/hwmon1/name", "cpu_thermal\n");
  put("sys/class/hwmon/hwmon1/temp1_input", "52400\n");
  const driver = await createSystemDriver({ env, buses: createBuses(env), root });
  expect(await driver.status()).toMatchObject({
    temperatureC: 52,
    uptimeS: 93_784,
    cpuPercent: 20,
    memory: { totalBytes: 1_024_000, availableBytes: 409_600 },
    os: { name: "Raspberry Pi OS", kernel: "6.12.0-rpi", host: "kiosk" },
  });
});

const REMOTE = "/lib/systemd/systemd-journal-remote";
describe.skipIf(missing("journalctl", REMOTE))("a journal of our own", () => {
  test("is read newest first, by unit and by time", async () => {
    const journalFolder = join(folder.path, "journal");
    mkdirSync(journalFolder);
    const entry = (agoS: number, unit: string, priority: number, message: string) =>
      [
        `__REALTIME_TIMESTAMP=${(Date.now() - agoS * 1000) * 1000}`,
        `__MONOTONIC_TIMESTAMP=${1_000_000_000 - agoS * 1_000}`,
        "_BOOT_ID=0123456789abcdef0123456789abcdef",
        `_SYSTEMD_UNIT=${unit}`,
        "_UID=0",
        "SYSLOG_IDENTIFIER=web",
        `PRIORITY=${priority}`,
        `MESSAGE=${message}`,
        "",
      ].join("\n");
    const entries = [
      entry(7200, "web.service", 6, "old"),
      entry(60, "web.service", 3, "cannot bind"),
      entry(5, "db.service", 6, "ready"),
    ];
    await execa(REMOTE, ["-o", join(journalFolder, "test.journal"), "-"], { input: `${entries.join("\n")}\n` });
    const driver = await createSystemDriver({ env, buses: createBuses(env), journalFolder });
    const hour = await driver.logs({ sinceS: 3600, limit: 10 });
    expect(hour.map((e) => e.message)).toEqual(["ready", "cannot bind"]);
    expect(await driver.logs({ unit: "web.service", limit: 10 })).toMatchObject([
      { message: "cannot bind", priority: 3, source: "web" },
      { message: "old", priority: 6 },
    ]);
    expect(await driver.logs({ unit: "none.service", limit: 10 })).toEqual([]);
  });
});

describe.skipIf(missingDbusMock())("systemd and timedated on a bus of our own", () => {
  let bus: PrivateBus;
  let driver: SystemDriver;
  const manager: Target = {
    service: "org.freedesktop.systemd1",
    path: "/org/freedesktop/systemd1",
    iface: "org.freedesktop.systemd1.Manager",
  };
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mock("systemd");
    await bus.mock("timedated", { Timezone: "Etc/UTC" });
    const system = await bus.buses.system();
    await system.call(mockOf(manager), "AddMockUnit", "s", ["web.service"]);
    const units =
      'ret = dbus.Array([dbus.Struct(("web.service", "A web server", "loaded", str(objects["/org/freedesktop/systemd1/unit/web_service"].Get("org.freedesktop.systemd1.Unit", "ActiveState")), "", "", dbus.ObjectPath("/"), dbus.UInt32(0), "", dbus.ObjectPath("/")))], signature="(ssssssouso)")';
    const add = (name: string, input: string, output: string, code: string) =>
      system.call(mockOf(manager), "AddMethod", "sssss", [manager.iface, name, input, output, code]);
    await add("ListUnits", "", "a(ssssssouso)", units);
    await add("ListUnitFiles", "", "a(ss)", 'ret = [("/lib/systemd/system/idle.service", "disabled")]');
    await add("LoadUnit", "s", "o", "ret = self.units[str(args[0])]");
    driver = await createSystemDriver({ env: bus.env, buses: bus.buses });
  });
  afterAll(() => bus?.stop());

  test("is the backend", () => {
    expect(driver.backend).toBe("Linux, systemd 246");
  });

  test("lists services, those that are not loaded too", async () => {
    expect((await driver.services()).map((s) => [s.unit, s.state])).toEqual([
      ["web.service", "inactive"],
      ["idle.service", "inactive"],
    ]);
  });

  test("starts and stops, and says what became of it", async () => {
    expect((await driver.controlService("web.service", "start")).state).toBe("active");
    expect((await driver.service("web.service")).state).toBe("active");
    expect((await driver.controlService("web.service", "stop")).state).toBe("inactive");
  });

  test("sets the zone", async () => {
    expect(await driver.timezone()).toBe("Etc/UTC");
    expect(await driver.setTimezone("Asia/Tokyo")).toBe("Asia/Tokyo");
    expect(await driver.timezone()).toBe("Asia/Tokyo");
  });
});
