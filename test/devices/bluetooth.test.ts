import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BluetoothDriver } from "../../devices/drivers/bluetooth/bluetooth.ts";
import { createBluetoothDriver } from "../../devices/drivers/bluetooth/create.ts";
import { createBuses, type Target } from "../../devices/drivers/dbus.ts";
import { missingDbusMock, type PrivateBus, startBus } from "../support/dbus.ts";
import { temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const MOCK: Target = { service: "org.bluez", path: "/", iface: "org.bluez.Mock" };

describe.skipIf(missingDbusMock())("BlueZ", () => {
  let bus: PrivateBus;
  let driver: BluetoothDriver;
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mock("bluez5");
    const system = await bus.buses.system();
    await expect(createBluetoothDriver({ buses: bus.buses })).rejects.toMatchObject({ code: "BACKEND_MISSING" });
    await system.call(MOCK, "AddAdapter", "ss", ["hci0", "kiosk"]);
    await system.call(MOCK, "AddDevice", "sss", ["hci0", "11:22:33:44:55:66", "WH-1000XM5"]);
    await system.call(MOCK, "AddDevice", "sss", ["hci0", "22:22:33:44:55:66", "Kitchen Speaker"]);
    await system.call(MOCK, "PairDevice", "ssi", ["hci0", "22:22:33:44:55:66", 5898764]);
    await system.call(MOCK, "ConnectDevice", "ss", ["hci0", "22:22:33:44:55:66"]);
    driver = await createBluetoothDriver({ buses: bus.buses });
  });
  afterAll(() => bus?.stop());

  test("turns the radio off and on", async () => {
    expect(await driver.setPowered(false)).toBe(false);
    expect(await driver.powered()).toBe(false);
    expect(await driver.setPowered(true)).toBe(true);
  });

  test("lists connected devices first", async () => {
    const devices = await driver.devices(50);
    expect(devices.map((d) => [d.name, d.paired, d.connected])).toEqual([
      ["Kitchen Speaker", true, true],
      ["WH-1000XM5", false, false],
    ]);
  });

  test("pairs and connects a new device, and disconnects it", async () => {
    const device = (await driver.devices())[1]!;
    expect((await driver.connect(device.id)).connected).toBe(true);
    expect((await driver.devices()).find((d) => d.id === device.id)?.paired).toBe(true);
    expect((await driver.disconnect(device.id)).connected).toBe(false);
  });
});

test("without BlueZ the remedy names its package", async () => {
  const buses = createBuses({ DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" });
  await expect(createBluetoothDriver({ buses })).rejects.toMatchObject({ remedy: "sudo apt install bluez" });
});
