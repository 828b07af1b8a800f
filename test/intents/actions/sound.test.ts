import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDrivers } from "../../../devices/drivers/create-drivers.ts";
import { soundActions } from "../../../src/intents/actions/sound.ts";
import { actionsContract } from "../../contract/actions.ts";
import { type DeviceRunner, deviceRunner } from "../../support/device-powers.ts";
import { missing, type Running, temporaryFolder } from "../../support/programs.ts";
import { startPulse } from "../../support/pulse.ts";

const NAMES = ["volume_set", "volume_change", "volume_mute", "volume_get", "sound_output", "microphone_mute"];
actionsContract("sound", soundActions, NAMES);

describe.skipIf(missing("pulseaudio", "pactl"))("a real sound server", () => {
  const folder = temporaryFolder();
  let pulse: Running;
  let turn: DeviceRunner;
  const volume = async () => {
    const { stdout } = await execa("pactl", ["get-sink-volume", "@DEFAULT_SINK@"], {
      env: pulse.env,
      extendEnv: false,
    });
    return Number(/(\d+)%/.exec(stdout)![1]);
  };
  beforeAll(async () => {
    pulse = await startPulse(folder.path);
    const signal = new AbortController().signal;
    turn = deviceRunner(
      soundActions,
      createDrivers({ env: pulse.env, home: folder.path, signal, config: {} }),
      folder.path,
    );
  });
  afterAll(async () => {
    turn?.[Symbol.dispose]();
    await pulse?.stop();
    folder[Symbol.dispose]();
  });

  test("sets the volume, says what is, and undoes it", async () => {
    await turn.done("volume_set", { level: 60 });
    const result = await turn.done("volume_set", { level: 25 });
    expect(result.say).toBe("The volume is at 25 percent.");
    expect(await volume()).toBe(25);
    await turn.undo("volume_set", result);
    expect(await volume()).toBe(60);
  });

  test("louder and quieter", async () => {
    await turn.done("volume_set", { level: 50 });
    expect((await turn.done("volume_change", { direction: "down" }, "fr")).say).toBe("Le volume est à 40 pour cent.");
    expect((await turn.done("volume_change", { direction: "up", amount: 30 }, "zh")).say).toBe("音量百分之70。");
    await turn.done("volume_change", { direction: "up", amount: 90 });
    expect(await volume()).toBe(100);
  });

  test("a level unmutes; undo brings the silence back", async () => {
    await turn.done("volume_mute", { on: true });
    expect((await turn.done("volume_get")).say).toBe("The sound is muted.");
    const result = await turn.done("volume_set", { level: 30 });
    expect((await turn.done("volume_get")).say).toBe("The volume is at 30 percent.");
    expect((await turn.undo("volume_set", result)) as object).toMatchObject({ say: "The sound is muted." });
    await turn.done("volume_mute", { on: false });
  });

  test.each([
    ["headphones", "en"],
    ["casque", "fr"],
    ["耳机", "zh"],
  ] as const)("moves the sound to the %s and back", async (device, lang) => {
    const result = await turn.done("sound_output", { device }, lang);
    expect(result.data).toMatchObject({ id: "other", active: true });
    await turn.undo("sound_output", result, lang);
    const { stdout } = await execa("pactl", ["get-default-sink"], { env: pulse.env, extendEnv: false });
    expect(stdout.trim()).toBe("test");
  });

  test("an unknown output is told, with those that are there", async () => {
    const result = await turn.run("sound_output", { device: "gramophone" });
    expect(result).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
    expect(JSON.stringify(result)).toContain("Wireless Headphones");
  });

  test("the microphone", async () => {
    const result = await turn.done("microphone_mute", { on: true });
    expect(result.say).toBe("The microphone is off.");
    expect(await turn.undo("microphone_mute", result)).toMatchObject({ say: "The microphone is on." });
  });
});
