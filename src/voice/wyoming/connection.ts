import { connect, type Socket } from "node:net";
import { ShellError } from "../../errors.ts";
import { type Address, formatAddress } from "./address.ts";
import { badFrame, encodeEvent, type FrameLimits, SERVER_LIMITS, type WyomingEvent } from "./event.ts";
import { createEventReader } from "./event-reader.ts";

/** A frame that has begun is complete within this; 1 MiB in 10 s is a slow network. */
export const FRAME_MS = 10_000;
/** What a peer may leave unread before it is cut off. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024;
/** And for how long, once its buffers are full. */
const STUCK_MS = 30_000;
/** Events that wait for `next`, beyond which the peer is not read. */
const MAX_WAITING = 64;
const CONNECT_MS = 5_000;

/** A stream of Wyoming events in both directions. */
export interface Connection extends Disposable {
  /** Whose it is, for messages: "tcp://host:port". */
  readonly peer: string;
  /**
   * The next event; undefined when the peer has ended its side between two frames.
   * @param withinMs how long to wait
   * @throws ShellError PROTOCOL_BROKEN for a malformed, oversized or cut-off frame, TIMEOUT for a late event or a frame that trickles in,
   *   BACKEND_FAILED when the connection broke
   */
  next(withinMs?: number): Promise<WyomingEvent | undefined>;
  /** An event that has already come, without waiting. @throws ShellError as {@link next} */
  poll(): WyomingEvent | undefined;
  /** Without waiting; what cannot be sent any more is dropped, and `next` tells why. */
  post(event: WyomingEvent): void;
  /**
   * Resolves when the peer takes more.
   * @throws ShellError BACKEND_FAILED when the connection is broken or closed, TIMEOUT when the peer does not read
   */
  send(event: WyomingEvent): Promise<void>;
  /** The peer has ended its side, or the connection is gone. */
  readonly ended: boolean;
  /** Ends our side once everything is sent, then closes. */
  end(): void;
}

/** Over a socket that is connected. Disposing closes it at once. */
export function createConnection(
  socket: Socket,
  options: { readonly peer: string; readonly limits: FrameLimits; readonly frameMs?: number },
): Connection {
  const { peer, limits, frameMs = FRAME_MS } = options;
  const waiting: WyomingEvent[] = [];
  let failure: ShellError | undefined;
  let ended = false;
  let wake: () => void = () => undefined;
  let frameTimer: NodeJS.Timeout | undefined;

  const fail = (error: ShellError): void => {
    failure ??= error;
    ended = true;
    clearTimeout(frameTimer);
    wake();
  };
  const reader = createEventReader(limits, (event) => waiting.push(event));

  /** Runs while a frame is open and we are the ones who wait. */
  const timeFrame = (): void => {
    clearTimeout(frameTimer);
    if (!reader.inFrame || socket.isPaused() || ended) return;
    frameTimer = setTimeout(() => {
      fail(new ShellError("TIMEOUT", `${peer} did not finish a frame within ${frameMs / 1000} seconds`));
    }, frameMs).unref();
  };

  socket.on("data", (chunk: Buffer) => {
    if (ended) return;
    const before = waiting.length;
    const wasInFrame = reader.inFrame;
    try {
      reader.push(chunk);
    } catch (error) {
      // the caller may still tell the peer why; nothing more is read
      fail(error as ShellError);
      return;
    }
    const completed = waiting.length > before;
    if (waiting.length >= MAX_WAITING) socket.pause();
    if (completed || !wasInFrame) timeFrame();
    if (completed) wake();
  });
  socket.on("end", () => {
    if (reader.inFrame) fail(badFrame(`${peer} ended in the middle of a frame`));
    ended = true;
    clearTimeout(frameTimer);
    wake();
  });
  socket.on("error", (cause) => fail(new ShellError("BACKEND_FAILED", `${peer}: ${cause.message}`, { cause })));
  socket.on("close", () => {
    ended = true;
    clearTimeout(frameTimer);
    wake();
  });

  const poll = (): WyomingEvent | undefined => {
    const event = waiting.shift();
    if (event === undefined && failure) throw failure;
    if (waiting.length < MAX_WAITING / 2 && socket.isPaused() && !ended) {
      socket.resume();
      timeFrame();
    }
    return event;
  };

  const post = (event: WyomingEvent): void => {
    if (socket.destroyed || socket.writableEnded) return;
    if (socket.writableLength > MAX_UNREAD_BYTES) {
      fail(new ShellError("TIMEOUT", `${peer} does not read what it is sent`));
      socket.destroy();
      return;
    }
    socket.write(encodeEvent(event));
  };

  return {
    peer,
    poll,
    post,
    get ended() {
      return ended;
    },
    async next(withinMs) {
      const event = poll();
      if (event !== undefined || ended) return event;
      let timer: NodeJS.Timeout | undefined;
      const woken = await new Promise<boolean>((resolve) => {
        wake = () => resolve(true);
        if (withinMs !== undefined) timer = setTimeout(() => resolve(false), withinMs);
      });
      clearTimeout(timer);
      if (!woken) throw new ShellError("TIMEOUT", `${peer} did not answer within ${withinMs! / 1000} seconds`);
      return poll();
    },
    async send(event) {
      post(event);
      if (failure && socket.destroyed) throw failure;
      if (socket.destroyed || socket.writableEnded)
        throw new ShellError("BACKEND_FAILED", `${peer} closed the connection`);
      if (!socket.writableNeedDrain) return;
      const drained = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => settle(false), STUCK_MS);
        const settle = (value: boolean) => {
          clearTimeout(timer);
          socket.off("drain", onDrain);
          socket.off("close", onDrain);
          resolve(value);
        };
        const onDrain = () => settle(true);
        socket.once("drain", onDrain);
        socket.once("close", onDrain);
      });
      if (drained && !socket.destroyed) return;
      socket.destroy();
      throw failure ?? new ShellError(drained ? "BACKEND_FAILED" : "TIMEOUT", `${peer} does not read what it is sent`);
    },
    end() {
      if (!socket.destroyed) socket.end();
    },
    [Symbol.dispose]() {
      clearTimeout(frameTimer);
      socket.destroy();
    },
  };
}

/**
 * @throws ShellError BACKEND_MISSING when nobody answers there within five seconds
 */
export async function dial(address: Address, options: { readonly signal?: AbortSignal } = {}): Promise<Connection> {
  const peer = formatAddress(address);
  const socket = connect({ ...address, noDelay: true, allowHalfOpen: true });
  const problem = await new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(`no answer within ${CONNECT_MS / 1000} seconds`), CONNECT_MS);
    const settle = (value?: string) => {
      clearTimeout(timer);
      resolve(value);
    };
    socket.once("connect", () => settle());
    socket.once("error", (error: Error & { code?: string }) => settle(error.code ?? error.message));
    options.signal?.addEventListener("abort", () => settle("no longer wanted"), { once: true });
    if (options.signal?.aborted) settle("no longer wanted");
  });
  if (problem !== undefined) {
    socket.on("error", () => undefined);
    socket.destroy();
    throw new ShellError("BACKEND_MISSING", `no Wyoming server at ${peer}: ${problem}`, {
      remedy: "start it, or correct its address in the voice.wyoming section of config.toml",
    });
  }
  return createConnection(socket, { peer, limits: SERVER_LIMITS });
}
