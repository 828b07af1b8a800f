import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPulseSound } from "../../../devices/drivers/sound/pulse-sound.ts";
import { recorderEngines } from "../../../src/voice/capture/index.ts";
import type { Frame } from "../../../src/voice/contracts.ts";
import { playerEngines } from "../../../src/voice/playback/index.ts";
import { missing, type Running, startProgram, temporaryFolder } from "../../support/programs.ts";
import { startPulse } from "../../support/pulse.ts";
import { joined, loudest, once, pitch, sine } from "../../support/tone.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

describe.skipIf(missing("pulseaudio", "pactl", "parec", "pacat"))("a loudspeaker of a sound server", () => {
  let pulse: Running;
  const frames: Frame[] = [];
  let monitor: AsyncDisposable;
  beforeAll(async () => {
    pulse = await startPulse(folder.path);
    const recorder = await recorderEngines(pulse.env)[0]!.open({ device: "test.monitor" });
    monitor = recorder;
    void (async () => {
      for await (const frame of recorder.frames) frames.push(frame);
    })();
    while (frames.length === 0) await delay(20);
  });
  afterAll(async () => {
    await monitor?.[Symbol.asyncDispose]();
    await pulse?.stop();
  });
  /** What the loudspeaker played since `from`, once it has been silent for 200 ms. */
  const played = async (from: number): Promise<readonly Frame[]> => {
    const silent = () => frames.slice(-10).every(({ samples }) => loudest(samples) < 100);
    do await delay(100);
    while (!silent());
    return frames.slice(from).filter(({ samples }) => loudest(samples) > 100);
  };
  const engine = (name: string) => playerEngines(pulse.env).find((it) => it.name === name)!;

  describe.each([
    ["pacat", {}],
    ["aplay", { device: "pulse" }],
  ])("%s", (name, options) => {
    test.skipIf(missing(name))("plays sounds of several rates to their last sample", async () => {
      const from = frames.length;
      await using player = await engine(name).open(options);
      await player.play(once(sine(440, 0.3, 22_050), sine(440, 0.3, 48_000), sine(440, 0.3, 16_000)));
      const heard = await played(from);
      expect(heard.length).toBeGreaterThanOrEqual(43);
      expect(heard.length).toBeLessThanOrEqual(50);
      expect(Math.abs(pitch(joined(heard), 16_000) - 440)).toBeLessThan(35);
    });

    test.skipIf(missing(name))("falls silent when it is aborted, whatever is still to come", async () => {
      const from = frames.length;
      await using player = await engine(name).open(options);
      const stop = new AbortController();
      async function* endless() {
        for (;;) yield sine(440, 0.5, 48_000);
      }
      const playing = player.play(endless(), stop.signal);
      while (!frames.slice(from).some(({ samples }) => loudest(samples) > 8_000)) await delay(20);
      const heardBefore = frames.length;
      stop.abort();
      await playing;
      const after = await played(heardBefore);
      // 100 ms, and as much again for a busy machine
      expect(after.length).toBeLessThanOrEqual(10);
    });
  });

  test("a voice that never says anything is no obstacle to an end", async () => {
    await using player = await engine("pacat").open({});
    const stop = new AbortController();
    async function* mute() {
      await new Promise(() => undefined);
      yield sine(440, 1, 16_000);
    }
    const playing = player.play(mute(), stop.signal);
    stop.abort();
    await playing;
    await player.play(once());
    await player.play(once(sine(440, 0.2, 16_000)), AbortSignal.abort());
  });

  test("what the voice throws comes out", async () => {
    await using player = await engine("pacat").open({});
    async function* broken() {
      yield sine(440, 0.1, 16_000);
      throw new Error("no such voice");
    }
    await expect(player.play(broken())).rejects.toThrow("no such voice");
  });

  test("a loudspeaker that is not there", async () => {
    await using player = await engine("pacat").open({ device: "nowhere" });
    await expect(player.play(once(sine(440, 3, 48_000)))).rejects.toMatchObject({ code: "BACKEND_FAILED", message: /No such entity/ });
  });

  describe("ducking", () => {
    let music: Running;
    const volumes = async () => {
      const { stdout } = await execa("pactl", ["list", "sink-inputs"], { env: { ...pulse.env, LC_ALL: "C" }, extendEnv: false });
      return [...stdout.matchAll(/Volume: .*?(\d+)%.*?(\d+)%/g)].map((m) => [Number(m[1]), Number(m[2])]);
    };
    beforeAll(async () => {
      const args = ["--raw", "--device=other", "--client-name=music", "--volume=52429", "/dev/zero"];
      music = await startProgram("pacat", args, pulse.env, async () => (await volumes()).length === 1);
    });
    afterAll(() => music?.stop());

    test("turns others down and gives the volume back", async () => {
      const driver = await createPulseSound({ env: pulse.env });
      {
        await using _ = await driver.duck(25);
        expect(await volumes()).toEqual([[20, 20]]);
      }
      expect(await volumes()).toEqual([[80, 80]]);
    });

    test("gives it back when the process that ducked is killed", async () => {
      const program = `
        import { createPulseSound } from ${JSON.stringify(new URL("../../../devices/drivers/sound/pulse-sound.ts", import.meta.url).href)};
        await (await createPulseSound({ env: process.env })).duck(25);
        process.stdout.write("ducked");
        setInterval(() => undefined, 1000);`;
      const { spawn } = await import("node:child_process");
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], { env: pulse.env, stdio: ["ignore", "pipe", "inherit"] });
      await new Promise((resolve) => child.stdout.once("data", resolve));
      expect(await volumes()).toEqual([[20, 20]]);
      child.kill("SIGKILL");
      while ((await volumes())[0]![0] !== 80) await delay(20);
    });
  });
});

test("without its program each engine says what to install", async () => {
  for (const engine of playerEngines({ PATH: folder.path }))
    expect(await engine.available()).toMatchObject({ ok: false, remedy: expect.stringMatching(/^sudo apt install /) });
});
