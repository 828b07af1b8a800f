import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDrivers } from "../../../devices/drivers/create-drivers.ts";
import { createBuses } from "../../../devices/drivers/dbus.ts";
import { createDisplayDriver } from "../../../devices/drivers/display/create.ts";
import { displayActions } from "../../../src/intents/actions/display.ts";
import { actionsContract } from "../../contract/actions.ts";
import { type DeviceRunner, deviceRunner } from "../../support/device-powers.ts";
import { missing, type Running, startProgram, temporaryFolder } from "../../support/programs.ts";

const NAMES = ["brightness_set", "brightness_change", "screen_power", "screenshot_take", "night_light", "theme_set"];
actionsContract("display", displayActions, NAMES);

const folder = temporaryFolder();
const env = {
  PATH: process.env.PATH,
  HOME: folder.path,
  XDG_CONFIG_HOME: folder.path,
  GSETTINGS_BACKEND: "keyfile",
  DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent",
};
/** The real drivers, the screen's light standing in a folder of files. */
function turnWith(more: Readonly<Record<string, string>> = {}): DeviceRunner {
  const all = { ...env, ...more };
  const drivers = createDrivers({ env: all, home: folder.path, signal: new AbortController().signal, config: {} });
  const display = createDisplayDriver({ env: all, home: folder.path, buses: createBuses(all), root: folder.path });
  return deviceRunner(displayActions, { ...drivers, display: () => display }, folder.path);
}
let turn: DeviceRunner;
const panel = join(folder.path, "sys/class/backlight/panel");
const raw = () => Number(readFileSync(join(panel, "brightness"), "utf8"));
beforeAll(() => {
  mkdirSync(panel, { recursive: true });
  for (const [file, text] of Object.entries({ type: "raw", max_brightness: "1000", brightness: "500", bl_power: "0" }))
    writeFileSync(join(panel, file), text);
  turn = turnWith();
});
afterAll(() => {
  turn[Symbol.dispose]();
  folder[Symbol.dispose]();
});

test("sets the brightness, says what is, and undoes it", async () => {
  const result = await turn.done("brightness_set", { level: 20 }, "fr");
  expect(result.say).toBe("L'écran est à 20 pour cent.");
  expect(raw()).toBe(200);
  await turn.undo("brightness_set", result);
  expect(raw()).toBe(500);
});

test("brighter and darker", async () => {
  const result = await turn.done("brightness_change", { direction: "up" });
  expect(raw()).toBe(650);
  await turn.undo("brightness_change", result);
  expect((await turn.done("brightness_change", { direction: "down", amount: 10 }, "zh")).say).toBe(
    "屏幕亮度百分之40。",
  );
});

test("turns the screen off; undo turns it on", async () => {
  const result = await turn.done("screen_power", { on: false });
  expect(readFileSync(join(panel, "bl_power"), "utf8")).toBe("4");
  expect(await turn.undo("screen_power", result)).toMatchObject({ say: "The screen is on." });
  expect(readFileSync(join(panel, "bl_power"), "utf8")).toBe("0");
});

test("without a graphical screen there is no screenshot", async () => {
  await expect(turn.run("screenshot_take")).rejects.toMatchObject({ code: "BACKEND_MISSING" });
});

describe.skipIf(missing("Xvfb", "xset", "scrot"))("an X server of our own", () => {
  let server: Running;
  let shooting: DeviceRunner;
  beforeAll(async () => {
    const onScreen = { ...env, DISPLAY: ":98" };
    const up = async () => !(await execa("xset", ["q"], { env: onScreen, extendEnv: false, reject: false })).failed;
    server = await startProgram("Xvfb", [":98", "-screen", "0", "320x200x24", "-nolisten", "tcp"], onScreen, up);
    shooting = turnWith({ DISPLAY: ":98" });
  });
  afterAll(async () => {
    shooting?.[Symbol.dispose]();
    await server?.stop();
  });

  test("two pictures in one minute are two files; undo deletes its own", async () => {
    const first = await shooting.done("screenshot_take");
    const second = await shooting.done("screenshot_take");
    expect(first.things?.[0]?.name).toBe("screenshot-2026-11-23-1000.png");
    expect(second.things?.[0]?.name).toBe("screenshot-2026-11-23-1000-2.png");
    await shooting.undo("screenshot_take", second);
    expect([first, second].map((r) => existsSync(r.things![0]!.id))).toEqual([true, false]);
  });
});

const SCHEMA = "/usr/share/glib-2.0/schemas/org.gnome.desktop.interface.gschema.xml";
describe.skipIf(missing("gsettings", SCHEMA))("a desktop with settings", () => {
  test("dark, and light again", async () => {
    const result = await turn.done("theme_set", { theme: "dark" });
    expect(result.say).toBe("The theme is dark.");
    expect(await turn.undo("theme_set", result)).toMatchObject({ say: "The theme is light." });
  });
});
