import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ShellError } from "../../../src/errors.ts";
import { createMicrophone, type MicrophoneEvent, openRecorder, recorderEngines } from "../../../src/voice/capture/index.ts";
import { playerEngines } from "../../../src/voice/playback/index.ts";
import { missing, type Running, temporaryFolder } from "../../support/programs.ts";
import { startPulse } from "../../support/pulse.ts";
import { loudest, once, sine } from "../../support/tone.ts";

const REMAP = ["load-module", "module-remap-source", "source_name=microphone", "master=room.monitor"] as const;
const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

describe.skipIf(missing("pulseaudio", "pactl", "parec"))("a microphone of a sound server", () => {
  let pulse: Running;
  const pactl = async (...args: string[]) => (await execa("pactl", args, { env: pulse.env, extendEnv: false })).stdout;
  const engine = (name: string) => recorderEngines(pulse.env).find((it) => it.name === name)!;
  const plugIn = async () => {
    const module = await pactl(...REMAP);
    await pactl("set-default-source", "microphone");
    return module;
  };
  const unplug = async () => {
    const modules = await pactl("list", "short", "modules");
    await pactl("unload-module", /^(\d+)\tmodule-remap-source/m.exec(modules)![1]!);
  };
  const recording = async () => (await pactl("list", "short", "source-outputs")).includes("protocol-native");

  beforeAll(async () => {
    pulse = await startPulse(folder.path);
  });
  afterAll(() => pulse?.stop());

  describe.each([
    ["parec", {}],
    ["arecord", { device: "pulse" }],
    ["node-record-lpcm16", {}],
  ])("%s", (name, options) => {
    const program = name === "node-record-lpcm16" ? "sox" : name;

    test.skipIf(missing(program))("gives every frame from the first on, and hears what is played into the room", async () => {
      await using recorder = await engine(name).open(options);
      const player = await playerEngines(pulse.env)[0]!.open({ device: "room" });
      const places: number[] = [];
      let sounding: Promise<void> | undefined;
      for await (const { at, samples } of recorder.frames) {
        places.push(at);
        sounding ??= player.play(once(sine(440, 0.3, 48_000)));
        if (loudest(samples) > 8_000) break;
      }
      await sounding;
      expect(places).toEqual(places.map((_, i) => i * 320));
    });

    test.skipIf(missing(program))("closes the device", async () => {
      const recorder = await engine(name).open(options);
      for await (const _ of recorder.frames) break;
      expect(await recording()).toBe(true);
      await recorder[Symbol.asyncDispose]();
      for (let i = 0; i < 40 && (await recording()); i++) await delay(50);
      expect(await recording()).toBe(false);
    });
  });

  test("parec is chosen, and says which microphone", async () => {
    expect(await engine("parec").available()).toEqual({ ok: true, detail: "microphone" });
    await using recorder = await openRecorder({}, undefined, recorderEngines(pulse.env));
    for await (const frame of recorder.frames) {
      expect(frame.samples).toHaveLength(320);
      break;
    }
  });

  test("a microphone that is unplugged is lost, though the server hands out a loudspeaker's monitor; it is back when plugged in", async () => {
    const told: MicrophoneEvent[] = [];
    const parec = engine("parec");
    let heard = 0;
    await using microphone = createMicrophone({ open: () => parec.open({}), tell: (event) => told.push(event), backOffMs: [50, 100] });
    let last = -320;
    const reading = (async () => {
      for await (const { at } of microphone.frames) {
        expect(at).toBeGreaterThanOrEqual(last + 320);
        last = at;
        heard++;
      }
    })();
    await until(() => heard > 0);
    await unplug();
    await until(() => told.length === 1);
    expect(told[0]).toMatchObject({ kind: "lost", error: { code: "DEVICE_LOST", remedy: expect.stringContaining("plug") } });
    expect(microphone.state).toBe("lost");
    expect(await parec.available()).toMatchObject({ ok: false, reason: "the sound server has no microphone" });
    await delay(200);
    await plugIn();
    await until(() => told.length === 2);
    expect(told[1]).toEqual({ kind: "back" });
    expect(microphone.state).toBe("open");

    await microphone.setMuted(true);
    expect(microphone.state).toBe("muted");
    await until(async () => !(await recording()));
    await microphone.setMuted(false);
    await until(recording);
    expect(told.slice(2)).toEqual([{ kind: "muted" }, { kind: "unmuted" }]);
    await microphone[Symbol.asyncDispose]();
    await reading;
    await until(async () => !(await recording()));
  });

  test("a device that is not there is DEVICE_LOST with the server's words", async () => {
    await using recorder = await engine("parec").open({ device: "nowhere" });
    const next = recorder.frames[Symbol.asyncIterator]().next();
    await expect(next).rejects.toMatchObject({ code: "DEVICE_LOST", message: /No such entity/ });
  });
});

test("without its program each engine says what to install", async () => {
  const engines = recorderEngines({ PATH: folder.path });
  for (const engine of engines) {
    expect(await engine.available()).toMatchObject({ ok: false, remedy: expect.stringMatching(/^sudo apt install /) });
    await expect(engine.open({})).rejects.toMatchObject({ code: "BACKEND_MISSING" });
  }
});

test("no server: not available, in words", async () => {
  const env = { PATH: process.env.PATH, HOME: folder.path, PULSE_SERVER: `unix:${folder.path}/none`, XDG_RUNTIME_DIR: folder.path };
  for (const engine of recorderEngines(env).filter(({ name }) => name !== "node-record-lpcm16"))
    expect(await engine.available()).toMatchObject({ ok: false, reason: expect.any(String), remedy: expect.any(String) });
});

test("failed attempts are told once, the loss first", async () => {
  const told: string[] = [];
  let attempts = 0;
  const microphone = createMicrophone({
    open: async () => {
      if (++attempts < 4) throw new ShellError("BACKEND_MISSING", "none yet");
      const frames = (async function* () {
        yield { samples: new Int16Array(320), at: 0 };
      })();
      return { frames, [Symbol.asyncDispose]: async () => undefined };
    },
    tell: ({ kind }) => told.push(kind),
    backOffMs: [1],
  });
  for await (const _ of microphone.frames) break;
  await microphone[Symbol.asyncDispose]();
  expect(told.slice(0, 2)).toEqual(["lost", "back"]);
  expect(attempts).toBeGreaterThanOrEqual(4);
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20);
}
