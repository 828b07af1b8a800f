import type { MediaDriver, MediaSnapshot, MediaState, Repeat } from "../../../devices/drivers/media/media.ts";
import { ShellError } from "../../errors.ts";
import { arg, maybe, maybeOneOf, oneOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";
import { partsOf } from "../values/duration-parts.ts";
import { sayDuration } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";

const KINDS = ["song", "artist", "album", "playlist", "genre", "radio", "podcast", "audiobook", "video"] as const;

const mediaPlay = defineAction({
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
          error.remedy ??
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

const mediaPause = defineAction({
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
    control(
      powers,
      (media) => media.pause(),
      () => say(powers.lang, { en: "Paused.", fr: "En pause.", zh: "已暂停。" }),
    ),
  undo: restoreMedia,
});

const mediaResume = defineAction({
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
    control(
      powers,
      (media) => media.resume(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});

const mediaStop = defineAction({
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
    control(
      powers,
      (media) => media.stop(),
      () => say(powers.lang, { en: "Stopped.", fr: "Arrêté.", zh: "已停止。" }),
    ),
  undo: restoreMedia,
});

const mediaNext = defineAction({
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
    control(
      powers,
      (media) => media.next(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});

const mediaPrevious = defineAction({
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
    control(
      powers,
      (media) => media.previous(),
      (state) => sayPlaying(state, powers.lang),
    ),
  undo: restoreMedia,
});

const mediaSeek = defineAction({
  name: "media_seek",
  summary: "Go forward, back, or to a place in what plays.",
  args: {
    offset: maybe("duration", "how far from here"),
    position: maybe("duration", "where, counted from the beginning"),
    direction: maybeOneOf(["forward", "back"], "which way the offset goes"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["skip ahead thirty seconds", { offset: "PT30S", direction: "forward" }],
      ["go to minute two", { position: "PT2M" }],
      ["rewind a minute", { offset: "PT1M", direction: "back" }],
    ],
    fr: [
      ["avance de trente secondes", { offset: "PT30S", direction: "forward" }],
      ["va à la deuxième minute", { position: "PT2M" }],
      ["recule d'une minute", { offset: "PT1M", direction: "back" }],
    ],
    zh: [
      ["快进三十秒", { offset: "PT30S", direction: "forward" }],
      ["跳到第二分钟", { position: "PT2M" }],
      ["后退一分钟", { offset: "PT1M", direction: "back" }],
    ],
  },
  negatives: {
    en: ["skip this song", "give the timer thirty more seconds"],
    fr: ["passe cette chanson", "ajoute trente secondes au minuteur"],
    zh: ["跳过这首歌", "计时器再加三十秒"],
  },
  describe: ({ offset, position, direction }, lang) => {
    if (position !== undefined) {
      const at = sayDuration(position, lang);
      return say(lang, { en: `go to ${at}`, fr: `aller à ${at}`, zh: `跳到${at}` });
    }
    const by = offset === undefined ? "" : sayDuration(offset, lang);
    return direction === "back"
      ? say(lang, { en: `go back ${by}`, fr: `reculer de ${by}`, zh: `后退${by}` })
      : say(lang, { en: `skip ahead ${by}`, fr: `avancer de ${by}`, zh: `快进${by}` });
  },
  run: async ({ offset, position, direction }, powers) => {
    const { lang } = powers;
    if (offset === undefined && position === undefined)
      return {
        kind: "ask",
        arg: "offset",
        question: say(lang, { en: "How far?", fr: "De combien ?", zh: "跳多远？" }),
      };
    const to =
      position !== undefined
        ? { positionS: secondsOf(position) }
        : { offsetS: (direction === "back" ? -1 : 1) * secondsOf(offset!) };
    return control(
      powers,
      (media) => media.seek(to),
      ({ positionS }) => {
        if (positionS === undefined) return say(lang, { en: "Done.", fr: "C'est fait.", zh: "好了。" });
        const at = sayDuration(isoSeconds(positionS), lang);
        return say(lang, { en: `Now at ${at}.`, fr: `On en est à ${at}.`, zh: `现在在${at}。` });
      },
    );
  },
  undo: restoreMedia,
});

const mediaShuffle = defineAction({
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
    control(
      powers,
      (media) => media.setShuffle(on),
      () =>
        on
          ? say(powers.lang, { en: "Shuffle is on.", fr: "Lecture aléatoire activée.", zh: "已开启随机播放。" })
          : say(powers.lang, { en: "Shuffle is off.", fr: "Lecture aléatoire désactivée.", zh: "已关闭随机播放。" }),
    ),
  undo: async (data, powers) => {
    const before = snapshotIn(data);
    return control(
      powers,
      (media) => media.setShuffle(before?.shuffle ?? false),
      () => putBack(powers.lang),
    );
  },
});

const mediaRepeat = defineAction({
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
    control(
      powers,
      (media) => media.setRepeat(mode),
      () => repeatWords(mode, powers.lang),
    ),
  undo: async (data, powers) => {
    const before = snapshotIn(data);
    return control(
      powers,
      (media) => media.setRepeat(before?.repeat ?? "off"),
      () => putBack(powers.lang),
    );
  },
});

const mediaNow = defineAction({
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

export const mediaActions = defineDomain("media", [
  mediaPlay,
  mediaPause,
  mediaResume,
  mediaStop,
  mediaNext,
  mediaPrevious,
  mediaSeek,
  mediaShuffle,
  mediaRepeat,
  mediaNow,
]);

/** One of the controls; with nothing to control the answer says so. */
async function control(
  powers: Powers,
  what: (media: MediaDriver) => Promise<MediaState>,
  words: (state: MediaState) => string,
): Promise<Result> {
  const media = await powers.drivers.media();
  try {
    const before = await media.snapshot();
    const state = await what(media);
    return { kind: "done", say: words(state), data: state, undo: { before: before ?? null } };
  } catch (error) {
    if (!(error instanceof ShellError) || error.code !== "NOT_FOUND") throw error;
    const last = /no other piece/.test(error.message);
    return {
      kind: "failed",
      code: error.code,
      say: last
        ? say(powers.lang, {
            en: "There is no other piece.",
            fr: "Il n'y a pas d'autre morceau.",
            zh: "没有其他曲目了。",
          })
        : sayNothing(powers.lang),
    };
  }
}

async function restoreMedia(data: UndoData, powers: Powers): Promise<Result> {
  const media = await powers.drivers.media();
  const before = snapshotIn(data);
  if (before) await media.restore(before);
  else if (await media.now()) await media.stop();
  return { kind: "done", say: putBack(powers.lang) };
}

function snapshotIn(data: UndoData): MediaSnapshot | undefined {
  return (data.before ?? undefined) as MediaSnapshot | undefined;
}

function putBack(lang: Lang): string {
  return say(lang, { en: "It is as it was.", fr: "C'est comme avant.", zh: "已恢复原状。" });
}

function sayNothing(lang: Lang): string {
  return say(lang, { en: "Nothing is playing.", fr: "Rien n'est en cours de lecture.", zh: "现在没有在播放。" });
}

function sayPlaying({ title, artist, player }: MediaState, lang: Lang): string {
  const what = title ?? player;
  if (!artist) return say(lang, { en: `${what} is playing.`, fr: `${what} est en lecture.`, zh: `正在播放${what}。` });
  return say(lang, {
    en: `${what} by ${artist} is playing.`,
    fr: `${what} de ${artist} est en lecture.`,
    zh: `正在播放${artist}的${what}。`,
  });
}

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

function repeatWords(mode: Repeat, lang: Lang): string {
  if (mode === "one") return say(lang, { en: "Repeating this piece.", fr: "Je répète ce morceau.", zh: "单曲循环。" });
  if (mode === "all") return say(lang, { en: "Repeating everything.", fr: "Je répète tout.", zh: "列表循环。" });
  return say(lang, { en: "Repeat is off.", fr: "Répétition désactivée.", zh: "循环已关闭。" });
}

/** Seconds of a duration of clock units. */
function secondsOf(iso: string): number {
  const { hours = 0, minutes = 0, seconds = 0 } = partsOf(iso) ?? {};
  return hours * 3600 + minutes * 60 + seconds;
}

function isoSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `PT${whole}S` : `PT${minutes}M${whole % 60 === 0 ? "" : `${whole % 60}S`}`;
}
