import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STT_ENGINES } from "../../../src/voice/stt/index.ts";
import { WAKE_ENGINES } from "../../../src/voice/wake/index.ts";
import { CLI, NODE, noModel, type OwnHome, ownHome } from "../../shell/doors/own-home.ts";
import { missing, type Running, temporaryFolder } from "../../support/programs.ts";
import { startPulse } from "../../support/pulse.ts";

/** The recogniser builds its model at the first start: a minute and more on a busy machine. */
const PATIENCE_MS = 240_000;
const noStt = await STT_ENGINES[0]!.available();
const noWake = (await Promise.all(WAKE_ENGINES.filter(({ name }) => name !== "push").map((it) => it.available()))).find(
  ({ ok }) => ok,
);
const cannot =
  noModel ??
  missing("pulseaudio", "pactl", "parec", "paplay", "espeak-ng", "sox") ??
  (noStt.ok ? undefined : noStt.reason) ??
  (noWake ? undefined : "no wake word engine here");
if (cannot) console.info(cannot);

interface VoiceEvent {
  readonly type: string;
  readonly s: number;
  readonly text?: string;
  readonly why?: string;
  readonly by?: string;
  readonly expecting?: string;
  readonly turn?: { readonly calls: readonly { readonly action: string }[]; readonly reply: string };
}

/**
 * A person at a real sound server: the sink "room" is what the microphone hears, "test" is the loudspeaker. Real recorder, wake word,
 * voice detector, recogniser, reflex model, driver and voice. All of it runs in real time: where the machine is busy a word may be missed, as by people; then it is said again.
 */
describe.skipIf(cannot)("saysh listen", { retry: 2 }, () => {
  const folder = temporaryFolder();
  let pulse: Running;
  let home: OwnHome;
  let shell: Listening;

  beforeAll(async () => {
    pulse = await startPulse(folder.path);
    home = ownHome({ PULSE_SERVER: pulse.env.PULSE_SERVER, PULSE_RUNTIME_PATH: pulse.env.PULSE_RUNTIME_PATH });
    shell = listen(home);
    expect(await shell.comes("microphone.opened", PATIENCE_MS - 20_000)).toBe(true);
  }, PATIENCE_MS);
  afterAll(async () => {
    await shell?.stop();
    await pulse?.stop();
    home?.[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  test("a spoken command is done, and the answer is heard from the loudspeaker", { timeout: PATIENCE_MS }, async () => {
    await pactl("set-sink-volume", "@DEFAULT_SINK@", "80%");
    await using recording = record(pulse, folder.path);
    await call();
    await say("set the volume to thirty percent");
    const { turn } = await shell.next("turn.ended");
    expect(turn!.calls.map(({ action }) => action)).toEqual(["volume_set"]);
    expect(await pactl("get-sink-volume", "@DEFAULT_SINK@")).toContain(" 30%");
    await shell.next("speaking.ended");
    expect(await recording.peak()).toBeGreaterThan(1_000);
  });

  // Fails about every other time with real sound: after a turn the wake word is sometimes not reported. Open; test/voice/hearing holds the machine to it on a sound clock.
  test.runIf(process.env["SAYSH_TEST_BARGE_IN"])("the wake word over the answer ends it; what is said then is taken", { timeout: PATIENCE_MS }, async () => {
    await call();
    await say("what can you do");
    await shell.next("speaking.started");
    await say("computer");
    expect((await shell.next("speaking.ended")).why).toMatch(/wake|barge-in/);
    await shell.next("capture.started");
    await say("set the volume to fifty percent");
    const { turn } = await shell.next("turn.ended");
    expect(turn!.calls.length).toBeGreaterThan(0);
  });

  test("a microphone that goes away is told of, and found again", { timeout: PATIENCE_MS }, async () => {
    const modules = await pactl("list", "short", "modules");
    const id = /^(\d+)\tmodule-remap-source/m.exec(modules)![1]!;
    await pactl("unload-module", id);
    await shell.next("microphone.lost");
    await pactl("load-module", "module-remap-source", "source_name=microphone", "master=room.monitor");
    await pactl("set-default-source", "microphone");
    await shell.next("microphone.opened");
    await call();
  });

  test("ends cleanly when it is told to", { timeout: PATIENCE_MS }, async () => {
    expect(await shell.stop()).toBe(0);
  });

  async function pactl(...args: string[]): Promise<string> {
    return (await execa("pactl", args, { env: { ...pulse.env, LC_ALL: "C" }, extendEnv: false })).stdout;
  }

  /** As a person does: once more where nothing happens. */
  async function call(): Promise<void> {
    for (let tries = 1; tries <= 6; tries++) {
      await say("computer");
      if (await shell.comes("wake.heard", 4_000)) return;
    }
    throw new Error("it does not wake");
  }

  /** The wake engine knows people's voices, of which this variant of the machine's is nearest; the recogniser prefers the plain one. */
  async function say(words: string): Promise<void> {
    const voice = words === "computer" ? "en-us+f3" : "en-us";
    const file = join(folder.path, "said.wav");
    await execa("espeak-ng", ["-v", voice, "-s", "150", "-w", file, words]);
    await execa("paplay", ["--device=room", file], { env: pulse.env, extendEnv: false });
  }
});

interface Listening {
  /** The next event of this type after the last one that was asked for. */
  next(type: string): Promise<VoiceEvent>;
  /** Whether it comes in time; as `next` otherwise. */
  comes(type: string, patienceMs: number): Promise<boolean>;
  /** @returns exit status */
  stop(): Promise<number | null>;
}

function listen(home: OwnHome): Listening {
  const child: ChildProcess = spawn(NODE, [CLI, "listen", "--json"], {
    env: home.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const events: VoiceEvent[] = [];
  let complaint = "";
  let seen = 0;
  createInterface({ input: child.stdout! }).on("line", (line) => events.push(JSON.parse(line) as VoiceEvent));
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const find = async (type: string, patienceMs: number): Promise<VoiceEvent | undefined> => {
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(20)) {
      const found = events.findIndex((event, i) => i >= seen && event.type === type);
      if (found >= 0) {
        seen = found + 1;
        return events[found]!;
      }
      if (child.exitCode !== null) break;
    }
    return undefined;
  };
  return {
    comes: async (type, patienceMs) => (await find(type, patienceMs)) !== undefined,
    async next(type) {
      const event = await find(type, PATIENCE_MS / 4);
      if (event) return event;
      throw new Error(`no ${type} came: ${complaint} ${JSON.stringify(events.slice(seen - 1))}`);
    },
    async stop() {
      if (child.exitCode === null) child.kill("SIGINT");
      const [status] = await exited;
      return status;
    },
  };
}

/** What the loudspeaker plays, from now on. */
function record(pulse: Running, folder: string): AsyncDisposable & { peak(): Promise<number> } {
  const file = join(folder, "played.raw");
  writeFileSync(file, "");
  const args = [
    "--raw",
    "--format=s16le",
    "--rate=16000",
    "--channels=1",
    "--latency-msec=50",
    "--device=test.monitor",
    file,
  ];
  const child = spawn("parec", args, { env: pulse.env, stdio: "ignore" });
  return {
    async peak() {
      const bytes = readFileSync(file);
      let peak = 0;
      for (let i = 0; i + 1 < bytes.length; i += 2) peak = Math.max(peak, Math.abs(bytes.readInt16LE(i)));
      return peak;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
