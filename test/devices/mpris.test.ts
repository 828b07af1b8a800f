import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Target } from "../../devices/drivers/dbus.ts";
import { createMediaDriver } from "../../devices/drivers/media/create.ts";
import type { MediaDriver } from "../../devices/drivers/media/media.ts";
import { missingDbusMock, mockOf, type PrivateBus, startBus } from "../support/dbus.ts";
import { temporaryFolder } from "../support/programs.ts";

const ROOT = "org.mpris.MediaPlayer2";
const PLAYER: Target = { service: `${ROOT}.testplayer`, path: "/org/mpris/MediaPlayer2", iface: `${ROOT}.Player` };

describe.skipIf(missingDbusMock())("another program's player", () => {
  const folder = temporaryFolder();
  let bus: PrivateBus;
  let driver: MediaDriver;
  const calls = async (method: string) => {
    const [all] = await (await bus.buses.session()).call(mockOf(PLAYER), "GetMethodCalls", "s", [method]);
    return (all as readonly (readonly [number, readonly unknown[]])[]).map(([, args]) => args);
  };
  beforeAll(async () => {
    bus = await startBus(folder.path);
    await bus.mockService(PLAYER);
    const session = await bus.buses.session();
    const text = (value: string) => ({ signature: "s", value });
    await session.call(mockOf(PLAYER), "AddProperties", "sa{sv}", [ROOT, { Identity: text("Test Player") }]);
    await session.call(mockOf(PLAYER), "AddProperties", "sa{sv}", [
      PLAYER.iface,
      {
        PlaybackStatus: text("Playing"),
        LoopStatus: text("None"),
        Shuffle: { signature: "b", value: false },
        Position: { signature: "x", value: 61_000_000n },
        Metadata: {
          signature: "a{sv}",
          value: {
            "xesam:title": text("Sinnerman"),
            "xesam:artist": { signature: "as", value: ["Nina Simone"] },
            "mpris:length": { signature: "x", value: 622_000_000n },
            "mpris:trackid": { signature: "o", value: "/track/7" },
          },
        },
      },
    ]);
    const status = (value: string) => `self.Set("${PLAYER.iface}", "PlaybackStatus", "${value}")`;
    for (const [name, input, code] of [
      ["Play", "", status("Playing")],
      ["Pause", "", status("Paused")],
      ["Stop", "", status("Stopped")],
      ["Next", "", ""],
      ["Previous", "", ""],
      ["Seek", "x", ""],
      ["SetPosition", "ox", ""],
    ])
      await session.call(mockOf(PLAYER), "AddMethod", "sssss", [PLAYER.iface, name, input, "", code]);
    driver = await createMediaDriver({
      env: { ...bus.env, PATH: "/nonexistent" },
      home: folder.path,
      buses: bus.buses,
    });
  });
  afterAll(async () => {
    await bus?.stop();
    folder[Symbol.dispose]();
  });

  test("is the one that is asked while it plays", async () => {
    expect(await driver.now()).toEqual({
      player: "Test Player",
      status: "playing",
      title: "Sinnerman",
      artist: "Nina Simone",
      positionS: 61,
      durationS: 622,
      shuffle: false,
      repeat: "off",
    });
  });

  test("is paused, and goes on", async () => {
    const before = await driver.snapshot();
    expect((await driver.pause()).status).toBe("paused");
    expect((await driver.restore(before!)).status).toBe("playing");
  });

  test("seeks in microseconds", async () => {
    await driver.seek({ offsetS: -30 });
    await driver.seek({ positionS: 120 });
    expect(await calls("Seek")).toEqual([[-30_000_000]]);
    expect(await calls("SetPosition")).toEqual([["/track/7", 120_000_000]]);
  });

  test("shuffles and repeats", async () => {
    expect((await driver.setShuffle(true)).shuffle).toBe(true);
    expect((await driver.setRepeat("all")).repeat).toBe("all");
  });

  test("takes no search, and says so", async () => {
    await expect(driver.play({ query: "jazz", source: "test player" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      remedy: expect.stringContaining("Test Player"),
    });
  });
});
