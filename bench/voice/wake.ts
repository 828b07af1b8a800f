// Misses and false accepts of the wake word on recordings of people, and what it costs.
//
//   node bench/voice/wake.ts FOLDER [engine]
//
// FOLDER holds wake/<keyword>/*.flac, commands/*.flac and noise/kitchen.flac. Both keywords are listened for at once.
import { join } from "node:path";
import type { WakeEngine, WakeWord } from "../../src/voice/contracts.ts";
import { WAKE_ENGINES } from "../../src/voice/wake/index.ts";
import { mixAt, random } from "./mix.ts";
import { framesOf, pad, readRecording, readRecordings, secondsOf } from "./recordings.ts";
import { findSpeech } from "./speech-parts.ts";
import { share, table } from "./table.ts";

const [folder, engineName = "porcupine"] = process.argv.slice(2);
if (!folder) throw new Error("usage: node bench/voice/wake.ts FOLDER [engine]");

const KEYWORDS = ["computer", "jarvis"] as const;
const SENSITIVITIES = [0.5, 0.7, 0.9] as const;
const NOISES = ["clean", 10, 5] as const;

const noise = readRecording(join(folder, "noise/kitchen.flac"));
const words = Object.fromEntries(KEYWORDS.map((word) => [word, readRecordings(join(folder, "wake", word))]));
const others = [...readRecordings(join(folder, "wake/alexa")), ...readRecordings(join(folder, "commands"))];

const rows: string[][] = [];
for (const sensitivity of SENSITIVITIES) {
  const misses: (readonly string[])[] = [];
  for (const word of KEYWORDS) misses.push(await missesOf(word, sensitivity));
  const wrong = await falseAccepts(sensitivity);
  KEYWORDS.forEach((word, i) => {
    const hours = wrong.seconds / 3600;
    const accepts = `${wrong.accepts.get(word) ?? 0} in ${hours.toFixed(2)} h`;
    rows.push([word, `${sensitivity}`, ...misses[i]!, accepts, `${wrong.cpuMs.toFixed(1)} ms/s`]);
  });
}
console.log(`${engineName}: misses (95 % interval), false accepts, CPU per second of sound\n`);
console.log(table(["keyword", "sensitivity", "clean", "10 dB", "5 dB", "false accepts", "CPU"], rows));

async function missesOf(word: string, sensitivity: number): Promise<readonly string[]> {
  const cells: string[] = [];
  for (const level of NOISES) {
    await using wake = await openEngine(sensitivity);
    const chance = random(7);
    let misses = 0;
    for (const { samples } of words[word]!) {
      const padded = pad(samples, 0.5, 0.75);
      const sound = level === "clean" ? padded : mixAt(level, padded, findSpeech(padded), noise, chance);
      if (!(await heardIn(wake, sound)).includes(word)) misses++;
    }
    cells.push(share(misses, words[word]!.length));
  }
  return cells;
}

/** Over everything that holds neither keyword: clean, at 10 dB, and the noise alone; and for each keyword the recordings of the other. */
async function falseAccepts(sensitivity: number) {
  await using wake = await openEngine(sensitivity);
  const accepts = new Map<string, number>();
  const chance = random(7);
  let seconds = 0;
  const listen = async (sound: Int16Array, spoken?: string): Promise<void> => {
    seconds += secondsOf(sound);
    for (const heard of await heardIn(wake, sound))
      if (heard !== spoken) accepts.set(heard, (accepts.get(heard) ?? 0) + 1);
  };
  for (const { samples } of others) {
    const padded = pad(samples, 0.5, 0.75);
    await listen(padded);
    await listen(mixAt(10, padded, findSpeech(padded), noise, chance));
  }
  await listen(noise);
  for (const word of KEYWORDS) for (const { samples } of words[word]!) await listen(pad(samples, 0.5, 0.75), word);
  return { accepts, seconds, cpuMs: await cpuOfFeeding(wake) };
}

/** Of the engine alone, without mixing. */
async function cpuOfFeeding(wake: WakeWord): Promise<number> {
  const before = process.cpuUsage();
  await heardIn(wake, noise);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / secondsOf(noise);
}

async function heardIn(wake: WakeWord, sound: Int16Array): Promise<readonly string[]> {
  const heard: string[] = [];
  for (const frame of framesOf(sound)) {
    const keyword = await wake.feed(frame);
    if (keyword !== undefined) heard.push(keyword);
  }
  return heard;
}

function openEngine(sensitivity: number): Promise<WakeWord> {
  const engine: WakeEngine | undefined = WAKE_ENGINES.find((it) => it.name === engineName);
  if (!engine) throw new Error(`no wake word engine is called ${engineName}`);
  return engine.open({ keywords: KEYWORDS, sensitivity });
}
