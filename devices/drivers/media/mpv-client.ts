import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { because } from "../../../src/reasons/reason.ts";
import { deferred } from "../deferred.ts";

/** mpv's JSON IPC (https://mpv.io/manual/stable/#json-ipc): one JSON object per line, answers matched by request_id. */
export interface MpvClient {
  /** @throws ShellError BACKEND_FAILED with mpv's own words, TIMEOUT after two seconds */
  command(...args: readonly unknown[]): Promise<unknown>;
  /** A property, or undefined while mpv has none ("property unavailable": nothing is loaded) or when it has just ended. */
  get<T>(property: string): Promise<T | undefined>;
  set(property: string, value: unknown): Promise<void>;
  /** Resolves at the first event that passes; listen before the command that causes it. */
  event(passes: (event: MpvEvent) => boolean, timeoutMs: number): Promise<MpvEvent>;
  readonly closed: boolean;
  /** Ends mpv; resolves when it has gone, or after a second. */
  quit(): Promise<void>;
  /** Lets go of the connection; mpv goes on. */
  close(): void;
}

export interface MpvEvent {
  readonly event: string;
  readonly reason?: string;
  readonly file_error?: string;
}

const ANSWER_TIMEOUT_MS = 2_000;
const QUIT_TIMEOUT_MS = 1_000;
const CLOSED = "mpv closed the connection";

/** @throws ShellError BACKEND_FAILED when nobody listens on the socket */
export async function connectMpv(socketPath: string): Promise<MpvClient> {
  const socket = await open(socketPath);
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(event: MpvEvent) => void>();
  let lastId = 0;
  let closed = false;
  let rest = "";

  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) receive(line);
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    closed = true;
    for (const answer of waiting.values()) answer({ error: CLOSED });
    waiting.clear();
  });

  function receive(line: string): void {
    let message: Answer & Partial<MpvEvent> & { request_id?: number };
    try {
      message = JSON.parse(line);
    } catch {
      return; // mpv may cut a log line that is not UTF-8; it answers no request
    }
    if (message.event !== undefined) for (const listener of [...listeners]) listener(message as MpvEvent);
    else if (message.request_id !== undefined) waiting.get(message.request_id)?.(message);
  }

  function ask(args: readonly unknown[]): Promise<Answer> {
    if (closed) return Promise.resolve({ error: CLOSED });
    const id = ++lastId;
    const { promise, resolve, reject } = deferred<Answer>();
    const timer = setTimeout(
      () => reject(because("mpv.slow", { command: String(args[0]), ms: ANSWER_TIMEOUT_MS })),
      ANSWER_TIMEOUT_MS,
    );
    waiting.set(id, resolve);
    socket.write(`${JSON.stringify({ command: args, request_id: id })}\n`);
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(id);
    });
  }

  const command: MpvClient["command"] = async (...args) => {
    const answer = await ask(args);
    if (answer.error !== "success")
      throw because("program.failed", { program: `mpv ${String(args[0])}`, line: answer.error });
    return answer.data;
  };
  return {
    command,
    get: async <T>(property: string) => {
      const answer = await ask(["get_property", property]);
      if (answer.error === "property unavailable" || answer.error === CLOSED) return undefined;
      if (answer.error !== "success")
        throw because("program.failed", { program: `mpv ${property}`, line: answer.error });
      return answer.data as T;
    },
    set: async (property, value) => {
      await command("set_property", property, value);
    },
    event: (passes, timeoutMs) => {
      const { promise, resolve, reject } = deferred<MpvEvent>();
      const listener = (event: MpvEvent) => passes(event) && resolve(event);
      const timer = setTimeout(() => reject(because("mpv.late", { ms: timeoutMs })), timeoutMs);
      const gone = () => reject(because("mpv.ended"));
      listeners.add(listener);
      socket.once("close", gone);
      return promise.finally(() => {
        clearTimeout(timer);
        listeners.delete(listener);
        socket.off("close", gone);
      });
    },
    get closed() {
      return closed;
    },
    quit: async () => {
      if (closed) return;
      const pid = (await ask(["get_property", "pid"])).data;
      socket.write(`${JSON.stringify({ command: ["quit"] })}\n`);
      // The socket closes before mpv removes its path; only its end makes room for the next mpv.
      for (const deadline = Date.now() + QUIT_TIMEOUT_MS; Date.now() < deadline && runs(pid); ) await delay(10);
      socket.destroy();
    },
    close: () => socket.destroy(),
  };
}

interface Answer {
  readonly error: string;
  readonly data?: unknown;
}

function runs(pid: unknown): boolean {
  try {
    return typeof pid === "number" && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function open(path: string): Promise<Socket> {
  const { promise, resolve, reject } = deferred<Socket>();
  const socket = connect(path);
  socket.once("connect", () => {
    socket.removeAllListeners("error");
    resolve(socket);
  });
  socket.once("error", (cause) => reject(because("mpv.no-answer", { line: cause.message }, { cause })));
  return promise;
}
