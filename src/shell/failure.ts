import { toShellError } from "../errors.ts";
import type { Lang } from "../intents/plan.ts";
import type { Result } from "../intents/result.ts";
import { say } from "../intents/say.ts";
import { inWords } from "../reasons/reason.ts";

/** A thrown error as the result that the person hears of: a missing backend is "unavailable", everything else "failed". */
export function failureOf(error: unknown, lang: Lang): Result {
  const known = toShellError(error);
  const { why: because, remedy } = inWords(known, lang);
  if (known.code === "BACKEND_MISSING") {
    return {
      kind: "unavailable",
      because,
      remedy: remedy ?? "saysh doctor",
      say: say(lang, {
        en: `This machine cannot do that: ${because}.`,
        fr: `Cette machine ne sait pas le faire : ${because}.`,
        zh: `这台机器做不到：${because}。`,
      }),
    };
  }
  return {
    kind: "failed",
    code: known.code,
    ...(remedy === undefined ? {} : { remedy }),
    say: say(lang, {
      en: `That did not work: ${because}.`,
      fr: `Cela n'a pas marché : ${because}.`,
      zh: `没有成功：${because}。`,
    }),
  };
}
