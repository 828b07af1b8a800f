import { basename } from "node:path";
import type { CameraDriver } from "../../../devices/drivers/camera/camera.ts";
import { maybe } from "../args.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";
import { sayDuration } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { localOf, msOf } from "./moments.ts";

/** When nobody says how long. */
const DEFAULT_DURATION = "PT10S";
/** An hour of film fills the card of a small device. */
const LONGEST_MS = 3_600_000;

const photoTake = defineAction({
  name: "photo_take",
  summary: "Take a photo with this machine's camera.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["take a photo", {}],
      ["take a picture of me", {}],
      ["snap a selfie", {}],
    ],
    fr: [
      ["prends une photo", {}],
      ["prends-moi en photo", {}],
      ["fais un selfie", {}],
    ],
    zh: [
      ["拍张照片", {}],
      ["给我拍张照", {}],
      ["来张自拍", {}],
    ],
  },
  negatives: {
    en: ["take a screenshot", "show me the photos from last weekend"],
    fr: ["fais une capture d'écran", "montre-moi les photos du week-end dernier"],
    zh: ["截个屏", "显示上周末的照片"],
  },
  describe: (_, lang) => say(lang, { en: "take a photo", fr: "prendre une photo", zh: "拍一张照片" }),
  run: async (_, powers) =>
    keep(powers, "photo", (camera, name) => camera.photo(name, powers.signal), {
      en: "I took a photo",
      fr: "J'ai pris une photo",
      zh: "已拍照",
    }),
  undo: remove,
});

const videoRecord = defineAction({
  name: "video_record",
  summary: "Film with this machine's camera, ten seconds unless said.",
  args: { duration: maybe("duration", "how long") },
  risk: "reversible",
  examples: {
    en: [
      ["record a video", {}],
      ["film for thirty seconds", { duration: "PT30S" }],
      ["record a one minute video", { duration: "PT1M" }],
    ],
    fr: [
      ["enregistre une vidéo", {}],
      ["filme pendant trente secondes", { duration: "PT30S" }],
      ["enregistre une vidéo d'une minute", { duration: "PT1M" }],
    ],
    zh: [
      ["录一段视频", {}],
      ["录像三十秒", { duration: "PT30S" }],
      ["拍一段一分钟的视频", { duration: "PT1M" }],
    ],
  },
  negatives: {
    en: ["play a video", "record a voice memo"],
    fr: ["lance une vidéo", "enregistre un mémo vocal"],
    zh: ["播放视频", "录一段语音"],
  },
  describe: ({ duration = DEFAULT_DURATION }, lang) => {
    const words = sayDuration(duration, lang);
    return say(lang, { en: `film for ${words}`, fr: `filmer pendant ${words}`, zh: `录像${words}` });
  },
  run: async ({ duration = DEFAULT_DURATION }, powers) =>
    lasting(duration, powers, (ms) =>
      keep(powers, "video", (camera, name) => camera.video(name, ms, powers.signal), {
        en: `I filmed ${sayDuration(duration, "en")}`,
        fr: `J'ai filmé ${sayDuration(duration, "fr")}`,
        zh: `已录像${sayDuration(duration, "zh")}`,
      }),
    ),
  undo: remove,
});

const audioRecord = defineAction({
  name: "audio_record",
  summary: "Record sound with the microphone, ten seconds unless said.",
  args: { duration: maybe("duration", "how long") },
  risk: "reversible",
  examples: {
    en: [
      ["record a voice memo", {}],
      ["record audio for one minute", { duration: "PT1M" }],
      ["make a twenty second sound recording", { duration: "PT20S" }],
    ],
    fr: [
      ["enregistre un mémo vocal", {}],
      ["enregistre le son pendant une minute", { duration: "PT1M" }],
      ["fais un enregistrement audio de vingt secondes", { duration: "PT20S" }],
    ],
    zh: [
      ["录一段语音", {}],
      ["录音一分钟", { duration: "PT1M" }],
      ["录二十秒的声音", { duration: "PT20S" }],
    ],
  },
  negatives: {
    en: ["take a note", "record a video"],
    fr: ["prends une note", "enregistre une vidéo"],
    zh: ["记个笔记", "录一段视频"],
  },
  describe: ({ duration = DEFAULT_DURATION }, lang) => {
    const words = sayDuration(duration, lang);
    return say(lang, {
      en: `record sound for ${words}`,
      fr: `enregistrer le son pendant ${words}`,
      zh: `录音${words}`,
    });
  },
  run: async ({ duration = DEFAULT_DURATION }, powers) =>
    lasting(duration, powers, (ms) =>
      keep(powers, "recording", (camera, name) => camera.audio(name, ms, powers.signal), {
        en: `I recorded ${sayDuration(duration, "en")}`,
        fr: `J'ai enregistré ${sayDuration(duration, "fr")}`,
        zh: `已录音${sayDuration(duration, "zh")}`,
      }),
    ),
  undo: remove,
});

export const cameraActions = defineDomain("camera", [photoTake, videoRecord, audioRecord]);

async function lasting(duration: string, { lang }: Powers, make: (ms: number) => Promise<Result>): Promise<Result> {
  const ms = msOf(duration);
  if (ms >= 1000 && ms <= LONGEST_MS) return make(ms);
  return {
    kind: "failed",
    code: "ARGUMENT_INVALID",
    say: say(lang, {
      en: "I record between a second and an hour.",
      fr: "J'enregistre entre une seconde et une heure.",
      zh: "录制时长须在一秒到一小时之间。",
    }),
  };
}

async function keep(
  powers: Powers,
  prefix: string,
  make: (camera: CameraDriver, name: string) => Promise<string>,
  did: { en: string; fr: string; zh: string },
): Promise<Result> {
  const camera = await powers.drivers.camera();
  const name = `${prefix} ${localOf(powers.now(), powers).replace("T", " ").replaceAll(":", "-")}`;
  const path = await make(camera, name);
  const file = basename(path);
  return {
    kind: "done",
    say: say(powers.lang, { en: `${did.en}: ${file}.`, fr: `${did.fr} : ${file}.`, zh: `${did.zh}：${file}。` }),
    data: { path },
    things: [{ kind: "file", id: path, name: file }],
    undo: { path, fingerprint: await camera.fingerprint(path) },
  };
}

async function remove(data: UndoData, powers: Powers): Promise<Result> {
  const file = basename(String(data.path));
  if (await (await powers.drivers.camera()).remove(String(data.path), String(data.fingerprint)))
    return {
      kind: "done",
      say: say(powers.lang, { en: `${file} is gone again.`, fr: `${file} : supprimé.`, zh: `${file}已移除。` }),
    };
  return {
    kind: "failed",
    code: "FILE_EXISTS",
    say: say(powers.lang, {
      en: `${file} has changed since, so I leave it.`,
      fr: `${file} a changé depuis, je le laisse.`,
      zh: `${file}之后有改动，我保留它。`,
    }),
  };
}
