import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses, type Target } from "../../devices/drivers/dbus.ts";
import { createPowerDriver } from "../../devices/drivers/power/create.ts";
import type { PowerDriver } from "../../devices/drivers/power/power.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { LOGIND, mockLogind } from "../support/logind.ts";
import { temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

describe.skipIf(missingDbusMock())("logind and UPower", () => {
  let bus: PrivateBus;
  let driver: PowerDriver;
  const calls = async (method: string) => {
    const [all] = await (await bus.buses.system()).call(mockOf(LOGIND), "GetMethodCalls", "s", [method]);
    return (all as readonly (readonly [number, readonly unknown[]])[]).map(([, args]) => args);
  };
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await mockLogind(bus);
    await bus.mock("upower");
    driver = await createPowerDriver({ buses: bus.buses, root: folder.path });
  });
  afterAll(() => bus?.stop());

  test("turns off at once", async () => {
    await driver.shutdown("poweroff");
    expect(await calls("PowerOff")).toEqual([[false]]);
  });

  test("schedules a restart, and calls it off", async () => {
    const at = new Date("2026-11-23T23:30:00Z");
    await driver.shutdown("reboot", at);
    expect(await driver.scheduled()).toEqual({ kind: "reboot", at });
    expect(await driver.cancelShutdown()).toBe(true);
    expect(await driver.scheduled()).toBeUndefined();
    expect(await driver.cancelShutdown()).toBe(false);
  });

  test("suspends", async () => {
    await driver.suspend();
    expect(await calls("Suspend")).toEqual([[false]]);
  });

  test("locks only where somebody is logged in", async () => {
    await expect(driver.lock()).rejects.toMatchObject({ code: "NOT_FOUND" });
    const system = await bus.buses.system();
    await system.call(mockOf(LOGIND), "AddSession", "ssusb", ["c1", "seat0", 1000, "ada", true]);
    await driver.lock();
    expect(await calls("LockSessions")).toHaveLength(1);
  });

  test("reads the battery", async () => {
    expect(await driver.battery()).toBeUndefined();
    const upower: Target = {
      service: "org.freedesktop.UPower",
      path: "/org/freedesktop/UPower",
      iface: "org.freedesktop.UPower",
    };
    const system = await bus.buses.system();
    await system.call(mockOf(upower), "AddDischargingBattery", "ssdx", ["mock_bat", "Mock", 62.4, 5400n]);
    expect(await driver.battery()).toEqual({ percent: 62, state: "discharging", secondsLeft: 5400 });
  });
});

test("without any service the battery comes from sysfs and the rest names a package", async () => {
  const battery = join(folder.path, "sys/class/power_supply/BAT0");
  mkdirSync(battery, { recursive: true });
  const files = {
    type: "Battery",
    capacity: "40",
    status: "Charging",
    energy_full: "50000000",
    energy_now: "20000000",
    power_now: "10000000",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(battery, name), `${text}\n`);
  const buses = createBuses({ DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" });
  const driver = await createPowerDriver({ buses, root: folder.path });
  expect(await driver.battery()).toEqual({ percent: 40, state: "charging", secondsLeft: 10_800 });
  await expect(driver.suspend()).rejects.toMatchObject({
    code: "BACKEND_MISSING",
    remedy: expect.stringContaining("apt"),
  });
});
