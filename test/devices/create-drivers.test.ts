import { expect, test } from "vitest";
import { createDrivers } from "../../devices/drivers/create-drivers.ts";
import { temporaryFolder } from "../support/programs.ts";

const signal = new AbortController().signal;
const bare = { PATH: "/nonexistent", DBUS_SYSTEM_BUS_ADDRESS: "unix:path=/nonexistent" };

test("a bare machine: every capability is told, with a backend or with what mends it", async () => {
  using folder = temporaryFolder();
  await using drivers = createDrivers({ env: bare, home: folder.path, signal, config: {} });
  const capabilities = await drivers.probe();
  for (const name of ["sound", "media", "display", "network", "bluetooth", "power", "system", "files"])
    expect(capabilities.map((c) => c.capability)).toContain(name);
  for (const { backend, remedy } of capabilities) expect(backend ?? remedy).toMatch(/\w/);
  expect(capabilities.find((c) => c.capability === "media")).toEqual({
    capability: "media",
    backend: undefined,
    remedy: "sudo apt install mpv",
  });
});

test("a driver is made once, and again after a failure", async () => {
  using folder = temporaryFolder();
  await using drivers = createDrivers({ env: bare, home: folder.path, signal, config: {} });
  expect(await drivers.system()).toBe(await drivers.system());
  const first = drivers.bluetooth();
  await expect(first).rejects.toMatchObject({ code: "BACKEND_MISSING" });
  expect(drivers.bluetooth()).not.toBe(first);
  await expect(drivers.bluetooth()).rejects.toMatchObject({ code: "BACKEND_MISSING" });
});
