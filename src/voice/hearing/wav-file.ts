import { type FileHandle, open } from "node:fs/promises";
import { ShellError } from "../../errors.ts";

/** What a WAV file says of its samples. */
export interface WavFormat {
  readonly rate: number;
  readonly channels: number;
  readonly bits: 8 | 16 | 24 | 32;
  readonly isFloat: boolean;
  /** Where the samples begin, and how many bytes of them there are. */
  readonly from: number;
  readonly bytes: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** @throws ShellError FILE_NOT_FOUND, BACKEND_FAILED for what is no WAV file of plain samples */
export async function openWav(path: string): Promise<{ readonly file: FileHandle; readonly format: WavFormat }> {
  const file = await open(path).catch((cause: unknown) => {
    throw new ShellError("FILE_NOT_FOUND", `${path} cannot be opened`, { cause });
  });
  try {
    return { file, format: await readFormat(file, path) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readFormat(file: FileHandle, path: string): Promise<WavFormat> {
  const { size } = await file.stat();
  const head = await bytesAt(file, 0, 12);
  if (head.toString("latin1", 0, 4) !== "RIFF" || head.toString("latin1", 8, 12) !== "WAVE") throw unfit(path);
  let kind: Omit<WavFormat, "from" | "bytes"> | undefined;
  for (let at = 12; at + 8 <= size; ) {
    const chunk = await bytesAt(file, at, 8);
    const id = chunk.toString("latin1", 0, 4);
    const length = chunk.readUInt32LE(4);
    if (id === "fmt ") kind = kindOf(await bytesAt(file, at + 8, Math.min(length, 40)), path);
    if (id === "data") {
      if (kind === undefined) throw unfit(path);
      // a stream that was cut off says 0 or the greatest length there is
      const rest = size - at - 8;
      return { ...kind, from: at + 8, bytes: length === 0 || length > rest ? rest : length };
    }
    at += 8 + length + (length % 2);
  }
  throw unfit(path);
}

function kindOf(chunk: Buffer, path: string): Omit<WavFormat, "from" | "bytes"> {
  if (chunk.length < 16) throw unfit(path);
  const tag = chunk.readUInt16LE(0);
  const code = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const [channels, rate, bits] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4), chunk.readUInt16LE(14)];
  const isFloat = code === FLOAT;
  const isKnown = isFloat ? bits === 32 : code === PCM && [8, 16, 24, 32].includes(bits);
  if (!isKnown || channels < 1 || rate < 4_000 || rate > 384_000) throw unfit(path);
  return { rate, channels, bits: bits as WavFormat["bits"], isFloat };
}

/** One channel of -1 to 1, the mean of all channels. @param bytes whole samples of all channels */
export function mixedDown(bytes: Buffer, { channels, bits, isFloat }: WavFormat): Float32Array {
  const width = bits / 8;
  const samples = new Float32Array(Math.floor(bytes.length / width / channels));
  for (let i = 0; i < samples.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      const at = (i * channels + channel) * width;
      if (isFloat) sum += bytes.readFloatLE(at);
      else if (bits === 8) sum += (bytes[at]! - 128) / 128;
      else sum += bytes.readIntLE(at, width) / 2 ** (bits - 1);
    }
    samples[i] = sum / channels;
  }
  return samples;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

function unfit(path: string): ShellError {
  return new ShellError("BACKEND_FAILED", `${path} is no WAV file of plain samples`, {
    remedy: `ffmpeg -i ${path} sound.wav, or sox ${path} sound.wav`,
  });
}
