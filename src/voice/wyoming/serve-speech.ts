import { z } from "zod";
import { spokenSentences } from "../tts/speakable/speakable.ts";
import { AUDIO_STOP, audioEvent } from "./audio.ts";
import type { Connection } from "./connection.ts";
import { badFrame, type WyomingEvent } from "./event.ts";
import { langOf } from "./info.ts";
import { voiceName } from "./own-info.ts";
import { createResampler, type Resampler } from "../resample.ts";
import type { Services } from "./services.ts";

/** 0.1 s at most rates: the peer can begin to play, and a stop is not far. */
const CHUNK_SAMPLES = 2_048;
/** What is announced when there was nothing to say. */
const SILENT_RATE = 16_000;

const request = z.object({
  text: z.string().max(10_000),
  voice: z.object({ name: z.string().max(200).nullish(), language: z.string().max(64).nullish() }).nullish(),
});

/** "synthesize" → "audio-start", "audio-chunk" …, "audio-stop", sentence by sentence, at the rate of the first sound. */
export async function serveSpeech(connection: Connection, services: Services, event: WyomingEvent): Promise<void> {
  const parsed = request.safeParse(event.data);
  if (!parsed.success) throw badFrame(`synthesize: ${parsed.error.issues[0]?.path.join(".")} is not as it should be`);
  const { text, voice } = parsed.data;
  const [preferred = "en"] = services.langs;
  const lang =
    services.langs.find((it) => voice?.name === voiceName(it)) ??
    langOf(voice?.language ?? voice?.name) ??
    services.langOf(text) ??
    preferred;
  const tts = await services.tts.open();
  const gone = new AbortController();
  let rate: number | undefined;
  let converter: { readonly from: number; readonly resampler: Resampler } | undefined;

  const send = async (samples: Int16Array): Promise<void> => {
    for (let at = 0; at < samples.length; at += CHUNK_SAMPLES)
      await connection.send(audioEvent("audio-chunk", rate!, samples.subarray(at, at + CHUNK_SAMPLES)));
  };
  try {
    for (const sentence of spokenSentences(text, lang)) {
      for await (const sound of tts.speak(sentence, lang, gone.signal)) {
        if (rate === undefined) {
          rate = sound.rate;
          await connection.send(audioEvent("audio-start", rate));
        }
        if (converter && converter.from !== sound.rate) await send(converter.resampler.flush());
        if (converter?.from !== sound.rate)
          converter = { from: sound.rate, resampler: createResampler(sound.rate, rate) };
        await send(converter.resampler.push(sound.samples));
      }
    }
    if (converter) await send(converter.resampler.flush());
  } finally {
    gone.abort();
  }
  if (rate === undefined) await connection.send(audioEvent("audio-start", SILENT_RATE));
  await connection.send(AUDIO_STOP);
}
