import { ShellError } from "../../errors.ts";

/** Where the sound of a WAV file lies and how it is written. */
export interface WavFormat {
  readonly rate: number;
  readonly channels: number;
  readonly encoding: "int" | "float" | "a-law" | "mu-law";
  /** Of one sample of one channel: 1 (unsigned), 2, 3, 4, or 4 and 8 for floats. */
  readonly bytes: number;
  readonly dataStart: number;
  readonly dataBytes: number;
}

const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
/** A header that promises more is damaged. */
const MOST_CHANNELS = 64;

/**
 * Reads the chunks of a RIFF/WAVE file (Microsoft, "Multimedia Programming Interface", 1991; WAVE_FORMAT_EXTENSIBLE, 2001). A data
 * chunk that promises more than there is (a program that wrote to a pipe) ends with the file.
 * @throws ShellError ARGUMENT_INVALID for what is not such a file or an encoding other than PCM, float, A-law and mu-law
 */
export function readWavFormat(file: Buffer, name: string): WavFormat {
  const wrong = (why: string) =>
    new ShellError("ARGUMENT_INVALID", `${name} is not a WAV file that can be read: ${why}`, {
      remedy: `convert it: sox ${name} -b 16 new.wav`,
    });
  if (file.length < 12 || file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE")
    throw wrong("it does not begin as one");
  let format: Omit<WavFormat, "dataStart" | "dataBytes"> | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const id = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (id === "fmt ") {
      if (length < 16 || start + length > file.length) throw wrong("its format chunk is cut short");
      format = readFormat(file.subarray(start, start + length), wrong);
    }
    if (id === "data") {
      if (format === undefined) throw wrong("its sound comes before its format");
      const whole = format.bytes * format.channels;
      const there = Math.min(length, file.length - start);
      return { ...format, dataStart: start, dataBytes: there - (there % whole) };
    }
    at = start + length + (length % 2);
  }
  throw wrong("it holds no sound");
}

function readFormat(chunk: Buffer, wrong: (why: string) => ShellError): Omit<WavFormat, "dataStart" | "dataBytes"> {
  const tag = chunk.readUInt16LE(0);
  // an extensible format names the real one in the first two bytes of its GUID
  const code = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const channels = chunk.readUInt16LE(2);
  const rate = chunk.readUInt32LE(4);
  const block = chunk.readUInt16LE(12);
  const bits = chunk.readUInt16LE(14);
  if (channels < 1 || channels > MOST_CHANNELS) throw wrong(`it has ${channels} channels`);
  if (rate < 1_000 || rate > 768_000) throw wrong(`it has ${rate} samples a second`);
  const encoding = new Map([[PCM, "int"], [FLOAT, "float"], [A_LAW, "a-law"], [MU_LAW, "mu-law"]] as const).get(code as 1);
  const bytes = Math.ceil(bits / 8);
  const known = { int: [1, 2, 3, 4], float: [4, 8], "a-law": [1], "mu-law": [1] } as const;
  if (encoding === undefined || !(known[encoding] as readonly number[]).includes(bytes))
    throw wrong(`its samples are of format ${code} with ${bits} bits`);
  if (block !== bytes * channels) throw wrong(`its blocks of ${block} bytes do not fit ${channels} channels of ${bits} bits`);
  return { rate, channels, encoding, bytes };
}
