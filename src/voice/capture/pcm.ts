import type { WavFormat } from "./riff.ts";

/** The sound of a WAV file as 16-bit mono at its own rate, the channels averaged. */
export function toMono(data: Buffer, format: WavFormat): Int16Array {
  const { bytes, channels } = format;
  const read = reader(format);
  const samples = new Int16Array(Math.floor(data.length / (bytes * channels)));
  for (let i = 0, at = 0; i < samples.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++, at += bytes) sum += read(data, at);
    samples[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum / channels)));
  }
  return samples;
}

/** One sample, on the scale of 16 bits. */
function reader({ encoding, bytes }: WavFormat): (data: Buffer, at: number) => number {
  if (encoding === "a-law") return (data, at) => fromALaw(data[at]!);
  if (encoding === "mu-law") return (data, at) => fromMuLaw(data[at]!);
  if (encoding === "float")
    return bytes === 4 ? (data, at) => finite(data.readFloatLE(at)) : (data, at) => finite(data.readDoubleLE(at));
  // 8-bit samples are unsigned, wider ones are not
  if (bytes === 1) return (data, at) => (data[at]! - 128) * 256;
  const scale = 2 ** (16 - 8 * bytes);
  return (data, at) => data.readIntLE(at, bytes) * scale;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value * 32_768 : 0;
}

/** ITU-T G.711. */
function fromMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const value = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4);
  return bits & 0x80 ? 0x84 - value : value - 0x84;
}

/** ITU-T G.711. */
function fromALaw(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits & 0x70) >> 4;
  const mantissa = (bits & 0x0f) << 4;
  const value = segment === 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
  return bits & 0x80 ? value : -value;
}
