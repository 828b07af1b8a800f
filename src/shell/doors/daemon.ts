import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { z } from "zod";
import { ShellError, toShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import type { House } from "../house.ts";
import type { Session } from "../session.ts";
import { connectDaemon } from "./client.ts";
import { createRinger } from "./ringer.ts";
import { lineSplitter, MAX_LINE_BYTES, type Message, type Request, type Status, socketPath } from "./wire.ts";

const REQUEST: z.ZodType<Request> = z.discriminatedUnion("type", [
  z.object({
    id: z.number(),
    type: z.literal("turn"),
    utterance: z.string().max(4000),
    session: z.string().max(100).optional(),
    door: z.string().max(40).optional(),
    lang: z.enum(["en", "fr", "zh"]).optional(),
    now: z.iso.datetime({ local: true, offset: true }).optional(),
    dryRun: z.boolean().optional(),
    confirm: z.object({ token: z.string(), yes: z.boolean() }).optional(),
  }),
  z.object({ id: z.number(), type: z.literal("cancel"), session: z.string().max(100).optional() }),
  z.object({ id: z.number(), type: z.literal("status") }),
  z.object({ id: z.number(), type: z.literal("subscribe") }),
  z.object({ id: z.number(), type: z.literal("stop") }),
]) as unknown as z.ZodType<Request>;

/** Conversations of terminals that went away; the least recently used is closed beyond this. */
const MAX_SESSIONS = 32;
/** A peer that does not read what it asked for must not fill our memory. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024;

export interface Daemon extends AsyncDisposable {
  readonly socket: string;
  /** Settles when it has been told to stop. */
  readonly ended: Promise<void>;
  status(): Status;
}

export interface DaemonOptions {
  readonly version: string;
  readonly log: (line: string) => void;
  /** Ends by itself after so long without clients, turns and alerts to come; undefined: never. */
  readonly idleExitMs?: number;
  readonly silent?: boolean;
}

/**
 * Serves the house on a Unix socket of mode 0600.
 * @throws ShellError DAEMON_BUSY when another daemon of this user answers there
 */
export async function startDaemon(house: House, options: DaemonOptions): Promise<Daemon> {
  const path = socketPath(house.paths.runtime);
  mkdirSync(house.paths.runtime, { recursive: true, mode: 0o700 });
  const other = await connectDaemon(house.paths.runtime);
  if (other) {
    other[Symbol.dispose]();
    throw new ShellError("DAEMON_BUSY", `a daemon already answers at ${path}`, { remedy: "saysh daemon --stop" });
  }
  rmSync(path, { force: true });

  const started = Date.now();
  const sessions = new Map<string, Session>();
  const clients = new Set<Socket>();
  const subscribers = new Set<Socket>();
  let turns = 0;
  let lastUse = Date.now();
  let lang: Lang = house.config.lang === "auto" ? "en" : house.config.lang;
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const ringer = createRinger({
    house,
    sessions: () => sessions.values(),
    lang: () => lang,
    ...(options.silent || house.config.voice.mute_alerts ? { silent: true } : {}),
    onAlert: (event) => {
      options.log(`alert ${event.how} ${event.alert.kind} ${event.alert.id} due ${event.alert.dueAt}`);
      for (const socket of subscribers) send(socket, { type: "event", event });
    },
    onError: (error) => options.log(`alert clock: ${toShellError(error).message}`),
  });

  const sessionOf = (name: string): Session => {
    const known = sessions.get(name);
    const session = known ?? house.session("socket");
    if (!known)
      session.events.on((event) => {
        if (event.type.startsWith("alert.")) return;
        for (const socket of subscribers) send(socket, { type: "event", event });
      });
    sessions.delete(name);
    sessions.set(name, session);
    if (sessions.size > MAX_SESSIONS) {
      const [oldest, old] = sessions.entries().next().value!;
      sessions.delete(oldest);
      old.close();
    }
    return session;
  };

  const answer = async (socket: Socket, own: string, request: Request): Promise<void> => {
    lastUse = Date.now();
    const { id } = request;
    switch (request.type) {
      case "turn": {
        const turn = await sessionOf(request.session ?? own).handle(request.utterance, {
          ...(request.lang ? { lang: request.lang } : {}),
          ...(request.now ? { now: new Date(request.now) } : {}),
          ...(request.dryRun ? { dryRun: true } : {}),
          ...(request.confirm ? { confirm: request.confirm } : {}),
          ...(request.door ? { door: request.door } : {}),
        });
        turns++;
        lang = turn.lang;
        lastUse = Date.now();
        send(socket, { id, type: "turn", turn });
        return;
      }
      case "cancel":
        sessions.get(request.session ?? own)?.cancel();
        send(socket, { id, type: "ok" });
        return;
      case "status":
        send(socket, { id, type: "status", status: status() });
        return;
      case "subscribe":
        subscribers.add(socket);
        send(socket, { id, type: "ok" });
        return;
      case "stop":
        send(socket, { id, type: "ok" });
        finish();
    }
  };

  const serve = (socket: Socket): void => {
    const own = `connection ${Math.random().toString(36).slice(2)}`;
    clients.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clients.delete(socket);
      subscribers.delete(socket);
      const session = sessions.get(own);
      sessions.delete(own);
      session?.close();
      lastUse = Date.now();
    });
    socket.on(
      "data",
      lineSplitter(
        (line) => {
          const request = readRequest(line);
          if (!request.ok) {
            send(socket, request.error);
            return;
          }
          answer(socket, own, request.value).catch((error: unknown) => {
            const { code, message, remedy } = toShellError(error);
            options.log(`turn failed: ${code} ${message}`);
            send(socket, { id: request.value.id, type: "error", code, message, ...(remedy ? { remedy } : {}) });
          });
        },
        () => {
          send(socket, {
            type: "error",
            code: "USAGE",
            message: `a request is longer than ${MAX_LINE_BYTES} bytes`,
            remedy: "send one JSON object per line",
          });
          socket.end();
        },
      ),
    );
  };

  const status = (): Status => {
    const next = house.memory.alerts.nextDue();
    return {
      pid: process.pid,
      version: options.version,
      uptimeS: Math.round((Date.now() - started) / 1000),
      residentBytes: process.memoryUsage.rss(),
      sessions: sessions.size,
      clients: clients.size,
      turns,
      ringing: ringer.ringing().length,
      ...(next ? { nextAlert: next.toISOString() } : {}),
    };
  };

  const server = await listen(path, serve);
  options.log(`ready on ${path}`);
  // loaded before the first turn asks for it
  house.understanding().catch((error: unknown) => options.log(`model: ${toShellError(error).message}`));

  const idle = setInterval(() => {
    const busy = clients.size > 0 || ringer.ringing().length > 0 || house.memory.alerts.nextDue() !== undefined;
    if (options.idleExitMs !== undefined && !busy && Date.now() - lastUse > options.idleExitMs) finish();
  }, 5_000);
  idle.unref();

  return {
    socket: path,
    ended,
    status,
    async [Symbol.asyncDispose]() {
      clearInterval(idle);
      ringer[Symbol.dispose]();
      for (const session of sessions.values()) session.close();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of clients) socket.end();
      setTimeout(() => {
        for (const socket of clients) socket.destroy();
      }, 500).unref();
      await closed;
      rmSync(path, { force: true });
    },
  };
}

function listen(path: string, serve: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(serve);
    server.once("error", (cause) =>
      reject(
        new ShellError("BACKEND_FAILED", `cannot listen on ${path}: ${cause.message}`, {
          cause,
          remedy: "check XDG_RUNTIME_DIR and its permissions",
        }),
      ),
    );
    // the socket must never be open to others, not even between listen and chmod
    const mask = process.umask(0o177);
    server.listen(path, () => {
      process.umask(mask);
      chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

type Read = { ok: true; value: Request } | { ok: false; error: Message };

function readRequest(line: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, error: usage("that line is no JSON") };
  }
  const parsed = REQUEST.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0]!;
  const id = (json as { id?: unknown } | null)?.id;
  return {
    ok: false,
    error: usage(`${issue.path.join(".") || "request"}: ${issue.message}`, typeof id === "number" ? id : undefined),
  };
}

function usage(message: string, id?: number): Message {
  return {
    ...(id === undefined ? {} : { id }),
    type: "error",
    code: "USAGE",
    message,
    remedy: 'send {"id":1,"type":"turn","utterance":"…"} on one line',
  };
}

function send(socket: Socket, message: Message): void {
  if (socket.destroyed) return;
  if (socket.writableLength > MAX_UNREAD_BYTES) {
    socket.destroy();
    return;
  }
  socket.write(`${JSON.stringify(message)}\n`);
}
