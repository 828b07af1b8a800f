import { maybe, maybeOneOf } from "../../args.ts";
import { say } from "../../say.ts";
import { partsOf } from "../../values/duration-parts.ts";
import { sayDuration } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { controlMedia, restoreMedia } from "./control-media.ts";

export const mediaSeek = defineAction({
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
    return controlMedia(
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
