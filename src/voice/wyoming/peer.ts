import { ShellError, toShellError } from "../../errors.ts";
import type { Availability } from "../contracts.ts";
import { type Address, parseAddress } from "./address.ts";
import { type Connection, dial } from "./connection.ts";
import type { WyomingEvent } from "./event.ts";
import { type Model, readInfo, SERVICES, type Service } from "./info.ts";

/** A server answers "describe" at once; one that is loading a model may not. */
const DESCRIBE_MS = 5_000;

/** A server that the person has named in the configuration. */
export interface Peer {
  readonly address: Address;
  readonly models: readonly Model[];
}

/**
 * Asks the server what it is.
 * @param text "tcp://host:port"
 * @throws ShellError CONFIG_INVALID, BACKEND_MISSING when nobody answers or it has no such service, PROTOCOL_BROKEN, TIMEOUT
 */
export async function openPeer(text: string, service: Service): Promise<Peer> {
  const { address, programs, models } = await describe(text, service);
  if (programs.length === 0)
    throw new ShellError("BACKEND_MISSING", `the Wyoming server at ${text} has no service ${service}`, {
      remedy: "correct its address in the voice.wyoming section of config.toml",
    });
  return { address, models };
}

/** For `available()` of an engine: as {@link openPeer}, told instead of thrown. */
export async function availability(text: string, service: Service, key: string): Promise<Availability> {
  const remedy = `set voice.wyoming.${key} in config.toml to the address of a Wyoming server, such as tcp://127.0.0.1:10300`;
  if (text === "") return { ok: false, reason: "no Wyoming server is configured", remedy };
  try {
    const { programs, models } = await describe(text, service);
    if (programs.length === 0) return { ok: false, reason: `${text} has no service ${service}`, remedy };
    const names = models.map((it) => it.phrase ?? it.name);
    const more = names.length > 8 ? `, ${names.length - 8} more` : "";
    return {
      ok: true,
      detail: `${programs.join(", ")} at ${text}${names.length > 0 ? `: ${names.slice(0, 8).join(", ")}${more}` : ""}`,
    };
  } catch (error) {
    const { message, remedy: own } = toShellError(error);
    return { ok: false, reason: message, remedy: own ?? remedy };
  }
}

/** Which services a server offers. @throws ShellError as {@link openPeer} does */
export async function serverAt(text: string): Promise<readonly Service[]> {
  const info = await infoOf(parseAddress(text));
  return SERVICES.filter((service) => readInfo(info, service).programs.length > 0);
}

async function describe(text: string, service: Service) {
  const address = parseAddress(text);
  return { address, ...readInfo(await infoOf(address), service) };
}

async function infoOf(address: Address): Promise<WyomingEvent> {
  using connection = await dial(address);
  await connection.send({ type: "describe", data: {} });
  return await answerOf(connection, ["info"], DESCRIBE_MS);
}

/**
 * The next event of one of these types; others are passed over, as the protocol asks.
 * @throws ShellError BACKEND_FAILED for an "error" event and when the server hangs up; as `next` of the connection
 */
export async function answerOf(
  connection: Connection,
  types: readonly string[],
  withinMs: number,
): Promise<WyomingEvent> {
  for (const deadline = performance.now() + withinMs; ; ) {
    const event = await connection.next(Math.max(1, deadline - performance.now()));
    if (event === undefined)
      throw new ShellError("BACKEND_FAILED", `${connection.peer} hung up without its ${types.join(" or ")}`);
    if (event.type === "error") throw refusal(connection, event);
    if (types.includes(event.type)) return event;
  }
}

function refusal({ peer }: Connection, { data }: WyomingEvent): ShellError {
  const said = typeof data.text === "string" ? data.text.split("\n", 1)[0]!.slice(0, 200) : "an error without words";
  return new ShellError("BACKEND_FAILED", `${peer}: ${said}`, { details: { code: data.code } });
}
