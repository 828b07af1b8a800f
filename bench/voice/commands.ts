/**
 * Spoken coffee orders of many people through the domain pack of bench/voice/coffee: how many are right as a whole, clean and in noise.
 *
 *   node bench/voice/commands.ts FOLDER [--snr 10] [--limit 160] [--wrong]
 *
 * FOLDER holds commands/*.flac with label.json and noise/kitchen.flac (Picovoice's public recordings; none of them is in this repository).
 */
import { readFileSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sttEngines } from "../../src/voice/stt/index.ts";
import { mixAt, random } from "./mix.ts";
import { framesOf, pad, readRecording, readRecordings } from "./recordings.ts";
import { findSpeech } from "./speech-parts.ts";

type Slots = Readonly<Record<string, string>>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { snr: { type: "string" }, limit: { type: "string", default: "160" }, wrong: { type: "boolean", default: false } },
});
const folder = positionals[0];
if (!folder) throw new Error("name the folder of the recordings");

const labels = JSON.parse(readFileSync(join(folder, "commands/label.json"), "utf8")) as Record<string, { slots: Slots }>;
const known = slotValues(Object.values(labels).map(({ slots }) => slots));
const noise = readRecording(join(folder, "noise/kitchen.flac"));
const chance = random(3);
const cacheFolder = mkdtempSync(join(tmpdir(), "speech-"));
await using stt = await sttEngines([{ name: "coffee", path: join(import.meta.dirname, "coffee") }])[0]!.open({ langs: ["en"], cacheFolder });

const told = { right: 0, slots: 0, slotsRight: 0, offTopic: 0 };
const recordings = readRecordings(join(folder, "commands")).slice(0, Number(values.limit));
for (const { name, samples } of recordings) {
  const clean = pad(samples, 0, 0.02); // the last frame is filled
  const sound = values.snr === undefined ? clean : mixAt(Number(values.snr), clean, findSpeech(clean), noise, chance);
  const stream = stt.start({ lang: "en", expecting: "command" });
  for (const frame of framesOf(sound)) stream.feed(frame);
  const heard = await stream.finish();
  const wanted = Object.entries(labels[name]!.slots).map(([slot, value]) => [slot, value.trim()] as const);
  const got = slotsOf(heard.text);
  const rightSlots = wanted.filter(([slot, value]) => got[slot] === value).length;
  const right = rightSlots === wanted.length && Object.keys(got).length === wanted.length;
  told.right += Number(right);
  told.slots += wanted.length;
  told.slotsRight += rightSlots;
  told.offTopic += Number(heard.offTopic === true);
  if (!right && values.wrong) console.log(`${name}  ${heard.text}  |  ${wanted.map(([, value]) => value).join(", ")}`);
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
console.log(
  `${recordings.length} orders, ${values.snr === undefined ? "clean" : `${values.snr} dB`}: whole command right ${percent(told.right, recordings.length)}, ` +
    `slots right ${percent(told.slotsRight, told.slots)}, taken for off-topic ${told.offTopic}`,
);
rmSync(cacheFolder, { recursive: true, force: true });

/** Values of slots, longest first, so that "a bit of soy milk" is not read as "milk". */
function slotValues(all: readonly Slots[]): readonly (readonly [string, string])[] {
  const pairs = new Map(all.flatMap((slots) => Object.entries(slots)).map(([slot, value]) => [`${slot} ${value.trim()}`, [slot, value.trim()] as const]));
  return [...pairs.values()].toSorted(([, a], [, b]) => b.length - a.length);
}

function slotsOf(text: string): Record<string, string> {
  const got: Record<string, string> = {};
  let rest = ` ${text} `;
  for (const [slot, value] of known) {
    if (slot in got || !rest.includes(` ${value} `)) continue;
    got[slot] = value;
    rest = rest.replace(` ${value} `, " # ");
  }
  return got;
}
