import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config.ts";
import type { Lang } from "../../intents/plan.ts";
import type { Endpointer, Player, SpeechToText, TextToSpeech, WakeWord } from "../../voice/contracts.ts";
import { type CueName, cueSound } from "../../voice/hearing/index.ts";
import { pickEngine } from "../../voice/pick-engine.ts";

export type VoiceConfig = Config["voice"];

/** The word that is waited for when the configuration names none. */
export const DEFAULT_WAKE_WORD = "computer";

/** @throws ShellError CONFIG_INVALID, BACKEND_MISSING with the package to install */
export async function openWake(voice: VoiceConfig): Promise<WakeWord> {
  const [{ createLevelVeto, guardWake, WAKE_ENGINES }, { wyomingWake }] = await Promise.all([
    import("../../voice/wake/index.ts"),
    import("../../voice/wyoming/index.ts"),
  ]);
  const engines = voice.wyoming.wake === "" ? WAKE_ENGINES : [wyomingWake(voice.wyoming.wake)];
  const engine = await pickEngine("wake word", engines);
  const wake = await engine.open({ keywords: [keywordOf(voice)], sensitivity: voice.wake_sensitivity });
  return guardWake(wake, { vetoes: [createLevelVeto()] });
}

export function keywordOf(voice: VoiceConfig): string {
  return voice.wake_word === "" ? DEFAULT_WAKE_WORD : voice.wake_word;
}

export async function openEnd(voice: VoiceConfig): Promise<Endpointer> {
  const { DEFAULT_ENDPOINTING, openEndpointer } = await import("../../voice/endpointing/index.ts");
  return openEndpointer({ ...DEFAULT_ENDPOINTING, hangMs: voice.hang_ms });
}

/** @throws ShellError CONFIG_INVALID, BACKEND_MISSING with the package to install */
export async function openRecogniser(voice: VoiceConfig, lang: Lang, cache: string): Promise<SpeechToText> {
  const [{ STT_ENGINES }, { wyomingStt }] = await Promise.all([
    import("../../voice/stt/index.ts"),
    import("../../voice/wyoming/index.ts"),
  ]);
  const engines = [...(voice.wyoming.stt === "" ? [] : [wyomingStt(voice.wyoming.stt)]), ...STT_ENGINES];
  const engine = await pickEngine("speech to text", engines, voice.stt || undefined);
  return engine.open({ langs: [lang], cacheFolder: join(cache, "stt") });
}

/** @throws ShellError CONFIG_INVALID, BACKEND_MISSING with the package to install */
export async function openVoice(voice: VoiceConfig): Promise<TextToSpeech> {
  const [{ TTS_ENGINES }, { wyomingTts }] = await Promise.all([
    import("../../voice/tts/index.ts"),
    import("../../voice/wyoming/index.ts"),
  ]);
  const engines = [...(voice.wyoming.tts === "" ? [] : [wyomingTts(voice.wyoming.tts)]), ...TTS_ENGINES];
  const engine = await pickEngine("text to speech", engines, voice.tts || undefined);
  return engine.open({ voice: voice.voice, wordsPerMinute: voice.words_per_minute });
}

/** @throws ShellError BACKEND_MISSING with the package to install */
export async function openSpeaker(voice: VoiceConfig): Promise<Player> {
  const { openPlayer } = await import("../../voice/playback/index.ts");
  return openPlayer(voice.speaker === "" ? {} : { device: voice.speaker });
}

/** Plays the tone of a cue; a loudspeaker that fails there will tell with the reply. */
export function cuesOn(player: Player | undefined): (name: CueName) => void {
  return (name) => {
    player?.play(once(name)).catch(() => undefined);
  };
}

async function* once(name: CueName) {
  yield cueSound(name);
}

/** A light of the machine, by its folder under /sys/class/leds. One that cannot be written stays as it is. */
export function setLight(folder: string, on: boolean): void {
  if (folder === "") return;
  try {
    writeFileSync(join(folder, "brightness"), on ? "1" : "0");
  } catch {
    // without the right to write there, the tones have to do
  }
}
