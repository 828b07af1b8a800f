import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses } from "../../devices/drivers/dbus.ts";
import { createDisplayDriver } from "../../devices/drivers/display/create.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { LOGIND, mockLogind } from "../support/logind.ts";
import { missing, type Running, startProgram, temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const buses = createBuses({ DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" });
const panel = join(folder.path, "sys/class/backlight/panel");
const raw = () => Number(readFileSync(join(panel, "brightness"), "utf8"));

beforeAll(() => {
  mkdirSync(panel, { recursive: true });
  for (const [file, text] of Object.entries({ type: "raw", max_brightness: "255", brightness: "128", bl_power: "0" }))
    writeFileSync(join(panel, file), `${text}\n`);
});

describe("a panel with a light", () => {
  const create = () =>
    createDisplayDriver({ env: { PATH: process.env.PATH }, home: folder.path, buses, root: folder.path });

  test("is read and set through sysfs", async () => {
    const driver = await create();
    expect(await driver.brightness()).toBe(50);
    expect(await driver.setBrightness(80)).toBe(80);
    expect(raw()).toBe(204);
    expect(await driver.setBrightness(250)).toBe(100);
  });

  test("never goes all dark", async () => {
    await (await create()).setBrightness(0);
    expect(raw()).toBe(1);
  });

  test("is turned off and on where nothing draws the screen", async () => {
    const driver = await create();
    await driver.setScreenPower(false);
    expect(readFileSync(join(panel, "bl_power"), "utf8").trim()).toBe("4");
    await driver.setScreenPower(true);
    expect(readFileSync(join(panel, "bl_power"), "utf8").trim()).toBe("0");
  });
});

describe.skipIf(missingDbusMock())("logind", () => {
  let bus: PrivateBus;
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await mockLogind(bus);
    const system = await bus.buses.system();
    const session = "/org/freedesktop/login1/session/auto";
    const write = `open("${folder.path}/sys/class/backlight/" + args[1] + "/brightness", "w").write(str(int(args[2])))`;
    await system.call(mockOf(LOGIND), "AddObject", "ssa{sv}a(ssss)", [
      session,
      "org.freedesktop.login1.Session",
      {},
      [["SetBrightness", "ssu", "", write]],
    ]);
  });
  afterAll(() => bus?.stop());

  test("is asked before the file is touched", async () => {
    const driver = await createDisplayDriver({ env: bus.env, home: folder.path, buses: bus.buses, root: folder.path });
    expect(await driver.setBrightness(40)).toBe(40);
    const path = "/org/freedesktop/login1/session/auto";
    const system = await bus.buses.system();
    const [calls] = await system.call(mockOf({ ...LOGIND, path }), "GetMethodCalls", "s", ["SetBrightness"]);
    expect((calls as unknown[][])[0]![1]).toEqual(["backlight", "panel", 102]);
  });
});

describe.skipIf(missing("Xvfb", "xset", "scrot"))("an X server of our own", () => {
  const env = { PATH: process.env.PATH, HOME: folder.path, DISPLAY: ":97" };
  let server: Running;
  beforeAll(async () => {
    const up = async () => !(await execa("xset", ["q"], { env, extendEnv: false, reject: false })).failed;
    server = await startProgram("Xvfb", [":97", "-screen", "0", "320x200x24", "-nolisten", "tcp"], env, up);
  });
  afterAll(() => server?.stop());

  test("its screen is saved as a PNG", async () => {
    const driver = await createDisplayDriver({ env, home: folder.path, buses, root: folder.path });
    const path = join(driver.picturesFolder, "shot.png");
    await driver.screenshot(path);
    const png = readFileSync(path);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 200]);
  });

  test("a screen that cannot be turned off says so", async () => {
    const driver = await createDisplayDriver({ env, home: folder.path, buses, root: folder.path });
    const dpms = (await execa("xset", ["q"], { env, extendEnv: false })).stdout.includes("DPMS is");
    if (dpms) await driver.setScreenPower(false);
    else await expect(driver.setScreenPower(false)).rejects.toMatchObject({ code: "BACKEND_MISSING" });
  });
});

const SCHEMA = "/usr/share/glib-2.0/schemas/org.gnome.desktop.interface.gschema.xml";
describe.skipIf(missing("gsettings") ?? missing(SCHEMA))("gsettings", () => {
  test("the theme is kept", async () => {
    const env = {
      PATH: process.env.PATH,
      HOME: folder.path,
      XDG_CONFIG_HOME: folder.path,
      GSETTINGS_BACKEND: "keyfile",
    };
    const driver = await createDisplayDriver({ env, home: folder.path, buses, root: folder.path });
    expect(await driver.setTheme("dark")).toBe("dark");
    expect(await driver.theme()).toBe("dark");
    expect(await driver.setTheme("light")).toBe("light");
  });
});

test("without any screen the remedy says what to do", async () => {
  const nothing = createDisplayDriver({
    env: { PATH: "/nonexistent" },
    home: folder.path,
    buses,
    root: "/nonexistent",
  });
  await expect(nothing).rejects.toMatchObject({ code: "BACKEND_MISSING", remedy: expect.any(String) });
});
