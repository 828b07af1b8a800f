import type { MediaState } from "../../../../devices/drivers/media/media.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";

export function sayPlaying({ title, artist, player }: MediaState, lang: Lang): string {
  const what = title ?? player;
  if (!artist) return say(lang, { en: `${what} is playing.`, fr: `${what} est en lecture.`, zh: `正在播放${what}。` });
  return say(lang, {
    en: `${what} by ${artist} is playing.`,
    fr: `${what} de ${artist} est en lecture.`,
    zh: `正在播放${artist}的${what}。`,
  });
}

export function sayNothing(lang: Lang): string {
  return say(lang, { en: "Nothing is playing.", fr: "Rien n'est en cours de lecture.", zh: "现在没有在播放。" });
}
