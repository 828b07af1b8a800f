import { type ShellError, toShellError } from "../../errors.ts";
import { type Heard, SAMPLE_RATE, type SttEngine, type SttOptions, type SttStream } from "../contracts.ts";
import type { Address } from "./address.ts";
import { AUDIO_STOP, audioEvent } from "./audio.ts";
import { type Connection, dial } from "./connection.ts";
import type { WyomingEvent } from "./event.ts";
import { langOf, type Model } from "./info.ts";
import { answerOf, availability, openPeer } from "./peer.ts";

/** A big model on a small machine takes its time. */
const TRANSCRIPT_MS = 60_000;

/** Any Wyoming server with a service "asr". @param server "tcp://host:port"; "": never available */
export function wyomingStt(server: string): SttEngine {
  return {
    name: "wyoming",
    available: () => availability(server, "asr", "stt"),
    async open() {
      const { address, models } = await openPeer(server, "asr");
      const streams = new Set<SttStream>();
      return {
        start(options) {
          const stream = startStream(address, models, options, () => streams.delete(stream));
          streams.add(stream);
          return stream;
        },
        // the protocol has no words for it
        learn: () => undefined,
        async [Symbol.asyncDispose]() {
          for (const stream of streams) stream.cancel();
        },
      };
    },
  };
}

/** One connection for each utterance: the reference servers hang up after their transcript. */
function startStream(address: Address, models: readonly Model[], { lang }: SttOptions, onEnd: () => void): SttStream {
  const given = new AbortController();
  /** What is said before the connection stands. */
  let early: WyomingEvent[] | undefined = [];
  let connection: Connection | undefined;
  let failure: ShellError | undefined;
  let pieces = "";
  let transcript: WyomingEvent | undefined;

  const model = models.find(({ languages }) => languages.some((tag) => langOf(tag) === lang));
  const opened = dial(address, { signal: given.signal }).then(
    (it) => {
      connection = it;
      if (given.signal.aborted) it[Symbol.dispose]();
      for (const event of early ?? []) it.post(event);
      early = undefined;
    },
    (error: unknown) => {
      failure = toShellError(error);
      early = undefined;
    },
  );
  const post = (event: WyomingEvent) => {
    if (early) early.push(event);
    else connection?.post(event);
  };
  const listen = (): void => {
    try {
      for (let event = connection?.poll(); event !== undefined; event = connection?.poll()) {
        if (event.type === "transcript-chunk") pieces += textOf(event);
        if (event.type === "transcript") transcript = event;
      }
    } catch (error) {
      failure ??= toShellError(error);
    }
  };
  const close = (): void => {
    given.abort();
    connection?.[Symbol.dispose]();
    onEnd();
  };

  post({ type: "transcribe", data: { language: lang, ...(model ? { name: model.name } : {}) } });
  post(audioEvent("audio-start", SAMPLE_RATE));
  return {
    feed: ({ samples }) => post(audioEvent("audio-chunk", SAMPLE_RATE, samples)),
    partial() {
      listen();
      return (transcript ? textOf(transcript) : pieces).trim();
    },
    async finish() {
      try {
        post(AUDIO_STOP);
        await opened;
        listen();
        if (failure) throw failure;
        transcript ??= await answerOf(connection!, ["transcript"], TRANSCRIPT_MS);
        return heard(textOf(transcript).trim());
      } finally {
        close();
      }
    },
    cancel: close,
  };
}

/** The protocol tells neither how sure the server is nor what else it might have been. */
function heard(text: string): Heard {
  return { text, confidence: text === "" ? 0 : 1, alternatives: [] };
}

function textOf({ data }: WyomingEvent): string {
  return typeof data.text === "string" ? data.text : "";
}
