import type { MediaDriver, MediaSnapshot, MediaState } from "../../../../devices/drivers/media/media.ts";
import { ShellError } from "../../../errors.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result, UndoData } from "../../result.ts";
import { say } from "../../say.ts";
import { sayNothing } from "./say-playing.ts";

/** One of the controls; with nothing to control the answer says so. */
export async function controlMedia(
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
    const last = error.reason?.name === "media.no-other";
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

export async function restoreMedia(data: UndoData, powers: Powers): Promise<Result> {
  const media = await powers.drivers.media();
  const before = snapshotIn(data);
  if (before) await media.restore(before);
  else if (await media.now()) await media.stop();
  return { kind: "done", say: putBack(powers.lang) };
}

export function snapshotIn(data: UndoData): MediaSnapshot | undefined {
  return (data.before ?? undefined) as MediaSnapshot | undefined;
}

export function putBack(lang: Lang): string {
  return say(lang, {
    en: "The player is as it was before.",
    fr: "Le lecteur est comme avant.",
    zh: "播放已恢复原状。",
  });
}
