import { ShellError } from "../../errors.ts";

/**
 * One message of the Wyoming protocol, as its README (github.com/rhasspy/wyoming) defines it: a line of JSON, then `data_length` bytes
 * of more JSON, then `payload_length` bytes of anything, mostly PCM.
 */
export interface WyomingEvent {
  readonly type: string;
  /** The header's data with the additional data laid over it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly payload?: Buffer;
}

/** What one frame may hold, in bytes. */
export interface FrameLimits {
  readonly headerBytes: number;
  readonly dataBytes: number;
  readonly payloadBytes: number;
}

/** For peers that come to us: what they have to say is short; a payload of 1 MiB is half a minute of sound. */
export const CALLER_LIMITS: FrameLimits = {
  headerBytes: 64 * 1024,
  dataBytes: 64 * 1024,
  payloadBytes: 1024 * 1024,
};

/** For servers that the person has named: Piper's list of voices alone has hundreds of kilobytes, in old versions within the header. */
export const SERVER_LIMITS: FrameLimits = {
  headerBytes: 4 * 1024 * 1024,
  dataBytes: 4 * 1024 * 1024,
  payloadBytes: 8 * 1024 * 1024,
};

/** As the reference writes it: data apart from the header, so that its length is known before it is parsed. */
export function encodeEvent({ type, data, payload }: WyomingEvent): Buffer {
  const extra = Object.keys(data).length === 0 ? undefined : Buffer.from(JSON.stringify(data));
  const header = {
    type,
    ...(extra ? { data_length: extra.length } : {}),
    ...(payload?.length ? { payload_length: payload.length } : {}),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), extra ?? EMPTY, payload ?? EMPTY]);
}

const EMPTY = Buffer.alloc(0);

/** The one error for everything that a peer says against the protocol. */
export function badFrame(problem: string, cause?: unknown): ShellError {
  return new ShellError("PROTOCOL_BROKEN", `not the Wyoming protocol: ${problem}`, {
    cause,
    remedy: "check that the address and port are those of a Wyoming server or client",
  });
}
