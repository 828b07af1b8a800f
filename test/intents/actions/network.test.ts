import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDrivers } from "../../../devices/drivers/create-drivers.ts";
import type { Target } from "../../../devices/drivers/dbus.ts";
import { networkActions } from "../../../src/intents/actions/network.ts";
import { actionsContract } from "../../contract/actions.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../../support/dbus.ts";
import { type DeviceRunner, deviceRunner } from "../../support/device-powers.ts";
import { temporaryFolder } from "../../support/programs.ts";

const NAMES = ["wifi_power", "wifi_list", "wifi_connect", "network_status", "bluetooth_power", "bluetooth_list"];
actionsContract("network", networkActions, [...NAMES, "bluetooth_connect", "bluetooth_disconnect", "airplane_mode"]);

describe.skipIf(missingDbusMock())("NetworkManager and BlueZ", () => {
  const folder = temporaryFolder();
  const nm: Target = { service: "org.freedesktop.NetworkManager", path: "/org/freedesktop", iface: "" };
  const bluez: Target = { service: "org.bluez", path: "/", iface: "org.bluez.Mock" };
  let bus: PrivateBus;
  let turn: DeviceRunner;
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mock("networkmanager");
    await bus.mock("bluez5");
    const system = await bus.buses.system();
    const tell = async (method: string, signature: string, args: readonly unknown[]) =>
      (await system.call(mockOf(nm), method, signature, args))[0];
    const device = await tell("AddWiFiDevice", "ssi", ["mock_wifi", "wlan9", 30]);
    for (const [name, ssid, strength, security] of [
      ["home", "Livebox-1234", 81, 0x100],
      ["cafe", "CoffeeShop", 60, 0],
      ["shop", "Neighbour", 40, 0x100],
    ] as const) {
      const mac = `00:23:F8:7E:12:${strength}`;
      await tell("AddAccessPoint", "ssssuuuyu", [device, name, ssid, mac, 2, 2425, 5400, strength, security]);
    }
    await tell("AddWiFiConnection", "ssss", [device, "saved", "Livebox-1234", "wpa-psk"]);
    await system.call(bluez, "AddAdapter", "ss", ["hci0", "kiosk"]);
    for (const [address, name] of [
      ["11:22:33:44:55:66", "WH-1000XM5"],
      ["22:22:33:44:55:66", "Kitchen Speaker"],
      ["33:22:33:44:55:66", "Bedroom Speaker"],
    ]) {
      await system.call(bluez, "AddDevice", "sss", ["hci0", address, name]);
      await system.call(bluez, "PairDevice", "ssi", ["hci0", address, 5898764]);
    }
    const signal = new AbortController().signal;
    const env = { ...bus.env, PATH: "/nonexistent" }; // no rfkill: the machine's own radios stay as they are
    turn = deviceRunner(networkActions, createDrivers({ env, home: folder.path, signal, config: {} }), folder.path);
  });
  afterAll(async () => {
    turn?.[Symbol.dispose]();
    await bus?.stop();
    folder[Symbol.dispose]();
  });

  test("turns Wi-Fi off; undo turns it on", async () => {
    const result = await turn.done("wifi_power", { on: false }, "fr");
    expect(result.say).toBe("Le Wi-Fi est coupé.");
    expect(await turn.undo("wifi_power", result, "fr")).toMatchObject({ say: "Le Wi-Fi est activé." });
  });

  test("lists what is in the air, strongest first", async () => {
    const result = await turn.done("wifi_list");
    expect(result.say).toBe("There are 3; the strongest: Livebox-1234, CoffeeShop and Neighbour.");
    expect(result.things?.map((t) => t.id)).toEqual(["Livebox-1234", "CoffeeShop", "Neighbour"]);
  });

  test("joins by a name half said", async () => {
    expect((await turn.done("wifi_connect", { network: "livebox" })).say).toBe("Connected to Livebox-1234.");
    expect((await turn.done("network_status", { what: "ssid" }, "zh")).say).toBe("已连接无线网络Livebox-1234。");
    expect((await turn.done("network_status", { what: "online" })).say).toBe("You are online.");
    expect((await turn.done("network_status")).say).toContain("Livebox-1234");
  });

  test("says the real reason", async () => {
    expect(await turn.run("wifi_connect", { network: "Neighbour" })).toMatchObject({
      kind: "failed",
      say: "Neighbour needs a password that is not saved here.",
      remedy: expect.stringContaining("nmcli"),
    });
    expect(await turn.look("wifi_connect", { network: "Livebox-1234" })).toBeUndefined();
    expect(await turn.look("wifi_connect", { network: "Atlantis" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await turn.look("bluetooth_connect", { device: "speaker" })).toMatchObject({ kind: "choose" });
    expect(await turn.run("wifi_connect", { network: "Atlantis" })).toMatchObject({
      kind: "failed",
      code: "NOT_FOUND",
    });
  });

  test("connects headphones, and undoes a disconnection", async () => {
    expect((await turn.done("bluetooth_connect", { device: "wh 1000" })).say).toBe("WH-1000XM5 is connected.");
    const system = await bus.buses.system();
    await system.call(bluez, "ConnectDevice", "ss", ["hci0", "22:22:33:44:55:66"]);
    const result = await turn.done("bluetooth_disconnect", {});
    expect(result.say).toBe("Kitchen Speaker is disconnected.");
  });

  test("asks which of two speakers", async () => {
    const result = await turn.run("bluetooth_connect", { device: "speaker" });
    expect(result).toMatchObject({ kind: "choose", arg: "device" });
    if (result.kind === "choose") {
      expect(result.options.map((o) => o.name).sort()).toEqual(["Bedroom Speaker", "Kitchen Speaker"]);
      expect(await turn.run("bluetooth_connect", { device: result.options[0]!.id })).toMatchObject({ kind: "done" });
    }
  });

  test("Bluetooth off; a list then says so", async () => {
    const result = await turn.done("bluetooth_power", { on: false });
    expect((await turn.done("bluetooth_list")).say).toBe("Bluetooth is off.");
    await turn.undo("bluetooth_power", result);
  });

  test("airplane mode tells what it could not switch; undo brings back what was", async () => {
    const result = await turn.done("airplane_mode", { on: true });
    expect(result.say).toContain("Bluetooth could not be switched");
    expect(result.data).toEqual({ wifi: false, mobile: false });
    expect(result.undo).toEqual({ wifi: true, mobile: false });
    expect(await turn.undo("airplane_mode", result)).toMatchObject({ say: "Airplane mode is off." });
  });
});
