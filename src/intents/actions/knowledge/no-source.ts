import { type ReasonName, type ReasonValues, reasonInWords } from "../../../reasons/reason.ts";
import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/** The truthful answer where nothing on this machine can know: what is missing, and what mends it. */
export function noSource(
  lang: Lang,
  sentences: Readonly<Record<Lang, string>>,
  reason: ReasonName,
  values: ReasonValues = {},
): Extract<Result, { kind: "unavailable" }> {
  const { why, remedy = "saysh doctor" } = reasonInWords(reason, lang, values);
  return { kind: "unavailable", say: say(lang, sentences), because: why, remedy };
}
