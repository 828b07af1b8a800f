import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/** The truthful answer where nothing on this machine can know: what is missing, and what mends it. */
export function noSource(
  lang: Lang,
  sentences: Readonly<Record<Lang, string>>,
  because: string,
  remedy: string,
): Extract<Result, { kind: "unavailable" }> {
  return { kind: "unavailable", say: say(lang, sentences), because, remedy };
}
