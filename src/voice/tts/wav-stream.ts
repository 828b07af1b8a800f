import type { Sound } from "../contracts.ts";

const HEADER_BYTES = 44;

/**
 * Cuts a growing RIFF stream of one channel and 16 bits, as programs write it to a pipe (its lengths unknown yet), into sounds. Samples that
 * are split over two chunks stay whole.
 */
export async function* soundsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Sound> {
  let rest: Buffer = Buffer.alloc(0);
  let rate: number | undefined;
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    if (rate === undefined) {
      if (rest.length < HEADER_BYTES) continue;
      rate = rest.readUInt32LE(24);
      rest = rest.subarray(HEADER_BYTES);
    }
    const whole = rest.length - (rest.length % 2);
    if (whole === 0) continue;
    // copied: the samples must lie on an even address
    yield { samples: new Int16Array(Uint8Array.from(rest.subarray(0, whole)).buffer), rate };
    rest = rest.subarray(whole);
  }
}
