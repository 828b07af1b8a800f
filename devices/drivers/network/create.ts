import { because } from "../../../src/reasons/reason.ts";
import type { Buses } from "../dbus.ts";
import { type Env, hasProgram } from "../run-program.ts";
import { kernelStatus } from "./kernel-status.ts";
import type { NetworkDriver } from "./network.ts";
import { createNetworkManager } from "./network-manager.ts";

/** NetworkManager where it runs; else the kernel tells the state, and changes throw BACKEND_MISSING. */
export async function createNetworkDriver(options: { env: Env; buses: Buses; root?: string }): Promise<NetworkDriver> {
  const bus = await options.buses.system().catch(() => undefined);
  if (bus && (await bus.has("org.freedesktop.NetworkManager").catch(() => false)))
    return createNetworkManager(bus, options.env);
  const missing = async (): Promise<never> => {
    throw because("network.no-manager", {
      command: hasProgram("nmcli", options.env)
        ? "sudo systemctl enable --now NetworkManager"
        : "sudo apt install network-manager",
    });
  };
  return {
    backend: "the kernel (state only)",
    status: () => kernelStatus(options.root ?? "/"),
    wifiEnabled: missing,
    setWifiEnabled: missing,
    wifiNetworks: missing,
    connectWifi: missing,
    radios: missing,
    setRadios: missing,
  };
}
