import { toShellError } from "../../errors.ts";
import { type Level, measureLevel, RECORDER_ENGINES } from "../../voice/capture/index.ts";
import type { Engine } from "../../voice/contracts.ts";
import { PLAYER_ENGINES } from "../../voice/playback/index.ts";
import type { Check } from "./doctor.ts";

/** Enough for a level; nothing of the sound is kept. */
const LISTEN_MS = 500;

/** Whether a microphone is found, through which program, and how loud the room is. Listens for half a second. */
export async function microphone(device: string): Promise<Check> {
  const what = "microphone";
  const found = await firstAvailable(RECORDER_ENGINES);
  if ("remedy" in found) return { what, state: "missing", ...found };
  const { engine, detail } = found;
  const name = device || detail;
  try {
    await using recorder = await engine.open({ device });
    const level = await measureLevel(recorder.frames, LISTEN_MS);
    if (level.peakDbfs === -Infinity)
      return {
        what,
        state: "broken",
        detail: `${name} by ${engine.name}: nothing but silence, it is muted or switched off`,
        remedy: "pactl set-source-mute @DEFAULT_SOURCE@ 0; pactl set-source-volume @DEFAULT_SOURCE@ 80%",
      };
    return { what, state: "works", detail: `${name} by ${engine.name}: ${inWords(level)}` };
  } catch (error) {
    const { message, remedy } = toShellError(error);
    return { what, state: "broken", detail: `${name} by ${engine.name}: ${message}`, ...(remedy ? { remedy } : {}) };
  }
}

/** Whether sound can be played, and through which program. Plays nothing. */
export async function loudspeaker(device: string): Promise<Check> {
  const what = "loudspeaker";
  const found = await firstAvailable(PLAYER_ENGINES);
  if ("remedy" in found) return { what, state: "missing", ...found };
  return { what, state: "works", detail: `${device || found.detail} by ${found.engine.name}` };
}

type Found<E> =
  | { readonly engine: E; readonly detail: string }
  | { readonly detail: string; readonly remedy: string };

/** The first engine that can be used; else what the best one lacks. */
async function firstAvailable<E extends Engine<never, unknown>>(engines: readonly E[]): Promise<Found<E>> {
  let missing: { detail: string; remedy: string } | undefined;
  for (const engine of engines) {
    const state = await engine.available();
    if (state.ok) return { engine, detail: state.detail ?? "the system's" };
    missing ??= { detail: state.reason, remedy: state.remedy };
  }
  return missing!;
}

function inWords({ dbfs, noiseFloorDbfs, clipped }: Level): string {
  const distorted = clipped > 0.001 ? `, ${(100 * clipped).toFixed(1)} % clipped: turn it down` : "";
  return `level ${dbfs.toFixed(0)} dBFS, noise floor ${noiseFloorDbfs.toFixed(0)} dBFS${distorted}`;
}
