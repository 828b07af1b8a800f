import { connect, type Socket } from "node:net";
import type { Message } from "../../../src/shell/doors/wire.ts";
import { type OwnHome, PATIENCE_MS, until } from "./own-home.ts";

/** Speaks to the daemon's socket byte by byte, wrongly too. */
export interface RawClient extends Disposable {
  readonly socket: Socket;
  /** Every message so far. */
  readonly messages: readonly Message[];
  send(bytes: string | Buffer): void;
  /** Sends a request as one line and waits for the message that bears its id. */
  ask(request: object): Promise<Message>;
  /** Waits for the next message that fits, one that came earlier included. */
  message(fits: (message: Message) => boolean): Promise<Message>;
  /** Settles when the daemon has closed the connection. */
  closed(): Promise<void>;
}

export async function rawClient(home: OwnHome): Promise<RawClient> {
  const socket = connect(home.socket);
  socket.setEncoding("utf8");
  socket.on("error", () => undefined);
  await new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  const messages: Message[] = [];
  let rest = "";
  let isClosed = false;
  let nextId = 1;
  socket.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    messages.push(...lines.map((line) => JSON.parse(line) as Message));
  });
  socket.on("close", () => {
    isClosed = true;
  });
  const message = async (fits: (message: Message) => boolean) => {
    await until(() => messages.some(fits) || isClosed);
    const found = messages.find(fits);
    if (found === undefined) throw new Error(`the daemon hung up within ${PATIENCE_MS} ms`);
    return found;
  };
  return {
    socket,
    messages,
    message,
    send: (bytes) => void socket.write(bytes),
    ask(request) {
      const id = nextId++;
      socket.write(`${JSON.stringify({ id, ...request })}\n`);
      return message((m) => "id" in m && m.id === id);
    },
    closed: () => until(() => isClosed),
    [Symbol.dispose]: () => socket.destroy(),
  };
}
