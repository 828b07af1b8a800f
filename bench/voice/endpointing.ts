// How many turns are cut short, and how long after the true end of speech a turn ends, on recordings of people.
//
//   node bench/voice/endpointing.ts FOLDER [engine]
//
// FOLDER holds commands/*.flac and noise/kitchen.flac. The true end is told by the loudness of the clean recording (speech-parts.ts).
import { join } from "node:path";
import type { Endpointer, EndpointHint } from "../../src/voice/contracts.ts";
import { ENDPOINTER_ENGINES } from "../../src/voice/endpointing/index.ts";
import { quantile } from "../numbers.ts";
import { mixAt, random } from "./mix.ts";
import { framesOf, readRecording, readRecordings, secondsOf } from "./recordings.ts";
import { findSpeech, type SpeechParts } from "./speech-parts.ts";
import { share, table } from "./table.ts";

const [folder, engineName = "fvad"] = process.argv.slice(2);
if (!folder) throw new Error("usage: node bench/voice/endpointing.ts FOLDER [engine]");

/** When a hint comes: not at all, from the start on, or from the true end on, as by a mind that reads the words. */
type Hinting = { readonly hint: EndpointHint; readonly from: "start" | "end" } | undefined;
interface Setting {
  readonly label: string;
  readonly hangMs: number;
  readonly hinting?: Hinting;
}
const SETTINGS: readonly Setting[] = [
  { label: "0.3 s", hangMs: 300 },
  { label: "0.4 s", hangMs: 400 },
  { label: "0.5 s", hangMs: 500 },
  { label: "0.6 s (default)", hangMs: 600 },
  { label: "0.8 s", hangMs: 800 },
  { label: "0.6 s, complete from the last word on", hangMs: 600, hinting: { hint: "complete", from: "end" } },
  { label: "0.6 s, open all along", hangMs: 600, hinting: { hint: "open", from: "start" } },
];
const NOISES = ["clean", 10, 5] as const;

const noise = readRecording(join(folder, "noise/kitchen.flac"));
const commands = readRecordings(join(folder, "commands")).map((it) => ({ ...it, speech: findSpeech(it.samples) }));

const rows: string[][] = [];
for (const level of NOISES) {
  const chance = random(11);
  const turns = commands.map(({ samples, speech }) => ({
    sound: level === "clean" ? samples : mixAt(level, samples, speech, noise, chance),
    speech,
  }));
  for (const { label, hangMs, hinting } of SETTINGS) {
    const outcome = await measure(turns, hangMs, hinting);
    const [median, late] = [quantile(outcome.delays, 0.5), quantile(outcome.delays, 0.95)];
    rows.push([
      label,
      level === "clean" ? "clean" : `${level} dB`,
      share(outcome.cut, commands.length),
      `${outcome.unheard}`,
      `${outcome.never}`,
      `${median.toFixed(2)} s`,
      `${late.toFixed(2)} s`,
      `${outcome.cpuMs.toFixed(2)} ms/s`,
    ]);
  }
}
console.log(`${engineName}: ${commands.length} turns; delays from the true end of speech\n`);
console.log(table(["wait", "noise", "cut short", "not heard", "not ended", "median", "p95", "CPU"], rows));

interface Turn {
  readonly sound: Int16Array;
  readonly speech: SpeechParts;
}

async function measure(turns: readonly Turn[], hangMs: number, hinting: Hinting) {
  const engine = ENDPOINTER_ENGINES.find((it) => it.name === engineName);
  if (!engine) throw new Error(`no endpointing engine is called ${engineName}`);
  await using endpointer = await engine.open({ hangMs, maxMs: 15_000, noSpeechMs: 30_000 });
  const outcome = { cut: 0, unheard: 0, never: 0, delays: [] as number[], cpuMs: 0 };
  let seconds = 0;
  for (const { sound, speech } of turns) {
    const before = process.cpuUsage();
    const end = endOfTurn(endpointer, sound, speech, hinting);
    const used = process.cpuUsage(before);
    outcome.cpuMs += (used.user + used.system) / 1000;
    seconds += end === "unheard" || end === "never" ? secondsOf(sound) : end;
    if (end === "unheard") outcome.unheard++;
    else if (end === "never") outcome.never++;
    else if (end < speech.end) outcome.cut++;
    else outcome.delays.push(end - speech.end);
  }
  return { ...outcome, cpuMs: outcome.cpuMs / seconds };
}

/** @returns seconds into the recording; a turn that noise alone began and ended before the first word does not count */
function endOfTurn(
  endpointer: Endpointer,
  sound: Int16Array,
  speech: SpeechParts,
  hinting: Hinting,
): number | "unheard" | "never" {
  endpointer.reset();
  let started = false;
  for (const frame of framesOf(sound)) {
    const now = secondsOf(sound.subarray(0, frame.at + frame.samples.length));
    if (hinting && (hinting.from === "start" || now > speech.end)) endpointer.hint(hinting.hint);
    const event = endpointer.feed(frame);
    if (event === "speech-started") started = true;
    if (event !== "ended") continue;
    if (now >= speech.start) return now;
    endpointer.reset();
    started = false;
  }
  return started ? "never" : "unheard";
}
