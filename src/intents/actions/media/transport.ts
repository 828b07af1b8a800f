import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { controlMedia, restoreMedia } from "./control-media.ts";
import { sayPlaying } from "./say-playing.ts";

export const mediaPause = defineAction({
  name: "media_pause",
  summary: "Pause what plays.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["pause", {}],
      ["pause the music", {}],
      ["hold the song for a second", {}],
    ],
    fr: [
      ["pause", {}],
      ["mets la musique en pause", {}],
      ["mets le film sur pause", {}],
    ],
    zh: [
      ["暂停", {}],
      ["暂停音乐", {}],
      ["先暂停一下歌曲", {}],
    ],
  },
  negatives: {
    en: ["pause the timer", "stop the music"],
    fr: ["mets le minuteur en pause", "arrête la musique"],
    zh: ["暂停计时器", "停止播放音乐"],
  },
  describe: (_, lang) => say(lang, { en: "pause what plays", fr: "mettre en pause", zh: "暂停播放" }),
  run: (_, powers) =>
    controlMedia(
      powers,
      (media) => media.pause(),
      () => say(powers.lang, { en: "Paused.", fr: "En pause.", zh: "已暂停。" }),
    ),
  undo: restoreMedia,
});

export const mediaResume = defineAction({
  name: "media_resume",
  summary: "Go on with what was paused.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["resume the music", {}],
      ["keep playing", {}],
      ["unpause", {}],
    ],
    fr: [
      ["reprends la musique", {}],
      ["continue la lecture", {}],
      ["relance la chanson", {}],
    ],
    zh: [
      ["继续播放", {}],
      ["接着放音乐", {}],
      ["恢复播放", {}],
    ],
  },
  negatives: {
    en: ["resume the timer", "play it again from the start"],
    fr: ["reprends le minuteur", "rejoue-la depuis le début"],
    zh: ["继续计时", "从头再放一遍"],
  },
  describe: (_, lang) => say(lang, { en: "go on playing", fr: "reprendre la lecture", zh: "继续播放" }),
  run: (_, powers) =>
    controlMedia(
      powers,
      (media) => media.resume(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});

export const mediaStop = defineAction({
  name: "media_stop",
  summary: "Stop what plays.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["stop the music", {}],
      ["turn off the radio", {}],
      ["stop playing", {}],
    ],
    fr: [
      ["arrête la musique", {}],
      ["éteins la radio", {}],
      ["stoppe la lecture", {}],
    ],
    zh: [
      ["停止播放音乐", {}],
      ["关掉收音机", {}],
      ["别放歌了", {}],
    ],
  },
  negatives: {
    en: ["stop", "stop the alarm", "pause the music"],
    fr: ["stop", "arrête l'alarme", "mets la musique en pause"],
    zh: ["停", "关掉闹钟", "暂停音乐"],
  },
  describe: (_, lang) => say(lang, { en: "stop what plays", fr: "arrêter la lecture", zh: "停止播放" }),
  run: (_, powers) =>
    controlMedia(
      powers,
      (media) => media.stop(),
      () => say(powers.lang, { en: "Stopped.", fr: "Arrêté.", zh: "已停止。" }),
    ),
  undo: restoreMedia,
});

export const mediaNext = defineAction({
  name: "media_next",
  summary: "Go to the next piece.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["next song", {}],
      ["skip this one", {}],
      ["play the next track", {}],
    ],
    fr: [
      ["chanson suivante", {}],
      ["passe celle-ci", {}],
      ["mets le morceau suivant", {}],
    ],
    zh: [
      ["下一首", {}],
      ["跳过这首歌", {}],
      ["放下一曲", {}],
    ],
  },
  negatives: {
    en: ["skip ahead thirty seconds", "what's my next alarm"],
    fr: ["avance de trente secondes", "quelle est ma prochaine alarme"],
    zh: ["快进三十秒", "下一个闹钟是几点"],
  },
  describe: (_, lang) => say(lang, { en: "go to the next piece", fr: "passer au morceau suivant", zh: "播放下一首" }),
  run: (_, powers) =>
    controlMedia(
      powers,
      (media) => media.next(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});

export const mediaPrevious = defineAction({
  name: "media_previous",
  summary: "Go back to the piece before.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["previous song", {}],
      ["go back to the last track", {}],
      ["play the one before", {}],
    ],
    fr: [
      ["chanson précédente", {}],
      ["reviens au morceau d'avant", {}],
      ["remets le titre précédent", {}],
    ],
    zh: [
      ["上一首", {}],
      ["回到上一曲", {}],
      ["放前一首歌", {}],
    ],
  },
  negatives: {
    en: ["go back thirty seconds", "undo that"],
    fr: ["recule de trente secondes", "annule ça"],
    zh: ["后退三十秒", "撤销"],
  },
  describe: (_, lang) =>
    say(lang, { en: "go to the piece before", fr: "revenir au morceau précédent", zh: "播放上一首" }),
  run: (_, powers) =>
    controlMedia(
      powers,
      (media) => media.previous(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});
