import type { Repeat } from "../../../../devices/drivers/media/media.ts";
import { arg, oneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { controlMedia, putBack, snapshotIn } from "./control-media.ts";

export const mediaShuffle = defineAction({
  name: "media_shuffle",
  summary: "Play the queue in random order, or in its own.",
  args: { on: arg("bool", "true for random order") },
  risk: "reversible",
  examples: {
    en: [
      ["shuffle the songs", { on: true }],
      ["turn shuffle off", { on: false }],
      ["play them in random order", { on: true }],
    ],
    fr: [
      ["lecture aléatoire", { on: true }],
      ["désactive le mode aléatoire", { on: false }],
      ["mélange les chansons", { on: true }],
    ],
    zh: [
      ["随机播放", { on: true }],
      ["关闭随机播放", { on: false }],
      ["打乱顺序放", { on: true }],
    ],
  },
  negatives: {
    en: ["repeat this song", "pick a random number"],
    fr: ["répète cette chanson", "choisis un nombre au hasard"],
    zh: ["单曲循环", "随机选一个数字"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "play in random order", fr: "lire dans le désordre", zh: "随机播放" })
      : say(lang, { en: "play in order", fr: "lire dans l'ordre", zh: "按顺序播放" }),
  run: ({ on }, powers) =>
    controlMedia(
      powers,
      (media) => media.setShuffle(on),
      () =>
        on
          ? say(powers.lang, { en: "Shuffle is on.", fr: "Lecture aléatoire activée.", zh: "已开启随机播放。" })
          : say(powers.lang, { en: "Shuffle is off.", fr: "Lecture aléatoire désactivée.", zh: "已关闭随机播放。" }),
    ),
  undo: async (data, powers) => {
    const before = snapshotIn(data);
    return controlMedia(
      powers,
      (media) => media.setShuffle(before?.shuffle ?? false),
      () => putBack(powers.lang),
    );
  },
});

export const mediaRepeat = defineAction({
  name: "media_repeat",
  summary: "Repeat one piece, the whole queue, or nothing.",
  args: { mode: oneOf(["off", "one", "all"], "what is repeated") },
  risk: "reversible",
  examples: {
    en: [
      ["repeat this song", { mode: "one" }],
      ["loop the whole album", { mode: "all" }],
      ["stop repeating", { mode: "off" }],
    ],
    fr: [
      ["répète cette chanson", { mode: "one" }],
      ["lis tout l'album en boucle", { mode: "all" }],
      ["désactive la répétition", { mode: "off" }],
    ],
    zh: [
      ["单曲循环", { mode: "one" }],
      ["列表循环", { mode: "all" }],
      ["关闭循环播放", { mode: "off" }],
    ],
  },
  negatives: {
    en: ["repeat what you said", "shuffle the songs"],
    fr: ["répète ce que tu as dit", "lecture aléatoire"],
    zh: ["再说一遍", "随机播放"],
  },
  describe: ({ mode }, lang) =>
    repeatWords(mode, lang)
      .toLowerCase()
      .replace(/[.。]$/, ""),
  run: ({ mode }, powers) =>
    controlMedia(
      powers,
      (media) => media.setRepeat(mode),
      () => repeatWords(mode, powers.lang),
    ),
  undo: async (data, powers) => {
    const before = snapshotIn(data);
    return controlMedia(
      powers,
      (media) => media.setRepeat(before?.repeat ?? "off"),
      () => putBack(powers.lang),
    );
  },
});

function repeatWords(mode: Repeat, lang: Lang): string {
  if (mode === "one") return say(lang, { en: "Repeating this piece.", fr: "Je répète ce morceau.", zh: "单曲循环。" });
  if (mode === "all") return say(lang, { en: "Repeating everything.", fr: "Je répète tout.", zh: "列表循环。" });
  return say(lang, { en: "Repeat is off.", fr: "Répétition désactivée.", zh: "循环已关闭。" });
}
