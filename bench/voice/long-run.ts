// Hours of noise and speech, fed faster than real time: does the wake word go deaf, does an endpointer hang, does memory grow?
//
//   node bench/voice/long-run.ts FOLDER [hours, 24] [engine]
//
// FOLDER holds wake/computer/*.flac, commands/*.flac and noise/kitchen.flac. Each minute: noise, one keyword, one command, noise.
import { join } from "node:path";
import { openEndpointer } from "../../src/voice/endpointing/index.ts";
import { createLevelVeto, DEFAULT_SENSITIVITY, guardWake, openWakeWord } from "../../src/voice/wake/index.ts";
import { megabytes } from "../numbers.ts";
import { random } from "./mix.ts";
import { framesOf, readRecording, readRecordings } from "./recordings.ts";
import { table } from "./table.ts";

const [folder, hours = "24", engine = "porcupine"] = process.argv.slice(2);
if (!folder) throw new Error("usage: node bench/voice/long-run.ts FOLDER [hours] [engine]");

const noise = readRecording(join(folder, "noise/kitchen.flac"));
const keywords = readRecordings(join(folder, "wake/computer")).map((it) => it.samples);
const commands = readRecordings(join(folder, "commands")).map((it) => it.samples);

const options = { keywords: ["computer"], sensitivity: DEFAULT_SENSITIVITY, engine };
await using wake = guardWake(await openWakeWord(options), { vetoes: [createLevelVeto()] });
await using endpointer = await openEndpointer();
const chance = random(3);
let at = 0;

const rows: string[][] = [];
for (let hour = 1; hour <= Number(hours); hour++) {
  const seen = { woken: 0, again: 0, ended: 0 };
  for (let minute = 0; minute < 60; minute++) await oneMinute(seen);
  const { rss, heapUsed } = process.memoryUsage();
  const { woken, again, ended } = seen;
  rows.push([`${hour}`, `${woken} of 60`, `${again}`, `${ended} of 60`, megabytes(rss), megabytes(heapUsed)]);
  process.stderr.write(`hour ${rows.at(-1)!.join(" · ")}\n`);
}
console.log(table(["hour", "woken", "woken besides", "turns ended", "resident MB", "heap MB"], rows));

async function oneMinute(seen: { woken: number; again: number; ended: number }): Promise<void> {
  seen.again += await listen(someNoise(25));
  const heard = await listen(one(keywords));
  // What is said right after the last sound of the keyword may still complete it.
  seen.woken += Math.min(1, heard + (await listen(someNoise(1))));
  endpointer.reset();
  let ended = false;
  for (const sound of [one(commands), someNoise(12)])
    for (const frame of framesOf(sound)) ended ||= endpointer.feed(frame) === "ended";
  if (ended) seen.ended++;
  wake.reset();
  seen.again += await listen(someNoise(20));
}

async function listen(sound: Int16Array): Promise<number> {
  let heard = 0;
  for (const frame of framesOf(sound, at)) if ((await wake.feed(frame)) !== undefined) heard++;
  at += sound.length;
  return heard;
}

function someNoise(seconds: number): Int16Array {
  const length = seconds * 16_000;
  const from = Math.floor(chance() * (noise.length - length));
  return noise.subarray(from, from + length);
}

function one(sounds: readonly Int16Array[]): Int16Array {
  return sounds[Math.floor(chance() * sounds.length)]!;
}
