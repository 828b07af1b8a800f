import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDrivers } from "../../../devices/drivers/create-drivers.ts";
import { systemActions } from "../../../src/intents/actions/system.ts";
import { actionsContract } from "../../contract/actions.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../../support/dbus.ts";
import { type DeviceRunner, deviceRunner } from "../../support/device-powers.ts";
import { LOGIND, mockLogind } from "../../support/logind.ts";
import { temporaryFolder } from "../../support/programs.ts";

actionsContract("system", systemActions, [
  "power_off",
  "power_restart",
  "power_suspend",
  "screen_lock",
  "battery_status",
  "system_status",
  "process_list",
  "process_stop",
  "service_status",
  "service_control",
  "log_read",
  "updates_check",
  "updates_install",
  "timezone_set",
  "language_set",
]);

describe("this very machine", () => {
  const folder = temporaryFolder();
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" };
  let turn: DeviceRunner;
  beforeAll(() => {
    const drivers = createDrivers({ env, home: folder.path, signal: new AbortController().signal, config: {} });
    turn = deviceRunner(systemActions, drivers, folder.path);
  });
  afterAll(() => {
    turn[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  test.each(["en", "fr", "zh"] as const)("says how it is, in %s", async (lang) => {
    const result = await turn.done("system_status", {}, lang);
    expect(result.show).toHaveLength(6);
    for (const line of result.show!) expect(line).not.toMatch(/undefined|NaN/);
    expect((await turn.done("system_status", { what: "cpu" }, lang)).show?.length).toBeGreaterThan(0);
  });

  test("ends a program by name, asks when several have it, never itself", async () => {
    const sleepers = [spawn("sleep", ["41"]), spawn("sleep", ["42"])];
    const exits = sleepers.map((s) => once(s, "exit"));
    expect(await turn.look("process_stop", { name: "sleep" })).toMatchObject({ kind: "choose" });
    expect(await turn.look("process_stop", { name: String(sleepers[0]!.pid) })).toBeUndefined();
    const which = await turn.run("process_stop", { name: "sleep" });
    expect(which).toMatchObject({ kind: "choose", arg: "name" });
    for (const { pid } of sleepers) {
      const result = await turn.done("process_stop", { name: String(pid) });
      expect(result.say).toBe("sleep has ended.");
    }
    await Promise.all(exits);
    expect(await turn.run("process_stop", { name: String(process.pid) })).toMatchObject({
      kind: "failed",
      code: "NOT_FOUND",
    });
    expect(await turn.run("process_stop", { name: "no-such-program" })).toMatchObject({ kind: "failed" });
    expect(await turn.look("process_stop", { name: "no-such-program" })).toMatchObject({ code: "NOT_FOUND" });
  });

  test("speaks another language from now on; undo goes back", async () => {
    const result = await turn.done("language_set", { language: "法语" }, "zh");
    expect(result.say).toBe("Je parle français maintenant.");
    expect(turn.powers.memory.preferences.get("language")).toBe("fr");
    const second = await turn.done("language_set", { language: "Mandarin" });
    expect(await turn.undo("language_set", second)).toMatchObject({ say: "Back to French." });
    await turn.undo("language_set", result);
    expect(turn.powers.memory.preferences.get("language")).toBeUndefined();
    expect(await turn.run("language_set", { language: "Klingon" })).toMatchObject({ kind: "failed" });
  });
});

describe.skipIf(missingDbusMock())("logind, systemd and timedated", () => {
  const folder = temporaryFolder();
  let bus: PrivateBus;
  let turn: DeviceRunner;
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await mockLogind(bus);
    await bus.mock("timedated", { Timezone: "Europe/Paris" });
    const drivers = createDrivers({
      env: bus.env,
      home: folder.path,
      signal: new AbortController().signal,
      config: {},
    });
    turn = deviceRunner(systemActions, drivers, folder.path);
  });
  afterAll(async () => {
    turn?.[Symbol.dispose]();
    await bus?.stop();
    folder[Symbol.dispose]();
  });
  const scheduled = async () => (await bus.buses.system()).get(LOGIND, "ScheduledShutdown");

  test("turns off in ten minutes, counted from the turn's clock; undo calls it off", async () => {
    const result = await turn.done("power_off", { in: "PT10M" });
    expect(await scheduled()).toEqual(["poweroff", Date.parse("2026-11-23T09:10:00Z") * 1000]);
    expect(await turn.undo("power_off", result)).toMatchObject({ say: "It is called off; I stay on." });
    expect(await scheduled()).toEqual(["", 0]);
  });

  test("restarts at a time of the person's own zone", async () => {
    await turn.done("power_restart", { at: "2026-11-24T06:00" }, "fr");
    expect(await scheduled()).toEqual(["reboot", Date.parse("2026-11-24T05:00:00Z") * 1000]);
  });

  test("a time that is past is refused", async () => {
    const past = { at: "2026-11-23T09:00" };
    expect(await turn.run("power_off", past)).toMatchObject({ kind: "failed", code: "ARGUMENT_INVALID" });
    expect(await turn.look("power_off", past)).toMatchObject({ kind: "failed" });
    expect(await turn.look("power_off")).toBeUndefined();
  });

  test("locks only where somebody is logged in", async () => {
    expect(await turn.run("screen_lock")).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
    const system = await bus.buses.system();
    await system.call(mockOf(LOGIND), "AddSession", "ssusb", ["c1", "seat0", 1000, "ada", true]);
    expect((await turn.done("screen_lock")).say).toBe("The screen is locked.");
  });

  test.each([
    ["Tokyo", "en", "Asia/Tokyo"],
    ["Londres", "fr", "Europe/London"],
    ["上海", "zh", "Asia/Shanghai"],
    ["america/new york", "en", "America/New_York"],
    ["Montréal", "fr", "America/Toronto"],
  ] as const)("the time zone of %s", async (timezone, lang, zone) => {
    const result = await turn.done("timezone_set", { timezone }, lang);
    expect(result.data).toEqual({ timezone: zone });
    await turn.undo("timezone_set", result, lang);
    const target = {
      service: "org.freedesktop.timedate1",
      path: "/org/freedesktop/timedate1",
      iface: "org.freedesktop.timedate1",
    };
    expect(await (await bus.buses.system()).get(target, "Timezone")).toBe("Europe/Paris");
  });

  test("no such place", async () => {
    expect(await turn.run("timezone_set", { timezone: "Atlantis" })).toMatchObject({
      kind: "failed",
      code: "NOT_FOUND",
    });
  });
});
