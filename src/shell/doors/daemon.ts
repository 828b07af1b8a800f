import type { Socket } from "node:net";
import { toShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import type { House } from "../house.ts";
import { keepHouse } from "./housekeeping.ts";
import { ownSocket } from "./own-socket.ts";
import { readRequest, usageError } from "./request.ts";
import { createRinger } from "./ringer.ts";
import { createSessionPool } from "./session-pool.ts";
import { lineSplitter, MAX_LINE_BYTES, type Message, type Request, type Status } from "./wire.ts";

/** A peer that does not read the events it asked for must not fill our memory. */
const MAX_UNREAD_BYTES = 8 * 1024 * 1024;
/** Turns that one connection may have under way or waiting. */
const MAX_TURNS_WAITING = 64;
/** A peer that was told why it is cut off gets so long to read it. */
const LAST_WORDS_MS = 1_000;
const IDLE_LOOK_MS = 5_000;
const DAY_MS = 86_400_000;

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
 * @throws ShellError DAEMON_BUSY when another daemon of this user is alive
 */
export async function startDaemon(house: House, options: DaemonOptions): Promise<Daemon> {
  const { log } = options;
  const started = Date.now();
  const clients = new Set<Socket>();
  const subscribers = new Set<Socket>();
  let turns = 0;
  let lastUse = Date.now();
  let lang: Lang = house.config.lang === "auto" ? "en" : house.config.lang;
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const sessions = createSessionPool((name) => {
    const session = house.session("socket", name);
    session.events.on((event) => {
      if (event.type.startsWith("alert.")) return;
      for (const socket of subscribers) send(socket, { type: "event", session: name, event });
    });
    for (const { id, kind, label } of ringer.ringing())
      session.alerts.ring({ id: String(id), kind, label: label ?? "" });
    return session;
  });

  const answer = async (socket: Socket, own: string, request: Request): Promise<void> => {
    const { id } = request;
    switch (request.type) {
      case "turn": {
        const turn = await sessions.use(request.session ?? own, (session) =>
          session.handle(request.utterance, {
            ...(request.lang ? { lang: request.lang } : {}),
            ...(request.now ? { now: new Date(request.now) } : {}),
            ...(request.dryRun ? { dryRun: true } : {}),
            ...(request.confirm ? { confirm: request.confirm } : {}),
            ...(request.door ? { door: request.door } : {}),
          }),
        );
        turns++;
        lang = turn.lang;
        lastUse = Date.now();
        send(socket, { id, type: "turn", turn });
        return;
      }
      case "understand": {
        const { utterance, lang: named } = request;
        const how = { now: new Date(), timeZone: house.timeZone, ...(named ? { lang: named } : {}) };
        const plan = await (await house.understanding()).understand(utterance, how);
        send(socket, { id, type: "plan", plan });
        return;
      }
      case "cancel":
        sessions.find(request.session ?? own)?.cancel();
        send(socket, { id, type: "ok" });
        return;
      case "status":
        send(socket, { id, type: "status", status: status() });
        return;
      case "subscribe":
        send(socket, { id, type: "ok" });
        if (subscribers.has(socket)) return;
        subscribers.add(socket);
        for (const event of ringer.announced()) send(socket, { type: "event", event });
        return;
      case "stop":
        send(socket, { id, type: "ok" });
        finish();
    }
  };

  const serve = (socket: Socket): void => {
    const own = `connection ${Math.random().toString(36).slice(2)}`;
    let waiting = 0;
    clients.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clients.delete(socket);
      subscribers.delete(socket);
      sessions.close(own);
      lastUse = Date.now();
    });
    const take = async (line: string): Promise<void> => {
      const read = readRequest(line);
      if (!read.ok) return send(socket, read.error);
      const { value } = read;
      if (waiting >= MAX_TURNS_WAITING)
        return send(socket, usageError(`${waiting} requests wait already; read their answers first`, value.id));
      waiting++;
      try {
        await answer(socket, own, value);
      } catch (error) {
        const { code, message, remedy } = toShellError(error);
        log(`${value.type} failed: ${code} ${message}`);
        send(socket, { id: value.id, type: "error", code, message, ...(remedy ? { remedy } : {}) });
      } finally {
        waiting--;
      }
    };
    const tooLong = () => {
      send(socket, usageError(`a request is longer than ${MAX_LINE_BYTES} bytes`));
      socket.end();
      setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
    };
    const split = lineSplitter((line) => {
      lastUse = Date.now();
      void take(line);
    }, tooLong);
    socket.on("data", (chunk) => {
      split(chunk as Buffer);
      // who does not read its answers is not read either
      if (socket.writableNeedDrain) socket.pause();
    });
    socket.on("drain", () => socket.resume());
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

  const socket = await ownSocket(house.paths.runtime, serve);
  // after the socket is ours: a daemon that is refused must not claim an alert that the other would ring
  const ringer = createRinger({
    house,
    sessions: () => sessions,
    lang: () => lang,
    ...(options.silent || house.config.voice.mute_alerts ? { silent: true } : {}),
    onAlert: (event) => {
      log(`alert ${event.how} ${event.alert.kind} ${event.alert.id} due ${event.alert.dueAt}`);
      for (const subscriber of subscribers) send(subscriber, { type: "event", event });
    },
    onError: (error) => log(`alert clock: ${toShellError(error).message}`),
  });
  log(`ready on ${socket.path}`);
  const wyoming = await openOtherDoors();
  // loaded before the first turn asks for it
  house.understanding().catch((error: unknown) => log(`model: ${toShellError(error).message}`));

  // a door that cannot be opened does not keep the others shut
  async function openOtherDoors(): Promise<AsyncDisposable | undefined> {
    if (house.config.voice.wyoming.serve === "") return undefined;
    const onTurn = () => {
      turns++;
      lastUse = Date.now();
    };
    try {
      const { openWyomingDoor } = await import("./wyoming.ts");
      return await openWyomingDoor({ house, sessions, version: options.version, log, onTurn });
    } catch (error) {
      log(`wyoming: ${toShellError(error).message}`);
      return undefined;
    }
  }

  const tidy = () => {
    try {
      const dropped = keepHouse(house);
      if (dropped > 0) log(`${dropped} turns older than ${house.config.memory.keep_days} days dropped`);
    } catch (error) {
      log(`housekeeping: ${toShellError(error).message}`);
    }
  };
  tidy();
  const daily = setInterval(tidy, DAY_MS).unref();
  const idle = setInterval(() => {
    const busy =
      wyoming !== undefined ||
      clients.size > 0 ||
      ringer.ringing().length > 0 ||
      house.memory.alerts.nextDue() !== undefined;
    if (options.idleExitMs !== undefined && !busy && Date.now() - lastUse > options.idleExitMs) finish();
  }, IDLE_LOOK_MS).unref();

  return {
    socket: socket.path,
    ended,
    status,
    async [Symbol.asyncDispose]() {
      clearInterval(daily);
      clearInterval(idle);
      await wyoming?.[Symbol.asyncDispose]();
      ringer[Symbol.dispose]();
      sessions[Symbol.dispose]();
      for (const client of clients) client.end();
      setTimeout(() => {
        for (const client of clients) client.destroy();
      }, LAST_WORDS_MS / 2).unref();
      await socket[Symbol.asyncDispose]();
    },
  };
}

function send(socket: Socket, message: Message): void {
  if (socket.destroyed || socket.writableEnded) return;
  if (socket.writableLength > MAX_UNREAD_BYTES) {
    socket.destroy();
    return;
  }
  socket.write(`${JSON.stringify(message)}\n`);
}
