import { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, runProgram } from "../run-program.ts";
import type { Microphone, SoundDriver, Volume } from "./sound.ts";

/**
 * ALSA's mixer by `amixer`, where no sound server runs: one output, whatever the default card's mixer controls.
 * Percent is amixer's mapped scale (-M), which follows the ear.
 * @throws ShellError BACKEND_MISSING where there is no mixer with a playback volume
 */
export async function createAlsaSound(options: { env: Env; signal?: AbortSignal }): Promise<SoundDriver> {
  const amixer = (...args: string[]) =>
    runProgram("amixer", ["-M", ...args], { ...options, debianPackage: "alsa-utils" });
  const controls = (
    await amixer("scontrols").catch((cause: unknown) => {
      if (cause instanceof ShellError && cause.code === "BACKEND_MISSING") throw cause;
      throw because("sound.no-mixer", {}, { cause });
    })
  ).matchAll(/^Simple mixer control '(.+)',(\d+)$/gm);
  const names = [...controls].map((m) => `${m[1]},${m[2]}`);
  const playback = await firstWith(names, ["Master", "Speaker", "PCM", "Headphone", "Digital"], "pvolume", amixer);
  if (playback === undefined) throw because("sound.no-mixer");
  const capture = await firstWith(names, ["Capture", "Mic", "Digital"], "cswitch", amixer);

  const volume = async (): Promise<Volume> => volumeOf(await amixer("sget", playback));
  const microphone = async (): Promise<Microphone> => {
    if (capture === undefined) throw because("sound.no-capture");
    return { name: nameOf(capture), muted: /\[off\]/.test(await amixer("sget", capture)) };
  };
  const output = { id: playback, name: nameOf(playback), active: true };
  return {
    backend: "ALSA",
    volume,
    setVolume: async (percent) => {
      await amixer("sset", playback, `${Math.round(Math.min(100, Math.max(0, percent)))}%`);
      return volume();
    },
    setMuted: async (on) => {
      await amixer("sset", playback, on ? "mute" : "unmute");
      return volume();
    },
    outputs: async () => [output],
    selectOutput: async (id) => {
      if (id === output.id) return output;
      throw because("sound.one-output", { id });
    },
    microphone,
    setMicrophoneMuted: async (on) => {
      await microphone();
      await amixer("sset", capture!, on ? "nocap" : "cap");
      return microphone();
    },
    duck: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
  };
}

/** The first control, preferred names before others, whose capabilities hold `capability`. */
async function firstWith(
  names: readonly string[],
  preferred: readonly string[],
  capability: string,
  amixer: (...args: string[]) => Promise<string>,
): Promise<string | undefined> {
  const rank = (name: string) => {
    const at = preferred.indexOf(nameOf(name));
    return at < 0 ? preferred.length : at;
  };
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    const words = /Capabilities: (.*)/.exec(await amixer("sget", name))?.[1]?.split(/\s+/) ?? [];
    const shared = capability.replace(/^[pc]/, "");
    if (words.some((w) => w === capability || w === `${capability}-joined` || w === shared || w === `${shared}-joined`))
      return name;
  }
  return undefined;
}

function nameOf(control: string): string {
  return control.replace(/,\d+$/, "");
}

function volumeOf(text: string): Volume {
  const levels = [...text.matchAll(/\[(\d+)%\]/g)].map((m) => Number(m[1]));
  const mean = levels.reduce((sum, value) => sum + value, 0) / Math.max(1, levels.length);
  return { percent: Math.round(mean), muted: /\[off\]/.test(text) && !/\[on\]/.test(text) };
}
