import { setTimeout as delay } from "node:timers/promises";
import type { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Bus, type Target, typed } from "../dbus.ts";
import type { Env } from "../run-program.ts";
import { addressOf } from "./kernel-status.ts";
import type { ConnectFailure, NetworkDriver, NetworkStatus, Radios, WifiNetwork } from "./network.ts";
import { setBluetoothBlocked } from "./rfkill.ts";

const NM = "org.freedesktop.NetworkManager";
const MANAGER: Target = { service: NM, path: "/org/freedesktop/NetworkManager", iface: NM };
const NO_OBJECT = "/";
/** NMDeviceType */
const ETHERNET = 1;
const WIFI = 2;
/** NMDeviceState */
const ACTIVATED = 100;
const FAILED = 120;
/** Joining takes 3 to 10 s; DHCP alone may wait 45 s before it gives up. */
const CONNECT_TIMEOUT_MS = 60_000;
const SCAN_WAIT_MS = 2_500;

/** NetworkManager over D-Bus (https://networkmanager.dev/docs/api/latest/spec.html). */
export async function createNetworkManager(bus: Bus, env: Env): Promise<NetworkDriver> {
  const version = String(await bus.get(MANAGER, "Version"));
  const wifiEnabled = async () => (await bus.get(MANAGER, "WirelessEnabled")) === true;
  const setWifiEnabled = async (on: boolean): Promise<boolean> => {
    await bus.set(MANAGER, "WirelessEnabled", typed("b", on));
    const now = await wifiEnabled();
    if (now === on) return now;
    const blocked = (await bus.get(MANAGER, "WirelessHardwareEnabled")) === false;
    throw because(
      blocked ? "network.wifi-blocked" : "network.wifi-stuck",
      {},
      { details: { hardwareSwitch: blocked } },
    );
  };
  const radios = async (): Promise<Radios> => ({
    wifi: await wifiEnabled(),
    mobile: (await bus.get(MANAGER, "WwanEnabled")) === true,
  });
  return {
    backend: `NetworkManager ${version}`,
    status: () => readStatus(bus),
    wifiEnabled,
    setWifiEnabled,
    wifiNetworks: async () => (await accessPoints(bus)).map(({ network }) => network),
    connectWifi: (ssid) => connectWifi(bus, ssid),
    radios,
    setRadios: async (wanted) => {
      await setWifiEnabled(wanted.wifi);
      await bus.set(MANAGER, "WwanEnabled", typed("b", wanted.mobile));
      const bluetooth = wanted.bluetooth;
      const done = bluetooth !== undefined && (await setBluetoothBlocked(!bluetooth, env));
      return { ...(await radios()), ...(done ? { bluetooth } : {}) };
    },
  };
}

async function readStatus(bus: Bus): Promise<NetworkStatus> {
  const manager = await bus.getAll(MANAGER);
  const online = onlineOf(Number(manager.Connectivity), Number(manager.State));
  const devices = await activeDevices(bus, (manager.Devices ?? []) as readonly string[]);
  // A cable goes before the air, as NetworkManager's own route metrics have it.
  const device = devices.sort((a, b) => Number(a.DeviceType) - Number(b.DeviceType))[0];
  if (!device) return { online };
  const type = Number(device.DeviceType);
  const name = String(device.IpInterface || device.Interface);
  const ip = (await nmAddress(bus, device.Ip4Config)) ?? addressOf(name);
  const wireless = type === WIFI ? await readWireless(bus, device.path) : undefined;
  const wiredMbps =
    type === ETHERNET ? Number(await bus.get(at(device.path, "Device.Wired"), "Speed").catch(() => 0)) : 0;
  const linkMbps = wireless?.linkMbps ?? wiredMbps;
  return {
    online,
    device: name,
    kind: type === WIFI ? "wifi" : type === ETHERNET ? "ethernet" : "other",
    ...(ip === undefined ? {} : { ip }),
    ...(wireless?.ssid === undefined ? {} : { ssid: wireless.ssid }),
    ...(linkMbps > 0 ? { linkMbps } : {}),
  };
}

/** NMConnectivityState 1 none, 2 portal, 3 limited, 4 full; 0 means that it does not check. NMState 50-70 are connected. */
function onlineOf(connectivity: number, state: number): NetworkStatus["online"] {
  if (state < 50) return "none";
  if (connectivity === 4 || (connectivity === 0 && state === 70)) return "full";
  return connectivity === 2 ? "portal" : "local";
}

type Device = Readonly<Record<string, unknown>> & { readonly path: string };

async function devicesOf(bus: Bus, paths: readonly string[]): Promise<readonly Device[]> {
  return Promise.all(paths.map(async (path) => ({ ...(await bus.getAll(at(path, "Device"))), path })));
}

async function activeDevices(bus: Bus, paths: readonly string[]): Promise<Device[]> {
  const connected = (await devicesOf(bus, paths)).filter((d) => Number(d.State) === ACTIVATED);
  return connected.filter((d) => d.Interface !== "lo");
}

async function nmAddress(bus: Bus, config: unknown): Promise<string | undefined> {
  if (typeof config !== "string" || config === NO_OBJECT) return undefined;
  const data = await bus.get(at(config, "IP4Config"), "AddressData").catch(() => []);
  return (data as readonly { address?: string }[])[0]?.address;
}

async function readWireless(bus: Bus, path: string): Promise<{ ssid?: string; linkMbps: number }> {
  const wireless = await bus.getAll(at(path, "Device.Wireless"));
  const linkMbps = Math.round(Number(wireless.Bitrate ?? 0) / 1000);
  let accessPoint = String(wireless.ActiveAccessPoint ?? NO_OBJECT);
  if (accessPoint === NO_OBJECT) {
    const active = String(await bus.get(at(path, "Device"), "ActiveConnection"));
    if (active === NO_OBJECT) return { linkMbps };
    accessPoint = String(await bus.get(at(active, "Connection.Active"), "SpecificObject"));
  }
  if (accessPoint === NO_OBJECT) return { linkMbps };
  return { ssid: ssidOf(await bus.get(at(accessPoint, "AccessPoint"), "Ssid")), linkMbps };
}

interface Found {
  readonly network: WifiNetwork;
  readonly device: string;
  readonly accessPoint: string;
  /** The saved connection, if there is one. */
  readonly connection: string | undefined;
}

async function accessPoints(bus: Bus): Promise<readonly Found[]> {
  const device = await wifiDevice(bus);
  await scan(bus, device);
  const [paths] = await bus.call(at(device, "Device.Wireless"), "GetAllAccessPoints");
  const [saved, current] = await Promise.all([savedNetworks(bus), readWireless(bus, device)]);
  const bySsid = new Map<string, Found>();
  for (const accessPoint of paths as readonly string[]) {
    // One that faded away between the list and now has no properties any more.
    const ap = await bus.getAll(at(accessPoint, "AccessPoint")).catch(() => undefined);
    const ssid = ap === undefined ? "" : ssidOf(ap.Ssid);
    const strength = Number(ap?.Strength ?? 0);
    if (!ap || ssid === "" || (bySsid.get(ssid)?.network.strength ?? -1) >= strength) continue;
    const secured = Number(ap.WpaFlags) !== 0 || Number(ap.RsnFlags) !== 0 || (Number(ap.Flags) & 1) === 1;
    const connection = saved.get(ssid);
    const network = { ssid, strength, secured, known: connection !== undefined, active: ssid === current.ssid };
    bySsid.set(ssid, { network, device, accessPoint, connection });
  }
  return [...bySsid.values()].sort((a, b) => b.network.strength - a.network.strength);
}

async function wifiDevice(bus: Bus): Promise<string> {
  const [paths] = await bus.call(MANAGER, "GetDevices");
  const device = (await devicesOf(bus, paths as readonly string[])).find((d) => Number(d.DeviceType) === WIFI);
  if (device) return device.path;
  throw because("network.no-wifi");
}

/** Asks for a fresh scan and waits for it; NetworkManager refuses when one was just made, and then the list is fresh. */
async function scan(bus: Bus, device: string): Promise<void> {
  const wireless = at(device, "Device.Wireless");
  const before = await bus.get(wireless, "LastScan").catch(() => undefined);
  const asked = await bus.call(wireless, "RequestScan", "a{sv}", [{}]).then(
    () => true,
    () => false,
  );
  if (!asked || before === undefined) return;
  for (const end = performance.now() + SCAN_WAIT_MS; performance.now() < end; await delay(100))
    if ((await bus.get(wireless, "LastScan")) !== before) return;
}

async function savedNetworks(bus: Bus): Promise<ReadonlyMap<string, string>> {
  const settings: Target = { service: NM, path: `${MANAGER.path}/Settings`, iface: `${NM}.Settings` };
  const [paths] = await bus.call(settings, "ListConnections");
  const saved = new Map<string, string>();
  for (const path of paths as readonly string[]) {
    const [all] = await bus.call(at(path, "Settings.Connection"), "GetSettings").catch(() => [{}]);
    const wireless = (all as Record<string, Record<string, unknown>>)["802-11-wireless"];
    if (wireless?.ssid !== undefined) saved.set(ssidOf(wireless.ssid), path);
  }
  return saved;
}

async function connectWifi(bus: Bus, ssid: string): Promise<void> {
  const found = (await accessPoints(bus)).find(({ network }) => network.ssid === ssid);
  if (!found) throw connectError(ssid, "gone");
  const { device, accessPoint, connection, network } = found;
  if (connection === undefined && network.secured) throw connectError(ssid, "key-needed");
  const active =
    connection === undefined
      ? (await bus.call(MANAGER, "AddAndActivateConnection", "a{sa{sv}}oo", [{}, device, accessPoint]))[1]
      : (await bus.call(MANAGER, "ActivateConnection", "ooo", [connection, device, accessPoint]))[0];
  await settled(bus, ssid, device, String(active));
}

/** Waits until the device is connected through the new connection; otherwise the device says why not. */
async function settled(bus: Bus, ssid: string, device: string, active: string): Promise<void> {
  const target = at(device, "Device");
  for (const end = performance.now() + CONNECT_TIMEOUT_MS; performance.now() < end; await delay(200)) {
    const now = await bus.getAll(target);
    const state = Number(now.State);
    const mine = now.ActiveConnection === active;
    if (state === ACTIVATED && mine) return;
    const gone = await bus.get(at(active, "Connection.Active"), "State").then(
      (s) => Number(s) === 4,
      () => true,
    );
    if (state === FAILED || gone) {
      const reason = Number((now.StateReason as readonly number[] | undefined)?.[1] ?? 0);
      throw connectError(ssid, failureOf(reason), reason);
    }
  }
  throw connectError(ssid, "timeout");
}

/** NMDeviceStateReason: 7 no secrets; 8 to 11 the supplicant's failures, a wrong key mostly; 5, 6, 15 to 17 no address; 53 gone. */
function failureOf(reason: number): ConnectFailure {
  if (reason === 7 || (reason >= 8 && reason <= 11)) return "key-wrong";
  if (reason === 5 || reason === 6 || (reason >= 15 && reason <= 17)) return "no-address";
  return reason === 53 ? "gone" : "other";
}

function connectError(ssid: string, reason: ConnectFailure, number = 0): ShellError {
  return because(`wifi.${reason}`, { ssid, number }, { details: { reason, ssid } });
}

function at(path: string, iface: string): Target {
  return { service: NM, path, iface: `${NM}.${iface}` };
}

/** SSIDs are bytes, nearly always UTF-8. */
function ssidOf(bytes: unknown): string {
  return Buffer.from((bytes ?? []) as readonly number[]).toString("utf8");
}
