import { createServer, type Server, type Socket } from "node:net";
import { ShellError, toShellError } from "../../errors.ts";
import { type Address, formatAddress, isLoopback, parseAddress } from "./address.ts";
import { createConnection } from "./connection.ts";
import { CALLER_LIMITS } from "./event.ts";
import { serveConnection } from "./serve-connection.ts";
import type { Services } from "./services.ts";

/** A home has fewer rooms. More are hung up on. */
const MAX_PEERS = 32;
/** A peer that was told why it is cut off gets so long to read it. */
const LAST_WORDS_MS = 1_000;

export interface WyomingServer extends AsyncDisposable {
  /** With the port that was given for 0. */
  readonly address: Address;
}

export interface WyomingServerOptions {
  /** "tcp://host:port" */
  readonly address: string;
  readonly services: Services;
  readonly log: (line: string) => void;
  /** Milliseconds for a frame to come whole. Default 10 000. */
  readonly frameMs?: number;
}

/**
 * Offers the shell to Home Assistant and other Wyoming peers. Disposing hangs up on everybody; the services are the caller's to close.
 * @throws ShellError CONFIG_INVALID for an address that is none, BACKEND_FAILED when it is taken
 */
export async function startWyomingServer(options: WyomingServerOptions): Promise<WyomingServer> {
  const { services, log, frameMs } = options;
  const wanted = parseAddress(options.address);
  const sockets = new Set<Socket>();

  const serve = async (socket: Socket): Promise<void> => {
    socket.on("error", () => undefined);
    if (sockets.size >= MAX_PEERS) {
      socket.destroy();
      log(`wyoming: more than ${MAX_PEERS} peers; hung up on ${socket.remoteAddress}`);
      return;
    }
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    const host = socket.remoteAddress ?? "nowhere";
    const peer = formatAddress({ host, port: socket.remotePort ?? 0 });
    const connection = createConnection(socket, {
      peer,
      limits: CALLER_LIMITS,
      ...(frameMs === undefined ? {} : { frameMs }),
    });
    try {
      await serveConnection(connection, services, `wyoming ${host}`);
    } catch (error) {
      log(`wyoming: ${peer}: ${toShellError(error).message}`);
    }
    connection.end();
    // what is still read is thrown away
    socket.resume();
    setTimeout(() => connection[Symbol.dispose](), LAST_WORDS_MS).unref();
  };

  const server = await listen(wanted, (socket) => void serve(socket));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : wanted.port;
  const address = { host: wanted.host, port };
  log(`wyoming: listening on ${formatAddress(address)}`);
  log(`wyoming: ${warning(wanted.host)}`);
  return {
    address,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function warning(host: string): string {
  return isLoopback(host)
    ? "warning: the protocol has no authentication; every program and user of this machine can command this shell"
    : `warning: the protocol has no authentication and ${host} is open to the network; whoever reaches it can command this shell and listen to its answers`;
}

function listen({ host, port }: Address, serve: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    // a peer may end its side and still wait for the answer
    const server = createServer({ allowHalfOpen: true, noDelay: true }, serve);
    server.on("error", (cause) =>
      reject(
        new ShellError("BACKEND_FAILED", `cannot listen on ${formatAddress({ host, port })}: ${cause.message}`, {
          cause,
          remedy: "set voice.wyoming.serve in config.toml to another port",
        }),
      ),
    );
    server.listen(port, host, () => resolve(server));
  });
}
