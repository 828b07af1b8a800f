import { ShellError } from "../../../errors.ts";
import { inWords } from "../../../reasons/reason.ts";
import { maybe, maybeOneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { restoreMedia } from "./control-media.ts";
import { sayPlaying } from "./say-playing.ts";

const KINDS = ["song", "artist", "album", "playlist", "genre", "radio", "podcast", "audiobook", "video"] as const;

export const mediaPlay = defineAction({
  name: "media_play",
  summary: "Play music, a film, a podcast or the radio.",
  args: {
    query: maybe("text", "the title, name or genre wanted"),
    kind: maybeOneOf(KINDS, "what sort of thing it is"),
    artist: maybe("text", "who made it"),
    source: maybe("text", "the service, station or player to play it from"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["put on something by Nina Simone", { artist: "Nina Simone" }],
      ["play the album Kind of Blue", { query: "Kind of Blue", kind: "album" }],
      ["play some jazz", { query: "jazz", kind: "genre" }],
      ["play Sinnerman", { query: "Sinnerman" }],
      ["play some music", {}],
    ],
    fr: [
      ["mets quelque chose de Nina Simone", { artist: "Nina Simone" }],
      ["joue l'album Histoire de Melody Nelson", { query: "Histoire de Melody Nelson", kind: "album" }],
      ["mets du jazz", { query: "jazz", kind: "genre" }],
      ["mets de la musique", {}],
    ],
    zh: [
      ["放一首邓丽君的歌", { artist: "邓丽君", kind: "song" }],
      ["播放专辑范特西", { query: "范特西", kind: "album" }],
      ["放点爵士", { query: "爵士", kind: "genre" }],
      ["放音乐", {}],
    ],
  },
  negatives: {
    en: ["what's playing", "play it through the headphones", "pause the music"],
    fr: ["qu'est-ce qui passe", "passe le son sur le casque", "mets la musique en pause"],
    zh: ["现在放的是什么歌", "用耳机播放", "暂停音乐"],
  },
  describe: (input, lang) => {
    const what = wantedWords(input, lang);
    return say(lang, { en: `play ${what}`, fr: `jouer ${what}`, zh: `播放${what}` });
  },
  run: async (input, powers) => {
    const { lang } = powers;
    const media = await powers.drivers.media();
    const before = await media.snapshot();
    try {
      const anything = Object.values(input).every((value) => value === undefined);
      const state = anything && before?.status === "paused" ? await media.resume() : await media.play(input);
      return { kind: "done", say: sayPlaying(state, lang), data: state, undo: { before: before ?? null } };
    } catch (error) {
      if (!(error instanceof ShellError) || error.code !== "NOT_FOUND") throw error;
      const what = wantedWords(input, lang);
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: `I find nothing here to play for ${what}.`,
          fr: `Je ne trouve rien à jouer ici pour ${what}.`,
          zh: `这里没有找到${what}可以播放。`,
        }),
        remedy:
          inWords(error, lang).remedy ??
          say(lang, {
            en: "put the files in your music or videos folder, or name a radio station in config.toml",
            fr: "mettez les fichiers dans votre dossier de musique ou de vidéos, ou nommez une radio dans config.toml",
            zh: "把文件放进音乐或视频文件夹，或在 config.toml 中设置电台",
          }),
      };
    }
  },
  undo: restoreMedia,
});

function wantedWords(
  { query, artist, source }: { query?: string | undefined; artist?: string | undefined; source?: string | undefined },
  lang: Lang,
): string {
  const music = say(lang, { en: "music", fr: "de la musique", zh: "音乐" });
  const what = query ?? (artist === undefined ? (source ?? music) : undefined);
  if (what !== undefined && artist !== undefined)
    return say(lang, { en: `${what} by ${artist}`, fr: `${what} de ${artist}`, zh: `${artist}的${what}` });
  return what ?? artist!;
}
