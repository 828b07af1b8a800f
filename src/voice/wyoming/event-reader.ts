import { badFrame, type FrameLimits, type WyomingEvent } from "./event.ts";

const NEWLINE = 10;
const MAX_TYPE_CHARS = 64;

/** Cuts a stream of bytes into events. */
export interface EventReader {
  /**
   * Hands over every event that is complete with this chunk. Nothing after a malformed frame is read.
   * @throws ShellError PROTOCOL_BROKEN for a frame that is malformed or over a limit, as soon as that is known; from then on always
   */
  push(chunk: Buffer): void;
  /** A frame has begun and is not complete. */
  readonly inFrame: boolean;
}

interface Header {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly dataLength: number;
  readonly payloadLength: number;
}

export function createEventReader(limits: FrameLimits, onEvent: (event: WyomingEvent) => void): EventReader {
  const bytes = createByteQueue();
  let header: Header | undefined;
  let failure: unknown;

  /** @returns whether a whole event was there */
  const takeEvent = (): boolean => {
    header ??= takeHeader();
    if (header === undefined || bytes.length < header.dataLength + header.payloadLength) return false;
    const { type, data, dataLength, payloadLength } = header;
    const extra = dataLength > 0 ? parseObject(bytes.take(dataLength), "data") : {};
    const payload = payloadLength > 0 ? bytes.take(payloadLength) : undefined;
    header = undefined;
    onEvent({ type, data: { ...data, ...extra }, ...(payload ? { payload } : {}) });
    return true;
  };

  const takeHeader = (): Header | undefined => {
    const at = bytes.indexOfNewline();
    if (at > limits.headerBytes || (at < 0 && bytes.length > limits.headerBytes))
      throw badFrame(`a header of more than ${limits.headerBytes} bytes`);
    return at < 0 ? undefined : readHeader(bytes.take(at + 1), limits);
  };

  return {
    push(chunk) {
      if (failure !== undefined) throw failure;
      try {
        bytes.push(chunk);
        while (takeEvent()) {}
      } catch (error) {
        failure = error;
        bytes.clear();
        throw error;
      }
    },
    get inFrame() {
      return header !== undefined || bytes.length > 0;
    },
  };
}

function readHeader(line: Buffer, limits: FrameLimits): Header {
  const { type, data, data_length, payload_length } = parseObject(line, "header");
  if (typeof type !== "string" || type === "" || type.length > MAX_TYPE_CHARS)
    throw badFrame(`a header whose type is ${clip(JSON.stringify(type))}`);
  if (data !== undefined && data !== null && !isObject(data)) throw badFrame(`${clip(type)}: data that is no object`);
  return {
    type,
    data: data ?? {},
    dataLength: readLength(type, "data_length", data_length, limits.dataBytes),
    payloadLength: readLength(type, "payload_length", payload_length, limits.payloadBytes),
  };
}

function readLength(type: string, name: string, value: unknown, max: number): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw badFrame(`${clip(type)}: ${name} is ${clip(JSON.stringify(value))}`);
  if (value > max) throw badFrame(`${clip(type)}: ${name} is ${value}, more than ${max}`);
  return value;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parseObject(bytes: Buffer, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw badFrame(`a ${what} that is not JSON: ${clip(bytes.toString("latin1", 0, 80))}`, cause);
  }
  if (!isObject(value)) throw badFrame(`a ${what} that is no JSON object: ${clip(JSON.stringify(value))}`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What came from outside, short and on one line, fit for a message and a log. */
function clip(text: string | undefined): string {
  const plain = (text ?? "absent").replace(/[^\x20-\x7e]+/g, " ").trim();
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

/** Bytes in the chunks in which they came: joined once when taken, so that a peer that sends single bytes costs no more than one that does not. */
function createByteQueue() {
  let chunks: Buffer[] = [];
  let length = 0;
  /** No newline before this one of the chunks, and so many bytes lie before it. */
  let searched = 0;
  let searchedBytes = 0;
  return {
    get length() {
      return length;
    },
    push(chunk: Buffer) {
      if (chunk.length === 0) return;
      chunks.push(chunk);
      length += chunk.length;
    },
    /** -1: none */
    indexOfNewline(): number {
      for (; searched < chunks.length; searched++) {
        const at = chunks[searched]!.indexOf(NEWLINE);
        if (at >= 0) return searchedBytes + at;
        searchedBytes += chunks[searched]!.length;
      }
      return -1;
    },
    /** The first so many, which are there. */
    take(count: number): Buffer {
      let last = 0;
      let before = 0;
      while (before + chunks[last]!.length < count) before += chunks[last++]!.length;
      const taken = Buffer.concat([...chunks.slice(0, last), chunks[last]!.subarray(0, count - before)]);
      const rest = chunks[last]!.subarray(count - before);
      chunks = rest.length === 0 ? chunks.slice(last + 1) : [rest, ...chunks.slice(last + 1)];
      length -= count;
      searched = 0;
      searchedBytes = 0;
      return taken;
    },
    clear() {
      chunks = [];
      length = 0;
    },
  };
}
