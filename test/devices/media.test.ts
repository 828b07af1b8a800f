import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBuses } from "../../devices/drivers/dbus.ts";
import { createMediaDriver } from "../../devices/drivers/media/create.ts";
import type { MediaDriver } from "../../devices/drivers/media/media.ts";
import { connectMpv } from "../../devices/drivers/media/mpv-client.ts";
import { mediaContract } from "../contract/media.ts";
import { makeMusic } from "../support/music.ts";
import { missing, temporaryFolder } from "../support/programs.ts";

const folder = temporaryFolder();
const env = { PATH: process.env.PATH, HOME: folder.path, XDG_RUNTIME_DIR: folder.path };
const socket = join(folder.path, "saysh/mpv.sock");

describe.skipIf(missing("mpv", "sox"))("mpv", () => {
  let driver: MediaDriver;
  const create = () =>
    createMediaDriver({
      env,
      home: folder.path,
      buses: createBuses(env),
      audioOutput: "null",
      stations: { "Radio Test": join(folder.path, "Music/evening.m3u") },
    });
  beforeAll(async () => {
    await makeMusic(join(folder.path, "Music"));
    driver = await create();
  });
  afterAll(async () => {
    const client = await connectMpv(socket).catch(() => undefined);
    await client?.command("quit").catch(() => undefined); // it may be gone before it answers
    await driver?.close();
    folder[Symbol.dispose]();
  });

  test("nothing plays at first", async () => {
    expect(await driver.now()).toBeUndefined();
    await expect(driver.pause()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("plays an artist that only the tags know, the album in its order", async () => {
    const state = await driver.play({ artist: "nina simone" });
    expect(state).toMatchObject({ status: "playing", title: "Be My Husband", artist: "Nina Simone", count: 3 });
  });

  test("mpv itself says so", async () => {
    const client = await connectMpv(socket);
    expect(await client.get("pause")).toBe(false);
    expect(await client.get("current-ao")).toBe("null");
    await driver.pause();
    expect(await client.get("pause")).toBe(true);
    await driver.resume();
    client.close();
  });

  test("nobody else reaches the socket", () => {
    expect(statSync(join(folder.path, "saysh")).mode & 0o777).toBe(0o700);
  });

  mediaContract(() => driver);

  test("another shell finds the same player", async () => {
    const second = await create();
    expect((await second.now())?.artist).toBe("Nina Simone");
    await second.close();
    expect((await driver.now())?.artist).toBe("Nina Simone");
  });

  test.each([
    [{ query: "sinner man" }, "Sinnerman"],
    [{ query: "la vie en rose" }, "La Vie en rose"],
    [{ query: "edith piaf" }, "La Vie en rose"],
    [{ query: "月亮代表我的心" }, "月亮代表我的心"],
    [{ artist: "邓丽君" }, "月亮代表我的心"],
    [{ query: "pastel blues", kind: "album" }, "Be My Husband"],
    [{ query: "jazz", kind: "genre" }, "Be My Husband"],
    [{ query: "strange fruit", artist: "nina simone", kind: "song" }, "Strange Fruit"],
    [{ query: "evening", kind: "playlist" }, "Sinnerman"],
    [{ query: "radio test", kind: "radio" }, "Sinnerman"],
  ] as const)("finds %j", async (request, title) => {
    expect((await driver.play(request)).title).toBe(title);
  });

  test("says what it did not find", async () => {
    await expect(driver.play({ query: "Bohemian Rhapsody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { wanted: "Bohemian Rhapsody" },
    });
    await expect(driver.play({ query: "no such station", kind: "radio" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("puts back what played, where it stood", async () => {
    await driver.play({ artist: "nina simone" });
    await driver.next();
    await driver.seek({ positionS: 12 });
    const snapshot = await driver.snapshot();
    expect(snapshot).toMatchObject({ player: "mpv", index: 1, status: "playing" });
    await driver.play({ query: "la vie en rose" });
    const state = await driver.restore(snapshot!);
    expect(state).toMatchObject({ title: "Strange Fruit", status: "playing", count: 3 });
    expect(state.positionS).toBeGreaterThan(11);
    expect((await driver.next()).title).toBe("Sinnerman");
  });

  test("stops, and starts again from nothing", async () => {
    expect((await driver.stop()).status).toBe("stopped");
    expect(await driver.now()).toBeUndefined();
    expect((await driver.play({ query: "sinnerman" })).status).toBe("playing");
  });

  test("is quiet about a file that cannot be played", async () => {
    await expect(driver.play({ query: "http://127.0.0.1:9/nothing.mp3" })).rejects.toMatchObject({
      code: "BACKEND_FAILED",
    });
  });

  test("an idle player ends with the shell", async () => {
    await driver.stop().catch(() => undefined);
    await driver.close();
    // mpv takes a moment to go after it has said yes to "quit"
    await expect
      .poll(
        async () => {
          const left = existsSync(socket) ? await connectMpv(socket).catch(() => undefined) : undefined;
          left?.close();
          return left === undefined;
        },
        { timeout: 10_000, interval: 100 },
      )
      .toBe(true);
  });
});

test("without a player the remedy names a package", async () => {
  const bare = { PATH: "/nonexistent" };
  await expect(createMediaDriver({ env: bare, home: "/nonexistent", buses: createBuses(bare) })).rejects.toMatchObject({
    code: "BACKEND_MISSING",
    remedy: "sudo apt install mpv",
  });
});
