import { connect, type Socket } from "node:net";
import { ShellError } from "../../errors.ts";
import { isTrusted } from "./trusted-folder.ts";
import { MAX_LINE_BYTES, type Message, type Request, socketPath } from "./wire.ts";

/** A request without its id, which the client gives. */
export type Ask<R extends Request = Request> = R extends Request ? Omit<R, "id"> : never;

export interface Client extends Disposable {
  /**
   * Sends one request and waits for its answer, for as long as the daemon lives.
   * @throws ShellError DAEMON_UNREACHABLE when the connection ends first, USAGE when the request is too long; the daemon's own errors as
   * they are
   */
  ask(request: Ask): Promise<Message>;
  /** Events, once subscribed. */
  onEvent(listener: (message: Message) => void): void;
  onClose(listener: () => void): void;
}

/** Connects to the daemon of this user; undefined when none is running. */
export async function connectDaemon(runtimeFolder: string, timeoutMs = 1000): Promise<Client | undefined> {
  if (!isTrusted(runtimeFolder)) return undefined;
  const socket = await open(socketPath(runtimeFolder), timeoutMs);
  return socket && clientOn(socket);
}

function open(path: string, timeoutMs: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const give = (found: Socket | undefined) => {
      clearTimeout(timer);
      if (found === undefined) socket.destroy();
      socket.off("error", failed);
      resolve(found);
    };
    const failed = () => give(undefined);
    const timer = setTimeout(failed, timeoutMs);
    socket.once("connect", () => give(socket));
    socket.on("error", failed);
  });
}

function clientOn(socket: Socket): Client {
  const waiting = new Map<number, { resolve(message: Message): void; reject(error: unknown): void }>();
  const listeners: ((message: Message) => void)[] = [];
  const closers: (() => void)[] = [];
  let nextId = 1;

  const fail = () => {
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
    for (const close of closers) close();
  };

  const take = (line: string) => {
    const message = parse(line);
    if (message === undefined) {
      socket.destroy();
      return;
    }
    const id = "id" in message ? message.id : undefined;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (!asked) {
      for (const listener of listeners) listener(message);
      return;
    }
    waiting.delete(id!);
    if (message.type === "error")
      asked.reject(
        new ShellError(message.code as never, message.message, message.remedy ? { remedy: message.remedy } : {}),
      );
    else asked.resolve(message);
  };

  // answers hold whole turns and may be longer than a request
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    rest += text;
    const lines = rest.split("\n");
    rest = lines.pop()!;
    for (const line of lines) take(line);
  });
  socket.on("error", () => undefined);
  socket.on("close", fail);

  return {
    ask(request) {
      const id = nextId++;
      const line = `${JSON.stringify({ ...request, id })}\n`;
      return new Promise((resolve, reject) => {
        if (Buffer.byteLength(line) > MAX_LINE_BYTES)
          reject(new ShellError("USAGE", `a request of ${Buffer.byteLength(line)} bytes: ${MAX_LINE_BYTES} at most`));
        else if (socket.destroyed) reject(gone());
        else {
          waiting.set(id, { resolve, reject });
          socket.write(line);
        }
      });
    },
    onEvent: (listener) => listeners.push(listener),
    onClose: (listener) => closers.push(listener),
    [Symbol.dispose]: () => {
      socket.off("close", fail);
      socket.end();
      socket.destroySoon();
    },
  };
}

function gone(): ShellError {
  return new ShellError("DAEMON_UNREACHABLE", "the daemon closed the connection", {
    remedy: "say it again; saysh daemon --status tells whether it is back",
  });
}

/** Undefined: whoever listens there is not our daemon. */
function parse(line: string): Message | undefined {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return undefined;
  }
}
