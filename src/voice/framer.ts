import { FRAME_SAMPLES, type Frame } from "./contracts.ts";

const FRAME_BYTES = FRAME_SAMPLES * 2;

/** Cuts raw bytes (mono, 16-bit little endian, 16 kHz) that come in pieces of any length, odd ones too, into frames. */
export function createFramer(push: (frame: Frame) => void): (bytes: Uint8Array) => void {
  let bytes = new Uint8Array(FRAME_BYTES);
  let filled = 0;
  let at = 0;
  return (piece) => {
    for (let from = 0; from < piece.length; ) {
      const taken = Math.min(FRAME_BYTES - filled, piece.length - from);
      bytes.set(piece.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled < FRAME_BYTES) return;
      push({ samples: new Int16Array(bytes.buffer), at });
      at += FRAME_SAMPLES;
      bytes = new Uint8Array(FRAME_BYTES);
      filled = 0;
    }
  };
}
