import { z } from "zod";
import { ShellError, toShellError } from "../../errors.ts";
import { type SttStream, SAMPLE_RATE } from "../contracts.ts";
import { createFrameMaker, type FrameMaker, soundOf } from "./audio.ts";
import type { Connection } from "./connection.ts";
import { badFrame, type WyomingEvent } from "./event.ts";
import { langOf } from "./info.ts";
import { ownInfo } from "./own-info.ts";
import { serveSpeech } from "./serve-speech.ts";
import type { Services } from "./services.ts";

/** Home Assistant opens a connection for each request; one that says nothing for so long is forgotten. */
const IDLE_MS = 10 * 60_000;
/** Longer than anybody speaks to a shell. */
const MAX_UTTERANCE_S = 120;
const MAX_TEXT = 10_000;

const text = z.string().max(MAX_TEXT);
const words = z.object({
  text,
  language: z.string().max(64).nullish(),
  context: z.looseObject({ conversation_id: z.string().max(200).nullish() }).nullish(),
});
const transcribe = z.object({ language: z.string().max(64).nullish() });
const ping = z.object({ text: text.nullish() });

/**
 * Serves one peer until it hangs up: its events one after the other, each answered before the next is read. A peer that ends its side
 * still gets its answers.
 * @param conversation names the turns of a peer that names no conversation of its own
 * @throws ShellError as the connection and the engines do; the peer has been told
 */
export async function serveConnection(connection: Connection, services: Services, conversation: string): Promise<void> {
  let hearing: Hearing | undefined;
  try {
    for (;;) {
      const event = await connection.next(IDLE_MS);
      if (event === undefined) return;
      try {
        hearing = await answer(event, hearing);
      } catch (error) {
        hearing?.stream.cancel();
        hearing = undefined;
        // the peer may go on after what an engine could not do; not after what it should not have said
        if (toShellError(error).code === "PROTOCOL_BROKEN") throw error;
        connection.post(errorEvent(error));
      }
    }
  } catch (error) {
    connection.post(errorEvent(error));
    throw error;
  } finally {
    hearing?.stream.cancel();
  }

  /** @returns the utterance that is being heard after it */
  async function answer(event: WyomingEvent, current: Hearing | undefined): Promise<Hearing | undefined> {
    switch (event.type) {
      case "describe":
        await connection.send(await ownInfo(services));
        return current;
      case "ping": {
        const { text: echo } = read(ping, event);
        await connection.send({ type: "pong", data: echo == null ? {} : { text: echo } });
        return current;
      }
      case "transcribe":
        current?.stream.cancel();
        return startHearing(services, read(transcribe, event).language);
      case "audio-start":
        return current ?? startHearing(services);
      case "audio-chunk": {
        const hearing = current ?? (await startHearing(services));
        hear(hearing, event);
        return hearing;
      }
      case "audio-stop":
        if (current) await finishHearing(connection, current);
        return undefined;
      case "transcript":
        await takeTurn(event);
        return current;
      case "recognize":
        await recognize(event);
        return current;
      case "synthesize":
        await serveSpeech(connection, services, event);
        return current;
      default:
        // events that others have added are passed over
        return current;
    }
  }

  async function takeTurn(event: WyomingEvent): Promise<void> {
    const { text: said, language, context } = read(words, event);
    const named = context?.conversation_id;
    const turn = await services.turn(said, named ? `${conversation} ${named}` : conversation, langOf(language));
    await connection.send({
      type: turn.handled ? "handled" : "not-handled",
      data: { text: turn.text, language: turn.lang, ...(context ? { context } : {}) },
    });
  }

  async function recognize(event: WyomingEvent): Promise<void> {
    const { text: said, language, context } = read(words, event);
    const found = await services.recognize(said, langOf(language));
    const rest = context ? { context } : {};
    const intents = found.map(({ action, args }) => ({
      type: "intent",
      data: { name: action, entities: Object.entries(args).map(([name, value]) => ({ name, value })), ...rest },
    }));
    if (intents.length === 0) return connection.send({ type: "not-recognized", data: rest });
    const many = intents.length > 1;
    if (many) await connection.send({ type: "intents-start", data: rest });
    for (const intent of intents) await connection.send(intent);
    if (many) await connection.send({ type: "intents-stop", data: rest });
  }
}

/** An utterance of which not all has come. */
interface Hearing {
  readonly stream: SttStream;
  readonly frames: FrameMaker;
  readonly language: string;
  /** Frames so far, as a time. */
  seconds(): number;
}

async function startHearing(services: Services, language?: string | null): Promise<Hearing> {
  const [preferred = "en"] = services.langs;
  const lang = langOf(language) ?? preferred;
  const stt = await services.stt.open();
  const stream = stt.start({ lang, expecting: "command" });
  let samples = 0;
  const frames = createFrameMaker((frame) => {
    samples = frame.at + frame.samples.length;
    stream.feed(frame);
  });
  return { stream, frames, language: lang, seconds: () => samples / SAMPLE_RATE };
}

function hear(hearing: Hearing, event: WyomingEvent): void {
  hearing.frames.push(soundOf(event));
  if (hearing.seconds() > MAX_UTTERANCE_S) throw badFrame(`an utterance of more than ${MAX_UTTERANCE_S} seconds`);
}

async function finishHearing(connection: Connection, { stream, frames, language }: Hearing): Promise<void> {
  frames.flush();
  const heard = await stream.finish();
  await connection.send({ type: "transcript", data: { text: heard.offTopic ? "" : heard.text, language } });
}

/** @throws ShellError PROTOCOL_BROKEN */
function read<T>(schema: z.ZodType<T>, { type, data }: WyomingEvent): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badFrame(`${type}: ${issue?.path.join(".")}: ${issue?.message}`);
}

function errorEvent(error: unknown): WyomingEvent {
  const { code, message, remedy } = error instanceof ShellError ? error : toShellError(error);
  return { type: "error", data: { text: remedy ? `${message} (${remedy})` : message, code } };
}
