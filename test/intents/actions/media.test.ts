import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDrivers } from "../../../devices/drivers/create-drivers.ts";
import type { Drivers } from "../../../devices/drivers/drivers.ts";
import { connectMpv } from "../../../devices/drivers/media/mpv-client.ts";
import { mediaActions } from "../../../src/intents/actions/media.ts";
import { actionsContract } from "../../contract/actions.ts";
import { type DeviceRunner, deviceRunner } from "../../support/device-powers.ts";
import { makeMusic } from "../../support/music.ts";
import { missing, temporaryFolder } from "../../support/programs.ts";

const NAMES = "play pause resume stop next previous seek shuffle repeat now".split(" ").map((name) => `media_${name}`);
actionsContract("media", mediaActions, NAMES);

describe.skipIf(missing("mpv", "sox"))("a real player", () => {
  const folder = temporaryFolder();
  const env = { PATH: process.env.PATH, HOME: folder.path, XDG_RUNTIME_DIR: folder.path, SAYSH_MPV_AO: "null" };
  let drivers: Drivers;
  let turn: DeviceRunner;
  const mpv = async <T>(property: string) => {
    const client = await connectMpv(join(folder.path, "saysh/mpv.sock"));
    const value = await client.get<T>(property);
    client.close();
    return value;
  };
  beforeAll(async () => {
    await makeMusic(join(folder.path, "Music"));
    drivers = createDrivers({ env, home: folder.path, signal: new AbortController().signal, config: {} });
    turn = deviceRunner(mediaActions, drivers, folder.path);
  });
  afterAll(async () => {
    await turn?.run("media_stop");
    await drivers?.[Symbol.asyncDispose]();
    turn?.[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  test("with nothing playing every control says so", async () => {
    for (const name of ["media_pause", "media_next", "media_stop"])
      expect(await turn.run(name)).toMatchObject({ kind: "failed", code: "NOT_FOUND", say: "Nothing is playing." });
    expect((await turn.done("media_now", {}, "fr")).say).toBe("Rien n'est en cours de lecture.");
  });

  test("plays an artist and says what plays", async () => {
    const result = await turn.done("media_play", { artist: "Nina Simone" });
    expect(result.say).toBe("Be My Husband by Nina Simone is playing.");
    expect(await mpv("pause")).toBe(false);
    expect((await turn.done("media_now", {}, "zh")).say).toBe("正在播放Nina Simone的Be My Husband。");
  });

  test("pauses; undo goes on", async () => {
    const result = await turn.done("media_pause");
    expect(await mpv("pause")).toBe(true);
    expect((await turn.done("media_now")).say).toMatch(/paused\.$/);
    await turn.undo("media_pause", result);
    expect(await mpv("pause")).toBe(false);
  });

  test("plain play goes on with what was paused", async () => {
    await turn.done("media_pause");
    await turn.done("media_play");
    expect(await mpv("pause")).toBe(false);
    expect(await mpv("media-title")).toBe("Be My Husband");
  });

  test("next, previous, seek", async () => {
    expect((await turn.done("media_next")).say).toContain("Strange Fruit");
    expect((await turn.done("media_previous")).say).toContain("Be My Husband");
    expect((await turn.done("media_seek", { position: "PT20S" })).data).toMatchObject({ title: "Be My Husband" });
    expect(await mpv<number>("time-pos")).toBeGreaterThan(19);
    await turn.done("media_seek", { offset: "PT15S", direction: "back" });
    expect(await mpv<number>("time-pos")).toBeLessThan(10);
    expect(await turn.run("media_seek", { direction: "back" })).toMatchObject({ kind: "ask", arg: "offset" });
  });

  test("shuffle and repeat are undone to what was", async () => {
    const repeat = await turn.done("media_repeat", { mode: "one" });
    await turn.undo("media_repeat", repeat);
    expect(await mpv("loop-file")).not.toBe("inf");
    const shuffle = await turn.done("media_shuffle", { on: true });
    await turn.undo("media_shuffle", shuffle);
    expect(await mpv("shuffle")).toBe(false);
  });

  test("undoing a new piece brings the old queue back", async () => {
    const result = await turn.done("media_play", { query: "la vie en rose" });
    await turn.undo("media_play", result);
    expect((await turn.done("media_now")).data).toMatchObject({ artist: "Nina Simone", count: 3 });
  });

  test("what is not here is told, with what to do", async () => {
    const result = await turn.run("media_play", { query: "Bohemian Rhapsody", artist: "Queen" });
    expect(result).toMatchObject({ kind: "failed", code: "NOT_FOUND", remedy: expect.stringContaining("music") });
    expect(JSON.stringify(result)).toContain("Bohemian Rhapsody by Queen");
  });

  test("stop; undo plays again", async () => {
    const result = await turn.done("media_stop");
    expect((await turn.done("media_now")).data).toBeNull();
    await turn.undo("media_stop", result);
    expect((await turn.done("media_now")).data).toMatchObject({ status: "playing" });
  });
});
