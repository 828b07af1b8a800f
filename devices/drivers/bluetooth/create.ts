import { setTimeout as delay } from "node:timers/promises";
import { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Bus, type Buses, type Target, typed } from "../dbus.ts";
import type { BluetoothDevice, BluetoothDriver } from "./bluetooth.ts";

const BLUEZ = "org.bluez";
const ADAPTER = "org.bluez.Adapter1";
const DEVICE = "org.bluez.Device1";
/** Headphones that wake up take up to 15 s; pairing asks the other side. */
const CONNECT_TIMEOUT_MS = 25_000;

/**
 * BlueZ over D-Bus (https://git.kernel.org/pub/scm/bluetooth/bluez.git/tree/doc/org.bluez.Device.rst).
 * @throws ShellError BACKEND_MISSING without BlueZ or without an adapter
 */
export async function createBluetoothDriver(options: { buses: Buses }): Promise<BluetoothDriver> {
  const bus = await bluez(options.buses);
  const adapter = await adapterOf(bus);
  const powered = async () => (await bus.get(adapter, "Powered")) === true;
  const read = async (id: string): Promise<BluetoothDevice> => deviceOf(id, await bus.getAll(target(id)));
  return {
    backend: "BlueZ",
    powered,
    setPowered: async (on) => {
      await bus.set(adapter, "Powered", typed("b", on)).catch((cause: unknown) => {
        throw failed(cause, (line) => because("bluetooth.no-switch", { line }, { cause }));
      });
      return powered();
    },
    devices: async (scanMs = 0) => {
      if (scanMs > 0) await discover(bus, adapter, scanMs);
      const all = Object.entries(await managedObjects(bus)).flatMap(([path, interfaces]) => {
        const found = interfaces[DEVICE];
        return found && path.startsWith(`${adapter.path}/`) ? [deviceOf(path, found)] : [];
      });
      const rank = (d: BluetoothDevice) => (d.connected ? 0 : d.paired ? 1 : 2);
      return all.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
    },
    connect: async (id) => {
      const before = await read(id);
      if (before.connected) return before;
      if (!before.paired) await act(bus, id, "Pair", "AlreadyExists");
      await act(bus, id, "Connect", "AlreadyConnected");
      // BlueZ answers Connect only when the link stands; Trusted lets the device come back by itself.
      await bus.set(target(id), "Trusted", typed("b", true));
      return { ...(await read(id)), connected: true };
    },
    disconnect: async (id) => {
      await act(bus, id, "Disconnect", "NotConnected");
      return { ...(await read(id)), connected: false };
    },
  };
}

async function bluez(buses: Buses): Promise<Bus> {
  const bus = await buses.system().catch(() => undefined);
  if (bus && (await bus.has(BLUEZ))) return bus;
  throw because("bluetooth.no-service");
}

/** The first adapter that is on, else the first. */
async function adapterOf(bus: Bus): Promise<Target> {
  const adapters = Object.entries(await managedObjects(bus)).filter(([, interfaces]) => interfaces[ADAPTER]);
  const chosen = adapters.find(([, interfaces]) => interfaces[ADAPTER]?.Powered === true) ?? adapters[0];
  if (chosen) return { service: BLUEZ, path: chosen[0], iface: ADAPTER };
  throw because("bluetooth.no-adapter");
}

type Objects = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

async function managedObjects(bus: Bus): Promise<Objects> {
  const root: Target = { service: BLUEZ, path: "/", iface: "org.freedesktop.DBus.ObjectManager" };
  return (await bus.call(root, "GetManagedObjects"))[0] as Objects;
}

async function discover(bus: Bus, adapter: Target, scanMs: number): Promise<void> {
  // Both radios; without it, BlueZ keeps the filter that this program may have set before.
  await bus.call(adapter, "SetDiscoveryFilter", "a{sv}", [{ Transport: typed("s", "auto") }]);
  await bus.call(adapter, "StartDiscovery");
  await delay(scanMs);
  // It fails when another program stopped it meanwhile, and then there is nothing to stop.
  await bus.call(adapter, "StopDiscovery").catch(() => undefined);
}

/** @param harmless the end of the error name that means: it is so already */
async function act(bus: Bus, id: string, method: string, harmless: string): Promise<void> {
  try {
    await bus.call(target(id), method, "", [], CONNECT_TIMEOUT_MS);
  } catch (cause) {
    if (cause instanceof ShellError && String(cause.details.dbus).endsWith(harmless)) return;
    throw failed(cause, (line) => because("bluetooth.no-answer", { method, line }, { cause }));
  }
}

/** What BlueZ itself said, as our error; a missing right or a silent bus keeps its own. */
function failed(cause: unknown, ours: (line: string) => ShellError): ShellError {
  if (cause instanceof ShellError && cause.code !== "BACKEND_FAILED") return cause;
  return ours(cause instanceof ShellError ? String(cause.details.text) : String(cause));
}

function target(id: string): Target {
  return { service: BLUEZ, path: id, iface: DEVICE };
}

function deviceOf(id: string, properties: Readonly<Record<string, unknown>>): BluetoothDevice {
  const icon = String(properties.Icon ?? "");
  return {
    id,
    name: String(properties.Alias || properties.Name || properties.Address),
    address: String(properties.Address),
    paired: properties.Paired === true,
    connected: properties.Connected === true,
    ...(icon ? { icon } : {}),
  };
}
