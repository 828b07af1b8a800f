import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { NetworkStatus } from "./network.ts";

/**
 * The state as the kernel has it, without any service. `online` is "local" at most: a default route says nothing about
 * what is behind it, and nothing is sent to find out.
 * @param root "/" or, in tests, a folder that holds proc and sys
 */
export async function kernelStatus(root: string): Promise<NetworkStatus> {
  const device = await defaultDevice(root);
  if (device === undefined) return { online: "none" };
  const ip = addressOf(device);
  const linkMbps = Number(await readText(join(root, "sys/class/net", device, "speed")));
  const wireless = (await readText(join(root, "sys/class/net", device, "uevent"))).includes("DEVTYPE=wlan");
  return {
    online: "local",
    device,
    kind: wireless ? "wifi" : /^(eth|en)/.test(device) ? "ethernet" : "other",
    ...(ip === undefined ? {} : { ip }),
    ...(linkMbps > 0 ? { linkMbps } : {}),
  };
}

/** The device of the IPv4 default route with the lowest metric (/proc/net/route: destination 00000000). */
export async function defaultDevice(root: string): Promise<string | undefined> {
  const routes = (await readText(join(root, "proc/net/route")))
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .filter((fields) => fields[1] === "00000000");
  routes.sort((a, b) => Number(a[6]) - Number(b[6]));
  return routes[0]?.[0];
}

/** IPv4 where there is one, else a global IPv6 address. */
export function addressOf(device: string): string | undefined {
  const all = networkInterfaces()[device] ?? [];
  return (all.find((a) => a.family === "IPv4") ?? all.find((a) => !a.address.startsWith("fe80")))?.address;
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
