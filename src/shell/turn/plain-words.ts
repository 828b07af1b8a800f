import type { Lang, Plan } from "../../intents/plan.ts";
import { fold } from "../text.ts";
import { saysCancel } from "./cancel-words.ts";

/** Words of one spelling in English and French: they say nothing about the language, which stays the one of the turn before. */
const SAME_IN_BOTH = /^(?:help|stop|pause|ok|okay|next|play)$/;

/** A yes or a no with no question before it asks for nothing; a mind that sees the last turn may take it for that turn once more. */
const BARE_ANSWER = /^(?:no|nope|non|nan|yes|yeah|yep|oui|ouais|不|不是|不行|是|是的|对|好|好的|行|嗯)$/;

/**
 * What a few whole utterances mean whatever a mind made of them: "cancel that", right after something that can be taken back, takes that
 * back (a mind that sees a timer in the context may want to choose among all timers); and where no mind is sure, "cancel" is still cancel. What was taught goes first.
 * @param spoken the language of the turn before
 */
export function readPlainWords(plan: Plan, spoken: Lang, isCancellable: () => boolean): Plan {
  if (plan.tier === "taught") return plan;
  if (BARE_ANSWER.test(fold(plan.utterance).replace(/\s+/g, "")))
    return { ...plan, calls: [], unsure: true, tier: "none" };
  const isShared = SAME_IN_BOTH.test(fold(plan.utterance)) && spoken !== "zh";
  const lang = isShared ? spoken : plan.lang;
  const isCancel = plan.calls.length === 1 && plan.calls[0]?.action === "cancel";
  const isNeeded = !isCancel && saysCancel(plan.utterance) && (plan.unsure === true || isCancellable());
  if (!isNeeded) return lang === plan.lang ? plan : { ...plan, lang };
  const { unsure: _, guess: __, words: ___, ...rest } = plan;
  return { ...rest, lang, calls: [{ action: "cancel", args: {} }], tier: "reflex", confidence: 1 };
}
