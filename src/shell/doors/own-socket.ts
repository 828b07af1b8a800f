import { mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { ShellError } from "../../errors.ts";
import { connectDaemon } from "./client.ts";
import { isTrusted } from "./trusted-folder.ts";
import { socketPath } from "./wire.ts";

/** How long a daemon that is just starting or ending is waited for. */
const LOCK_WAIT_MS = 5_000;
const LOCK_LOOK_MS = 50;

export interface OwnSocket extends AsyncDisposable {
  readonly path: string;
}

/**
 * Listens as the one daemon of this user, on a Unix socket of mode 0600 in a folder of mode 0700. What a killed daemon left there is
 * taken over. Disposing stops listening; the open connections are the caller's to end, before.
 * @throws ShellError DAEMON_BUSY when another daemon is alive, PERMISSION_DENIED when the folder belongs to somebody else
 */
export async function ownSocket(folder: string, serve: (socket: Socket) => void): Promise<OwnSocket> {
  const path = socketPath(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isTrusted(folder))
    throw new ShellError("PERMISSION_DENIED", `${folder} belongs to another user`, {
      remedy: "set XDG_RUNTIME_DIR to a folder of your own",
    });
  const lock = await onlyOne(folder);
  try {
    rmSync(path, { force: true });
    const server = await listen(path, serve);
    return {
      path,
      async [Symbol.asyncDispose]() {
        await new Promise((resolve) => server.close(resolve));
        rmSync(path, { force: true });
        lock[Symbol.dispose]();
      },
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/**
 * Between "nobody answers" and "listening" another daemon could come. SQLite's exclusive lock, which the kernel drops with the process
 * however it ends, lets one through.
 */
async function onlyOne(folder: string): Promise<Disposable> {
  const file = join(folder, "saysh.lock");
  for (const deadline = Date.now() + LOCK_WAIT_MS; ; await delay(LOCK_LOOK_MS)) {
    const other = await connectDaemon(folder);
    if (other) {
      other[Symbol.dispose]();
      throw busy(`a daemon already answers at ${socketPath(folder)}`);
    }
    const lock = new DatabaseSync(file);
    try {
      lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
      return { [Symbol.dispose]: () => lock.close() };
    } catch (cause) {
      lock.close();
      if (Date.now() > deadline) throw busy(`another daemon holds ${file} and does not answer`, cause);
    }
  }
}

function busy(message: string, cause?: unknown): ShellError {
  return new ShellError("DAEMON_BUSY", message, { cause, remedy: "saysh daemon --stop" });
}

function listen(path: string, serve: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(serve);
    server.on("error", (cause) =>
      reject(
        new ShellError("BACKEND_FAILED", `cannot listen on ${path}: ${cause.message}`, {
          cause,
          remedy: "set XDG_RUNTIME_DIR to a folder of your own with a short path",
        }),
      ),
    );
    // the socket is made within the call and must not be open to others for a moment
    const mask = process.umask(0o177);
    try {
      server.listen(path, () => resolve(server));
    } finally {
      process.umask(mask);
    }
  });
}
