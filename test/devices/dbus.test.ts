import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses, type Target, typed } from "../../devices/drivers/dbus.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
const target: Target = { service: "org.example.Test", path: "/org/example/Test", iface: "org.example.Test" };

describe.skipIf(missingDbusMock())("a bus of our own", () => {
  let bus: PrivateBus;
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mockService(target);
    const session = await bus.buses.session();
    const add = (name: string, input: string, output: string, code: string) =>
      session.call(mockOf(target), "AddMethod", "sssss", [target.iface, name, input, output, code]);
    await add("Echo", "v", "v", "ret = args[0]");
    await add("Big", "", "t", "ret = 1764000000000000");
    await add("Slow", "", "", "import time; time.sleep(2)");
    await add(
      "Refuse",
      "",
      "",
      'raise dbus.exceptions.DBusException("no", name="org.freedesktop.DBus.Error.AccessDenied")',
    );
  });
  afterAll(async () => {
    await bus?.stop();
    folder[Symbol.dispose]();
  });

  test("variants and large numbers come back plain", async () => {
    const session = await bus.buses.session();
    expect(await session.call(target, "Echo", "v", [typed("a{sv}", { a: typed("u", 7) })])).toEqual([{ a: 7 }]);
    expect(await session.call(target, "Big")).toEqual([1_764_000_000_000_000]);
  });

  test("a service that is too slow is not waited for", async () => {
    const session = await bus.buses.session();
    await expect(session.call(target, "Slow", "", [], 200)).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  test("a refusal is a refusal", async () => {
    const session = await bus.buses.session();
    await expect(session.call(target, "Refuse")).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });

  test("a service that is not there", async () => {
    const system = await bus.buses.system();
    expect(await system.has("org.example.Absent")).toBe(false);
    await expect(system.call({ ...target, service: "org.example.Absent" }, "Echo")).rejects.toMatchObject({
      code: "BACKEND_MISSING",
    });
  });
});

test("no bus at all is told at once, with a remedy", async () => {
  const buses = createBuses({ DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent/bus" });
  await expect(buses.system()).rejects.toMatchObject({ code: "BACKEND_MISSING", remedy: "sudo apt install dbus" });
  await expect(buses.session()).rejects.toMatchObject({ code: "BACKEND_MISSING" });
});
