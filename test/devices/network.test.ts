import { mkdirSync, writeFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses, type Target } from "../../devices/drivers/dbus.ts";
import { createNetworkDriver } from "../../devices/drivers/network/create.ts";
import type { NetworkDriver } from "../../devices/drivers/network/network.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const PATH = "/org/freedesktop/NetworkManager";
const NM: Target = { service: "org.freedesktop.NetworkManager", path: PATH, iface: "org.freedesktop.NetworkManager" };
const OPEN = 0;
const WPA_PSK = 0x100;

describe.skipIf(missingDbusMock())("NetworkManager", () => {
  let bus: PrivateBus;
  let driver: NetworkDriver;
  let device: string;
  const tell = async (method: string, signature: string, args: readonly unknown[], path = "/org/freedesktop") =>
    (await (await bus.buses.system()).call(mockOf({ ...NM, path }), method, signature, args))[0];
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mock("networkmanager");
    device = String(await tell("AddWiFiDevice", "ssi", ["mock_wifi", "wlan9", 30]));
    const air = [
      ["home", "Livebox-1234", 81, WPA_PSK],
      ["far", "Livebox-1234", 20, WPA_PSK],
      ["cafe", "CoffeeShop", 60, OPEN],
      ["shop", "Neighbour", 40, WPA_PSK],
      ["tea", "茶馆", 30, OPEN],
    ] as const;
    for (const [name, ssid, strength, security] of air) {
      const mac = `00:23:F8:7E:12:${strength.toString(16).padStart(2, "0")}`;
      await tell("AddAccessPoint", "ssssuuuyu", [device, name, ssid, mac, 2, 2425, 5400, strength, security]);
    }
    await tell("AddWiFiConnection", "ssss", [device, "saved", "Livebox-1234", "wpa-psk"]);
    driver = await createNetworkDriver({ env: bus.env, buses: bus.buses });
  });
  afterAll(() => bus?.stop());

  test("lists each network once, strongest first", async () => {
    expect((await driver.wifiNetworks()).map((n) => [n.ssid, n.strength, n.secured, n.known])).toEqual([
      ["Livebox-1234", 81, true, true],
      ["CoffeeShop", 60, false, false],
      ["Neighbour", 40, true, false],
      ["茶馆", 30, false, false],
    ]);
  });

  test("joins a known network, and says so in its state", async () => {
    await driver.connectWifi("Livebox-1234");
    expect(await driver.status()).toMatchObject({
      online: "full",
      device: "wlan9",
      kind: "wifi",
      ssid: "Livebox-1234",
      linkMbps: 5,
    });
  });

  test("joins an open network that it has never seen", async () => {
    await driver.connectWifi("茶馆");
    expect((await driver.status()).ssid).toBe("茶馆");
  });

  test("does not try a secured network without its key", async () => {
    await expect(driver.connectWifi("Neighbour")).rejects.toMatchObject({ details: { reason: "key-needed" } });
    await expect(driver.connectWifi("Nowhere")).rejects.toMatchObject({ details: { reason: "gone" } });
  });

  test("reads why it did not work", async () => {
    const activate = [
      'self.SetProperty("/org/freedesktop/NetworkManager/Devices/mock_wifi", "org.freedesktop.NetworkManager.Device", "State", dbus.UInt32(120))',
      'self.SetProperty("/org/freedesktop/NetworkManager/Devices/mock_wifi", "org.freedesktop.NetworkManager.Device", "StateReason", dbus.Struct((dbus.UInt32(120), dbus.UInt32(7)), signature="uu"))',
      'ret = dbus.ObjectPath("/org/freedesktop/NetworkManager/ActiveConnection/failed")',
    ].join("\n");
    const inManager = activate.replaceAll("self.SetProperty", "objects['/org/freedesktop'].SetProperty");
    await tell("AddMethod", "sssss", [NM.iface, "ActivateConnection", "ooo", "o", inManager], PATH);
    await expect(driver.connectWifi("Livebox-1234")).rejects.toMatchObject({
      code: "BACKEND_FAILED",
      details: { reason: "key-wrong" },
      remedy: expect.stringContaining("nmcli"),
    });
  });

  test("turns the radios off and on", async () => {
    expect(await driver.setWifiEnabled(false)).toBe(false);
    expect(await driver.wifiEnabled()).toBe(false);
    expect(await driver.setRadios({ wifi: true, mobile: true })).toEqual({ wifi: true, mobile: true });
    expect(await driver.radios()).toEqual({ wifi: true, mobile: true });
  });

  test("a login page is not the Internet", async () => {
    await tell("SetConnectivity", "u", [2]);
    expect((await driver.status()).online).toBe("portal");
  });
});

describe("without NetworkManager", () => {
  const buses = createBuses({ DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" });

  test("the kernel tells the state", async () => {
    const [device, addresses] = Object.entries(networkInterfaces())[0]!;
    mkdirSync(join(folder.path, "proc/net"), { recursive: true });
    const header = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";
    writeFileSync(
      join(folder.path, "proc/net/route"),
      `${header}${device}\t00000000\t01010101\t0003\t0\t0\t100\t00000000\n`,
    );
    const driver = await createNetworkDriver({ env: {}, buses, root: folder.path });
    const v4 = addresses!.find((a) => a.family === "IPv4")?.address;
    expect(await driver.status()).toMatchObject({ online: "local", device, ...(v4 ? { ip: v4 } : {}) });
  });

  test("no route is offline", async () => {
    const driver = await createNetworkDriver({ env: {}, buses, root: "/nonexistent" });
    expect(await driver.status()).toEqual({ online: "none" });
  });

  test("changes name the service where its program is installed", async () => {
    writeFileSync(`${folder.path}/nmcli`, "#!/bin/sh\n", { mode: 0o755 });
    const driver = await createNetworkDriver({ env: { PATH: folder.path }, buses });
    await expect(driver.setWifiEnabled(true)).rejects.toMatchObject({
      remedy: "sudo systemctl enable --now NetworkManager",
    });
  });

  test("changes name the package", async () => {
    const driver = await createNetworkDriver({ env: { PATH: "/nonexistent" }, buses });
    await expect(driver.setWifiEnabled(true)).rejects.toMatchObject({ remedy: "sudo apt install network-manager" });
  });
});
