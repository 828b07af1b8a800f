import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { sayNothing, sayPlaying } from "./say-playing.ts";

export const mediaNow = defineAction({
  name: "media_now",
  summary: "Say what is playing.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["who sings this", {}],
      ["what song is this", {}],
      ["what's playing", {}],
    ],
    fr: [
      ["qui chante ça", {}],
      ["c'est quoi cette chanson", {}],
      ["qu'est-ce qui passe", {}],
    ],
    zh: [
      ["这是谁唱的", {}],
      ["这是什么歌", {}],
      ["现在在放什么", {}],
    ],
  },
  negatives: {
    en: ["who wrote Bohemian Rhapsody", "play this song again"],
    fr: ["qui a écrit Bohemian Rhapsody", "remets cette chanson"],
    zh: ["波西米亚狂想曲是谁写的", "再放一遍这首歌"],
  },
  describe: (_, lang) => say(lang, { en: "say what plays", fr: "dire ce qui passe", zh: "查看正在播放的内容" }),
  run: async (_, { drivers, lang }) => {
    const state = await (await drivers.media()).now();
    if (!state) return { kind: "done", say: sayNothing(lang), data: null };
    const words = sayPlaying(state, lang);
    const paused = say(lang, { en: ", paused.", fr: ", en pause.", zh: "，已暂停。" });
    return { kind: "done", say: state.status === "paused" ? words.replace(/[.。]$/, paused) : words, data: state };
  },
});
