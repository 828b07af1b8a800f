import type { MessageBus } from "@jellybrick/dbus-next";
import { ShellError } from "../../src/errors.ts";
import { because } from "../../src/reasons/reason.ts";
import { deferred } from "./deferred.ts";

/**
 * The two D-Bus buses, each connected on first use and reconnected after it went away. Values come back plain: variants
 * unwrapped, 64-bit integers as numbers where they are exact, byte arrays as Buffer.
 */
export interface Buses {
  system(): Promise<Bus>;
  session(): Promise<Bus>;
  close(): void;
}

/** A method or property of a service: bus name, object path, interface. */
export interface Target {
  readonly service: string;
  readonly path: string;
  readonly iface: string;
}

export interface Bus {
  /**
   * Calls a method; `signature` describes `args` ("ss", "bu" …; an argument of type v is a {@link typed} value).
   * @throws ShellError TIMEOUT after `timeoutMs` (default 5,000), BACKEND_FAILED with `details.dbus` the D-Bus error name.
   */
  call(
    target: Target,
    member: string,
    signature?: string,
    args?: readonly unknown[],
    timeoutMs?: number,
  ): Promise<readonly unknown[]>;
  get(target: Target, property: string): Promise<unknown>;
  getAll(target: Target): Promise<Readonly<Record<string, unknown>>>;
  set(target: Target, property: string, value: Typed): Promise<void>;
  /** True when the service runs, or when the bus can start it on demand. */
  has(service: string): Promise<boolean>;
  /** Names on the bus that begin with `prefix`. */
  names(prefix: string): Promise<readonly string[]>;
}

/** A value with its D-Bus signature, for properties and variants. */
export interface Typed {
  readonly signature: string;
  readonly value: unknown;
}

export function typed(signature: string, value: unknown): Typed {
  return { signature, value };
}

/** @param env DBUS_SYSTEM_BUS_ADDRESS and DBUS_SESSION_BUS_ADDRESS are honoured, then the usual sockets. */
export function createBuses(env: Readonly<Record<string, string | undefined>>): Buses {
  const open = new Map<Kind, Promise<Connection>>();
  const connected = async (kind: Kind): Promise<Bus> => {
    const known = await open.get(kind)?.catch(() => undefined);
    if (known && !known.ended()) return known.bus;
    const opening = connect(kind, addressOf(kind, env));
    open.set(kind, opening);
    return (await opening).bus;
  };
  // What a driver keeps is this: each call goes to the connection of the moment, so that a bus may come back.
  const steady = async (kind: Kind): Promise<Bus> => {
    await connected(kind);
    return {
      call: async (...args) => (await connected(kind)).call(...args),
      get: async (...args) => (await connected(kind)).get(...args),
      getAll: async (...args) => (await connected(kind)).getAll(...args),
      set: async (...args) => (await connected(kind)).set(...args),
      has: async (...args) => (await connected(kind)).has(...args),
      names: async (...args) => (await connected(kind)).names(...args),
    };
  };
  return {
    system: () => steady("system"),
    session: () => steady("session"),
    close: () => {
      for (const connection of open.values())
        connection.then(
          (c) => c.end(),
          () => undefined,
        );
      open.clear();
    },
  };
}

type Kind = "system" | "session";

interface Connection {
  readonly bus: Bus;
  ended(): boolean;
  end(): void;
}

const CONNECT_TIMEOUT_MS = 3_000;
const CALL_TIMEOUT_MS = 5_000;
const DAEMON: Target = {
  service: "org.freedesktop.DBus",
  path: "/org/freedesktop/DBus",
  iface: "org.freedesktop.DBus",
};

function addressOf(kind: Kind, env: Readonly<Record<string, string | undefined>>): string {
  if (kind === "system") return env.DBUS_SYSTEM_BUS_ADDRESS || "unix:path=/run/dbus/system_bus_socket";
  if (env.DBUS_SESSION_BUS_ADDRESS) return env.DBUS_SESSION_BUS_ADDRESS;
  if (env.XDG_RUNTIME_DIR) return `unix:path=${env.XDG_RUNTIME_DIR}/bus`;
  throw noBus(kind, undefined);
}

async function connect(kind: Kind, busAddress: string): Promise<Connection> {
  const library = await import("@jellybrick/dbus-next");
  const { promise, resolve, reject } = deferred<void>();
  const pending = new Set<(error: Error) => void>();
  let ended = false;
  let connection: MessageBus;
  try {
    connection = library.sessionBus({ busAddress });
  } catch (cause) {
    throw noBus(kind, cause);
  }
  const end = (error?: Error) => {
    ended = true;
    for (const fail of pending) fail(error ?? new Error("the bus closed the connection"));
    pending.clear();
  };
  connection.on("connect", () => resolve());
  const broken = (error: Error) => {
    end(error);
    reject(error);
  };
  (connection as unknown as NodeJS.EventEmitter).on("error", broken);
  // The library tells nobody that the far side hung up; its connection object does.
  (connection as unknown as { _connection: NodeJS.EventEmitter })._connection.on("end", () =>
    broken(new Error("the bus closed the connection")),
  );
  const timer = setTimeout(() => reject(new Error("no answer")), CONNECT_TIMEOUT_MS);
  try {
    await promise;
  } catch (cause) {
    connection.disconnect();
    throw noBus(kind, cause);
  } finally {
    clearTimeout(timer);
  }

  const call: Bus["call"] = async (target, member, signature = "", args = [], timeoutMs = CALL_TIMEOUT_MS) => {
    const message = new library.Message({
      destination: target.service,
      path: target.path,
      interface: target.iface,
      member,
      signature,
      body: args.map((a) => wrap(a, library.Variant)),
    });
    const { promise: failed, reject: breakIt } = deferred<never>();
    failed.catch(() => undefined);
    pending.add(breakIt);
    const limit = setTimeout(() => breakIt(because("bus.slow", { service: target.service, member })), timeoutMs);
    try {
      const reply = await Promise.race([connection.call(message), failed]);
      return (reply?.body ?? []).map(unwrap);
    } catch (error) {
      throw dbusError(error, target, member);
    } finally {
      clearTimeout(limit);
      pending.delete(breakIt);
    }
  };
  const properties = (target: Target): Target => ({ ...target, iface: "org.freedesktop.DBus.Properties" });
  const bus: Bus = {
    call,
    get: async (target, property) => (await call(properties(target), "Get", "ss", [target.iface, property]))[0],
    getAll: async (target) =>
      (await call(properties(target), "GetAll", "s", [target.iface]))[0] as Record<string, unknown>,
    set: async (target, property, value) => {
      await call(properties(target), "Set", "ssv", [target.iface, property, value]);
    },
    has: async (service) => {
      if ((await call(DAEMON, "NameHasOwner", "s", [service]))[0] === true) return true;
      return ((await call(DAEMON, "ListActivatableNames"))[0] as string[]).includes(service);
    },
    names: async (prefix) =>
      ((await call(DAEMON, "ListNames"))[0] as string[]).filter((name) => name.startsWith(prefix)),
  };
  return {
    bus,
    ended: () => ended,
    end: () => {
      end();
      connection.disconnect();
    },
  };
}

function noBus(kind: "system" | "session", cause: unknown): ShellError {
  return because(`bus.no-${kind}`, {}, { cause });
}

function dbusError(error: unknown, target: Target, member: string): ShellError {
  if (error instanceof ShellError) return error;
  const name = (error as { type?: string }).type ?? "";
  const text = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
  const values = { service: target.service, member, line: text };
  return because(reasonOf(name), values, { cause: error, details: { dbus: name, text } });
}

function reasonOf(errorName: string) {
  if (/\.(ServiceUnknown|NameHasNoOwner)$/.test(errorName)) return "bus.no-service";
  if (/AccessDenied|NotAuthorized|AuthFailed|InteractiveAuthorizationRequired|PermissionDenied/.test(errorName))
    return "bus.denied";
  return /\.(NoReply|Timeout|TimedOut)$/.test(errorName) ? "bus.slow" : "bus.failed";
}

type VariantClass = new (signature: string, value: unknown) => { signature: string; value: unknown };

function isTyped(value: unknown): value is Typed {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !Buffer.isBuffer(value) &&
    typeof (value as Typed).signature === "string" &&
    "value" in value
  );
}

/** Typed values, at any depth, as the library's variants. */
function wrap(value: unknown, Variant: VariantClass): unknown {
  if (isTyped(value)) return new Variant(value.signature, wrap(value.value, Variant));
  if (Array.isArray(value)) return value.map((v) => wrap(v, Variant));
  if (typeof value === "object" && value !== null && !Buffer.isBuffer(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wrap(v, Variant)]));
  return value;
}

function unwrap(value: unknown): unknown {
  if (isTyped(value)) return unwrap(value.value);
  if (typeof value === "bigint") {
    const exact = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
    return exact ? Number(value) : value;
  }
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value === "object" && value !== null && !Buffer.isBuffer(value))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unwrap(v)]));
  return value;
}
