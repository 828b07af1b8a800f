import { ShellError, toShellError } from "../../errors.ts";
import { type Frame, SAMPLE_RATE, type WakeEngine, type WakeWord } from "../contracts.ts";
import type { Address } from "./address.ts";
import { AUDIO_STOP, audioEvent } from "./audio.ts";
import { type Connection, dial } from "./connection.ts";
import type { Model } from "./info.ts";
import { availability, openPeer } from "./peer.ts";

/** A server that restarts is waited for so long before `feed` says that nobody listens. */
const LOST_MS = 10_000;
/** A connection that did not even last so long was none. */
const BRIEF_MS = 1_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Any Wyoming server with a service "wake". The sensitivity is the server's own: the protocol has no word for it. What it detects is
 * returned with the frame that is fed next. A lost connection is mended in the background; after ten seconds without one `feed`
 * throws BACKEND_FAILED, with every frame, until the server is back.
 * @param server "tcp://host:port"; "": never available
 */
export function wyomingWake(server: string): WakeEngine {
  return {
    name: "wyoming",
    available: () => availability(server, "wake", "wake"),
    async open({ keywords }) {
      const { address, models } = await openPeer(server, "wake");
      const wanted = new Map(keywords.map((keyword) => [modelFor(models, keyword, server), keyword]));
      const wake = createRemoteWake(address, wanted);
      await wake.connected;
      return wake;
    },
  };
}

/** @throws ShellError NOT_FOUND */
function modelFor(models: readonly Model[], keyword: string, server: string): string {
  const key = plain(keyword);
  const model =
    models.find((it) => plain(it.name) === key || plain(it.phrase ?? "") === key) ??
    models.find((it) => plain(it.name).startsWith(key));
  if (model) return model.name;
  throw new ShellError("NOT_FOUND", `${server} does not know the wake word ${JSON.stringify(keyword)}`, {
    remedy: `set voice.wake_word to one of: ${models.map((it) => it.phrase ?? it.name).join(", ")}`,
  });
}

/** "Hey, Jarvis", "hey_jarvis" and "hey jarvis" are one. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** @param wanted name at the server → keyword; empty: whatever it knows */
function createRemoteWake(
  address: Address,
  wanted: ReadonlyMap<string, string>,
): WakeWord & { readonly connected: Promise<void> } {
  let connection: Connection | undefined;
  let connecting = false;
  let disposed = false;
  let lostAt = performance.now();
  let connectedAt = 0;
  let retryAt = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let last: ShellError | undefined;

  const begin = (to: Connection): void => {
    to.post({ type: "detect", data: wanted.size > 0 ? { names: [...wanted.keys()] } : {} });
    to.post(audioEvent("audio-start", SAMPLE_RATE));
  };
  const waitLonger = (): void => {
    retryAt = performance.now() + pauseMs;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };
  const lose = (error?: unknown): void => {
    connection?.[Symbol.dispose]();
    connection = undefined;
    if (performance.now() - connectedAt < BRIEF_MS) waitLonger();
    else {
      lostAt = performance.now();
      pauseMs = FIRST_PAUSE_MS;
    }
    if (error !== undefined) last = toShellError(error);
  };
  const reconnect = async (): Promise<void> => {
    connecting = true;
    try {
      const fresh = await dial(address);
      if (disposed) return fresh[Symbol.dispose]();
      begin(fresh);
      connection = fresh;
      connectedAt = performance.now();
    } catch (error) {
      last = toShellError(error);
      waitLonger();
    } finally {
      connecting = false;
    }
  };
  /** What has come from the server since the frame before. */
  const detected = (from: Connection): string | undefined => {
    let found: string | undefined;
    for (let event = from.poll(); event !== undefined; event = from.poll()) {
      if (event.type === "error") throw new ShellError("BACKEND_FAILED", `${from.peer}: ${String(event.data.text)}`);
      if (event.type !== "detection") continue;
      const { name } = event.data;
      found =
        typeof name === "string"
          ? (wanted.get(name) ?? (wanted.size === 0 ? name : found))
          : ([...wanted.values()][0] ?? "wake word");
    }
    return found;
  };

  return {
    connected: reconnect(),
    feed({ samples }: Frame) {
      if (connection === undefined) {
        if (!connecting && performance.now() >= retryAt) void reconnect();
        if (performance.now() - lostAt > LOST_MS) throw deaf(last);
        return undefined;
      }
      try {
        connection.post(audioEvent("audio-chunk", SAMPLE_RATE, samples));
        const keyword = detected(connection);
        // some servers hang up after each detection
        if (connection.ended) lose();
        return keyword;
      } catch (error) {
        lose(error);
        return undefined;
      }
    },
    reset() {
      if (connection === undefined) return;
      try {
        // what was found before is of no interest any more
        detected(connection);
        connection.post(AUDIO_STOP);
        begin(connection);
      } catch (error) {
        lose(error);
      }
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
      connection?.[Symbol.dispose]();
    },
  };
}

function deaf(last: ShellError | undefined): ShellError {
  return new ShellError("BACKEND_FAILED", `nobody listens for the wake word: ${last?.message ?? "connection lost"}`, {
    cause: last,
    ...(last?.remedy ? { remedy: last.remedy } : {}),
  });
}
