import { createServer, connect, type Socket } from "node:net";
import { createConnection, type Connection } from "../../../src/voice/wyoming/connection.ts";
import { SERVER_LIMITS, type WyomingEvent } from "../../../src/voice/wyoming/event.ts";

export interface ScriptedPeer extends AsyncDisposable {
  readonly url: string;
  /** Everything that was received, in order, over all connections. */
  readonly received: WyomingEvent[];
  /** How often somebody connected. */
  readonly connections: () => number;
  /** Hangs up on everybody; new ones are served. */
  hangUp(): void;
}

/** A Wyoming server of tests: does with each event what the script says. */
export async function scriptedPeer(
  script: (event: WyomingEvent, connection: Connection, socket: Socket) => void | Promise<void>,
): Promise<ScriptedPeer> {
  const received: WyomingEvent[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ allowHalfOpen: true }, async (socket) => {
    connections++;
    sockets.add(socket);
    const connection = createConnection(socket, { peer: "client", limits: SERVER_LIMITS });
    try {
      for (let event = await connection.next(); event; event = await connection.next()) {
        received.push(event);
        await script(event, connection, socket);
      }
    } catch {
      // the client went away
    }
    connection.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    received,
    connections: () => connections,
    hangUp,
    async [Symbol.asyncDispose]() {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A raw client: sends bytes, and tells everything that comes back until the other side ends. */
export function rawPeer(port: number): { readonly socket: Socket; readonly all: Promise<string> } {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const all = new Promise<string>((resolve) => {
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("error", () => undefined);
    for (const end of ["end", "close"]) socket.on(end, () => resolve(text));
  });
  return { socket, all };
}

/** "info" as servers give it, with one program of the kind. */
export function infoOf(service: "asr" | "tts" | "wake", models: readonly object[]): WyomingEvent {
  const list = service === "tts" ? "voices" : "models";
  return {
    type: "info",
    data: { [service]: [{ name: "scripted", installed: true, attribution: { name: "", url: "" }, [list]: models }] },
  };
}

/** Everything that comes. */
export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
