import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAlsaSound } from "../../devices/drivers/sound/alsa-sound.ts";
import { createSoundDriver } from "../../devices/drivers/sound/create.ts";
import { createPulseSound } from "../../devices/drivers/sound/pulse-sound.ts";
import type { SoundDriver } from "../../devices/drivers/sound/sound.ts";
import { soundContract } from "../contract/sound.ts";
import { missing, type Running, temporaryFolder } from "../support/programs.ts";
import { startPulse } from "../support/pulse.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

describe.skipIf(missing("pulseaudio", "pactl"))("with a sound server", () => {
  let pulse: Running;
  let driver: SoundDriver;
  const pactl = async (...args: string[]) =>
    (await execa("pactl", args, { env: { ...pulse.env, LC_ALL: "C" }, extendEnv: false })).stdout;
  const outside = async () => ({
    percent: Number(/(\d+)%/.exec(await pactl("get-sink-volume", "@DEFAULT_SINK@"))![1]),
    muted: (await pactl("get-sink-mute", "@DEFAULT_SINK@")).includes("yes"),
  });
  beforeAll(async () => {
    pulse = await startPulse(folder.path);
  });
  afterAll(() => pulse?.stop());

  describe("pactl", () => {
    beforeAll(async () => {
      driver = await createPulseSound({ env: pulse.env });
    });
    soundContract(() => driver, outside);

    test("is the backend that is chosen", async () => {
      expect((await createSoundDriver({ env: pulse.env })).backend).toMatch(/^PulseAudio \d+/);
    });

    test("moves what plays to the chosen output", async () => {
      const other = (await driver.outputs()).find((o) => o.name === "Wireless Headphones")!;
      await driver.selectOutput(other.id);
      expect((await pactl("get-default-sink")).trim()).toBe("other");
      await pactl("set-default-sink", "test");
    });
  });

  describe.skipIf(missing("amixer"))("amixer, its mixer standing on the same server", () => {
    let alsa: SoundDriver;
    beforeAll(async () => {
      const config = join(folder.path, "asound.conf");
      writeFileSync(config, "</usr/share/alsa/alsa.conf>\nctl.!default { type pulse }\npcm.!default { type pulse }\n");
      alsa = await createAlsaSound({ env: { ...pulse.env, ALSA_CONFIG_PATH: config } });
    });
    soundContract(() => alsa, outside);
  });
});

test("without any sound server or card the remedy names a package", async () => {
  const env = {
    PATH: process.env.PATH,
    HOME: folder.path,
    PULSE_SERVER: "unix:/nonexistent",
    ALSA_CONFIG_PATH: "/dev/null",
  };
  await expect(createSoundDriver({ env })).rejects.toMatchObject({
    code: "BACKEND_MISSING",
    remedy: expect.stringContaining("apt install"),
  });
});

test("without pactl and amixer the remedy names a package", async () => {
  await expect(createSoundDriver({ env: { PATH: "/nonexistent" } })).rejects.toMatchObject({
    code: "BACKEND_MISSING",
    remedy: "sudo apt install pulseaudio-utils",
  });
});
