import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, test } from "vitest";
import { openFileRecorder, readSoundFile, resample } from "../../../src/voice/capture/index.ts";
import { FRAME_SAMPLES, type Frame, SAMPLE_RATE } from "../../../src/voice/contracts.ts";
import { missing, temporaryFolder } from "../../support/programs.ts";
import { joined, loudest, pitch, sine } from "../../support/tone.ts";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const env = process.env;

async function heard(path: string, realTime = false): Promise<Frame[]> {
  await using recorder = await openFileRecorder({ path, env, realTime });
  const frames: Frame[] = [];
  for await (const frame of recorder.frames) frames.push(frame);
  return frames;
}

describe.skipIf(missing("sox"))("a sound file as a microphone", () => {
  test.each([
    ["8 kHz unsigned", ["-r", "8000", "-c", "1", "-b", "8", "-e", "unsigned-integer"], "wav"],
    ["16 kHz", ["-r", "16000", "-c", "1", "-b", "16"], "wav"],
    ["44.1 kHz stereo", ["-r", "44100", "-c", "2", "-b", "16"], "wav"],
    ["48 kHz stereo, 24 bits (extensible)", ["-r", "48000", "-c", "2", "-b", "24"], "wav"],
    ["six channels, 32 bits", ["-r", "48000", "-c", "6", "-b", "32"], "wav"],
    ["float", ["-r", "22050", "-c", "1", "-b", "32", "-e", "floating-point"], "wav"],
    ["double", ["-r", "22050", "-c", "1", "-b", "64", "-e", "floating-point"], "wav"],
    ["A-law", ["-r", "8000", "-c", "1", "-e", "a-law"], "wav"],
    ["mu-law", ["-r", "8000", "-c", "1", "-e", "mu-law"], "wav"],
    ["FLAC", ["-r", "44100", "-c", "2", "-b", "16"], "flac"],
  ])("%s", async (name, format, extension) => {
    const path = join(folder.path, `${name.replaceAll(/\W/g, "-")}.${extension}`);
    await execa("sox", ["-D", "-n", ...format, path, "synth", "1", "sine", "440", "vol", "0.5"]);
    const frames = await heard(path);
    expect(frames.map(({ at }) => at)).toEqual(frames.map((_, i) => i * FRAME_SAMPLES));
    expect(frames.every(({ samples }) => samples.length === FRAME_SAMPLES)).toBe(true);
    expect(frames).toHaveLength(50);
    const samples = joined(frames);
    expect(pitch(samples, SAMPLE_RATE)).toBeCloseTo(440, -1);
    expect(loudest(samples) / 32_768).toBeCloseTo(0.5, 1);
  });

  test("in real time no frame comes before it was spoken", async () => {
    const path = join(folder.path, "short.wav");
    await execa("sox", ["-n", "-r", "16000", "-c", "1", "-b", "16", path, "synth", "0.21", "sine", "440"]);
    const started = performance.now();
    const frames = await heard(path, true);
    expect(frames).toHaveLength(11);
    expect(performance.now() - started).toBeGreaterThan(215);
  });

  test("what is no sound is refused with a remedy", async () => {
    const path = join(folder.path, "text.wav");
    writeFileSync(path, "this is no sound at all");
    await expect(readSoundFile(path, env)).rejects.toMatchObject({ code: "ARGUMENT_INVALID", remedy: expect.any(String) });
    await expect(readSoundFile(join(folder.path, "none.wav"), env)).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
    await expect(readSoundFile(folder.path, env)).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
  });

  test("without sox and ffmpeg, FLAC names the package", async () => {
    const path = join(folder.path, "FLAC.flac");
    writeFileSync(path, "fLaC");
    await expect(readSoundFile(path, { PATH: folder.path })).rejects.toMatchObject({
      code: "BACKEND_MISSING",
      remedy: "sudo apt install sox",
    });
  });
});

describe("damaged WAV files", () => {
  const head = (fields: { channels?: number; bits?: number; block?: number; format?: number; data?: number }) => {
    const { channels = 1, bits = 16, block = (channels * bits) / 8, format = 1, data = 8 } = fields;
    const bytes = Buffer.alloc(52);
    bytes.write("RIFF\0\0\0\0WAVEfmt ", 0, "latin1");
    bytes.writeUInt32LE(16, 16);
    bytes.writeUInt16LE(format, 20);
    bytes.writeUInt16LE(channels, 22);
    bytes.writeUInt32LE(16_000, 24);
    bytes.writeUInt16LE(block, 32);
    bytes.writeUInt16LE(bits, 34);
    bytes.write("data", 36, "latin1");
    bytes.writeUInt32LE(data, 40);
    return bytes;
  };
  const read = (bytes: Buffer) => {
    const path = join(folder.path, "damaged.wav");
    writeFileSync(path, bytes);
    return readSoundFile(path, env);
  };

  test("a data chunk without an end (written to a pipe) ends with the file", async () => {
    expect((await read(head({ data: 0xffff_ffff }))).samples).toHaveLength(4);
  });

  test.each([
    ["no channel", head({ channels: 0 })],
    ["blocks that do not fit", head({ block: 3 })],
    ["an unknown encoding", head({ format: 85 })],
    ["17 bytes a sample", head({ bits: 136 })],
    ["no data", head({}).subarray(0, 36)],
    ["half a format", head({}).subarray(0, 24)],
  ])("%s", async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: "ARGUMENT_INVALID" });
  });
});

describe("rates", () => {
  test.each([
    [44_100, 16_000],
    [48_000, 16_000],
    [8_000, 16_000],
    [22_050, 48_000],
    [11_025, 48_000],
  ])("%i → %i keeps length, pitch and level, and lets nothing alias", (from, to) => {
    const { samples } = sine(440, 0.5, from);
    const low = resample(samples, from, to);
    expect(low).toHaveLength(Math.round((samples.length * to) / from));
    expect(pitch(low, to)).toBeCloseTo(440, -1);
    const inner = low.subarray(to / 10, -to / 10);
    expect(loudest(inner) / 16_384).toBeCloseTo(1, 1);
    if (from < 3 * to && from > to) {
      const high = resample(sine(to * 0.6, 0.5, from).samples, from, to);
      expect(loudest(high.subarray(to / 10, -to / 10))).toBeLessThan(30);
    }
  });
});
