import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { ShellError } from "../errors.ts";

export type GgufValue = number | bigint | boolean | string | readonly GgufValue[];

export interface GgufTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** ggml's number of the kind of numbers it holds: 0 f32, 1 f16, 8 q8_0 … */
  readonly type: number;
  /** Where it starts in the file, in bytes. */
  readonly offset: number;
}

export interface GgufHead {
  readonly metadata: Readonly<Record<string, GgufValue>>;
  readonly tensors: readonly GgufTensor[];
  readonly fileBytes: number;
}

const CHUNK = 1 << 20;
const MOST_ITEMS = 4_000_000;
const ARRAY = 9;
const STRING = 8;

/** ggml's kinds of numbers: how many stand in a block, and the bytes of a block. Kinds that are not here are not measured. */
const BLOCKS: Readonly<Record<number, readonly [numbers: number, bytes: number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  20: [32, 18],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  30: [1, 2],
  39: [32, 17],
};

/**
 * The head of a GGUF file (versions 2 and 3): what it says of itself and where its tensors lie. Every length is held against the size of the file, so
 * that a cut or damaged file is refused here, in words, and never reaches native code.
 * Source of the format: ggml's docs/gguf.md.
 * @throws ShellError MODEL_DAMAGED
 */
export function readGguf(path: string): GgufHead {
  const file = openSync(path, "r");
  try {
    const fileBytes = fstatSync(file).size;
    const read = new Cursor(file, fileBytes);
    if (read.u32() !== 0x46554747) throw new Damage("it does not begin as a GGUF file does");
    const version = read.u32();
    if (version !== 2 && version !== 3) throw new Damage(`it is of GGUF version ${version}, which is not known here`);
    const tensorCount = read.count("tensors");
    const metadata = readMetadata(read, read.count("metadata"));
    const tensors = Array.from({ length: tensorCount }, () => readTensor(read));
    const alignment = metadata["general.alignment"] ?? 32;
    if (typeof alignment !== "number" || alignment < 1 || alignment > 1 << 20) throw new Damage("its alignment makes no sense");
    const start = Math.ceil(read.at / alignment) * alignment;
    return { metadata, fileBytes, tensors: tensors.map((t) => placed(t, start, fileBytes)) };
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    throw new ShellError("MODEL_DAMAGED", `the model file ${path} is damaged: ${error.message}`, {
      remedy: "reinstall saysh, or pull the model again",
    });
  } finally {
    closeSync(file);
  }
}

/** How many numbers all tensors hold together. */
export function parameterCount(head: GgufHead): number {
  return head.tensors.reduce((sum, { shape }) => sum + shape.reduce((n, d) => n * d, 1), 0);
}

function readMetadata(read: Cursor, count: number): Record<string, GgufValue> {
  const metadata: Record<string, GgufValue> = Object.create(null);
  for (let i = 0; i < count; i++) metadata[read.string()] = readValue(read, read.u32());
  return metadata;
}

function readValue(read: Cursor, type: number): GgufValue {
  if (type === STRING) return read.string();
  if (type !== ARRAY) return read.scalar(type);
  const of = read.u32();
  if (of === ARRAY) throw new Damage("it holds lists of lists");
  return Array.from({ length: read.count("list") }, () => readValue(read, of));
}

function readTensor(read: Cursor): GgufTensor {
  const name = read.string();
  const dimensions = read.u32();
  if (dimensions < 1 || dimensions > 4) throw new Damage(`its tensor ${name} has ${dimensions} dimensions`);
  const shape = Array.from({ length: dimensions }, () => read.size("dimension"));
  return { name, shape, type: read.u32(), offset: read.size("offset") };
}

function placed(tensor: GgufTensor, start: number, fileBytes: number): GgufTensor {
  const offset = start + tensor.offset;
  const [numbers, bytes] = BLOCKS[tensor.type] ?? [1, 0];
  const count = tensor.shape.reduce((n, d) => n * d, 1);
  if (tensor.shape[0]! % numbers !== 0) throw new Damage(`its tensor ${tensor.name} is of no size that its kind can have`);
  if (offset + (count / numbers) * bytes > fileBytes) throw new Damage("it ends too early");
  return { ...tensor, offset };
}

/** Why a file is no good; becomes a ShellError that names the file. */
class Damage extends Error {}

/** Reads little-endian values off a file, a chunk at a time. */
class Cursor {
  at = 0;
  readonly #file: number;
  readonly #size: number;
  #buffer = Buffer.alloc(0);
  #from = 0;

  constructor(file: number, size: number) {
    this.#file = file;
    this.#size = size;
  }

  u32(): number {
    return this.#take(4).readUInt32LE();
  }

  /** A 64-bit size that must lie within what a file or memory can hold. */
  size(what: string): number {
    const n = this.#take(8).readBigUInt64LE();
    if (n > BigInt(Number.MAX_SAFE_INTEGER)) throw new Damage(`it has a ${what} beyond reason`);
    return Number(n);
  }

  count(what: string): number {
    const n = this.size(what);
    if (n > MOST_ITEMS || n > this.#size) throw new Damage(`its number of ${what} is beyond reason`);
    return n;
  }

  string(): string {
    return this.#take(this.size("text")).toString("utf8");
  }

  scalar(type: number): number | bigint | boolean {
    switch (type) {
      case 0:
        return this.#take(1).readUInt8();
      case 1:
        return this.#take(1).readInt8();
      case 2:
        return this.#take(2).readUInt16LE();
      case 3:
        return this.#take(2).readInt16LE();
      case 4:
        return this.u32();
      case 5:
        return this.#take(4).readInt32LE();
      case 6:
        return this.#take(4).readFloatLE();
      case 7:
        return this.#take(1).readUInt8() !== 0;
      case 10:
        return this.#take(8).readBigUInt64LE();
      case 11:
        return this.#take(8).readBigInt64LE();
      case 12:
        return this.#take(8).readDoubleLE();
      default:
        throw new Damage(`it holds a value of kind ${type}, which is not known`);
    }
  }

  #take(length: number): Buffer {
    if (this.at + length > this.#size) throw new Damage("it ends too early");
    const inside = this.at - this.#from;
    if (inside + length > this.#buffer.length) this.#fill(length);
    const start = this.at - this.#from;
    this.at += length;
    return this.#buffer.subarray(start, start + length);
  }

  #fill(length: number): void {
    this.#buffer = Buffer.alloc(Math.min(Math.max(length, CHUNK), this.#size - this.at));
    this.#from = this.at;
    for (let got = 0; got < this.#buffer.length; ) {
      const n = readSync(this.#file, this.#buffer, got, this.#buffer.length - got, this.at + got);
      if (n === 0) throw new Damage("it ends too early");
      got += n;
    }
  }
}
