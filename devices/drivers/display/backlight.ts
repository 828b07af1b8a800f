import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import type { Buses } from "../dbus.ts";
import { type Env, hasProgram, runProgram } from "../run-program.ts";

/** The panel's light, by /sys/class/backlight (https://docs.kernel.org/gpu/backlight.html). */
export interface Backlight {
  readonly name: string;
  read(): Promise<number>;
  write(percent: number): Promise<number>;
  /** Lit or dark, the level kept. */
  setPower(on: boolean): Promise<void>;
}

/** @param root where sys is; undefined when the machine has no panel with a light */
export async function findBacklight(options: { root: string; buses: Buses; env: Env }): Promise<Backlight | undefined> {
  const folder = join(options.root, "sys/class/backlight");
  const names = await readdir(folder).catch(() => []);
  const kinds = await Promise.all(names.map((name) => readFile(join(folder, name, "type"), "utf8").catch(() => "")));
  // The kernel's order of preference: firmware knows the panel best, raw is the bare register.
  const rank = (kind: string) => ["firmware", "platform", "raw"].indexOf(kind.trim());
  const [name] = names
    .map((n, i) => ({ n, rank: rank(kinds[i]!) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ n }) => n);
  if (name === undefined) return undefined;

  const device = join(folder, name);
  const number = async (file: string) => Number(await readFile(join(device, file), "utf8"));
  const read = async () => Math.round((100 * (await number("brightness"))) / (await number("max_brightness")));
  return {
    name,
    read,
    write: async (percent) => {
      const max = await number("max_brightness");
      const raw = Math.max(1, Math.round((Math.min(100, Math.max(0, percent)) / 100) * max));
      await writeRaw(options, device, name, raw);
      return read();
    },
    // 0 is on, 4 is off: FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN.
    setPower: (on) =>
      writeFile(join(device, "bl_power"), on ? "0" : "4").catch((cause) => {
        throw because("screen.no-right", { name }, { cause });
      }),
  };
}

/** logind lets the user of the seat do it; then the file itself; then brightnessctl, which is installed setuid. */
async function writeRaw(options: { buses: Buses; env: Env }, device: string, name: string, raw: number): Promise<void> {
  const bus = await options.buses.system().catch(() => undefined);
  const byLogind =
    bus &&
    (await bus
      .call(SESSION, "SetBrightness", "ssu", ["backlight", name, raw])
      .then(() => true)
      .catch(() => false));
  if (byLogind) return;
  try {
    await writeFile(join(device, "brightness"), String(raw));
  } catch (cause) {
    if (!hasProgram("brightnessctl", options.env)) throw because("screen.no-right", { name }, { cause });
    const args = ["--quiet", `--device=${name}`, "set", String(raw)];
    await runProgram("brightnessctl", args, { env: options.env, debianPackage: "brightnessctl" });
  }
}

/** "auto" is the caller's own session, or its user's display session where the caller has none (a daemon). */
const SESSION = {
  service: "org.freedesktop.login1",
  path: "/org/freedesktop/login1/session/auto",
  iface: "org.freedesktop.login1.Session",
} as const;
