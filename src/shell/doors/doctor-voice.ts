import type { Engine } from "../../voice/contracts.ts";
import { STT_ENGINES } from "../../voice/stt/index.ts";
import { TTS_ENGINES } from "../../voice/tts/index.ts";
import { WAKE_ENGINES } from "../../voice/wake/index.ts";
import type { Check } from "./doctor.ts";

/** Whether the engines of `saysh listen` can be used here. Opens none of them. */
export async function voiceEngines(): Promise<readonly Check[]> {
  return Promise.all([
    check("wake word", WAKE_ENGINES),
    check("speech to text", STT_ENGINES),
    check("text to speech", TTS_ENGINES),
  ]);
}

/** The first engine that can be used; else what the first of those that lack something lacks. */
async function check(what: string, engines: readonly Engine<never, unknown>[]): Promise<Check> {
  const states = await Promise.all(engines.map(async (engine) => ({ engine, state: await engine.available() })));
  for (const { engine, state } of states)
    if (state.ok) return { what, state: "works", detail: `${engine.name}${state.detail ? `: ${state.detail}` : ""}` };
  const [first] = states.flatMap(({ state }) => (state.ok ? [] : [state]));
  return {
    what,
    state: "missing",
    detail: first?.reason ?? "none is in this version",
    ...(first ? { remedy: first.remedy } : {}),
  };
}
