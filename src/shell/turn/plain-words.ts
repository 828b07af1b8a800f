import type { Lang, Plan } from "../../intents/plan.ts";
import { fold } from "../text.ts";
import { saysCancel } from "./cancel-words.ts";

/** Words of one spelling in English and French: they say nothing about the language, which stays the one of the turn before. */
const SAME_IN_BOTH = /^(?:help|stop|pause|ok|okay|next|play)$/;

/**
 * What a few whole utterances mean whatever a mind made of them: "cancel that", right after something that can be taken back, takes that
 * back (a mind that sees a timer in the context may want to choose among all timers); and where no mind is sure, "cancel" is still cancel. What was taught goes first.
 * @param spoken the language of the turn before
 */
export function readPlainWords(plan: Plan, spoken: Lang, isCancellable: () => boolean): Plan {
  if (plan.tier === "taught") return plan;
  const isShared = SAME_IN_BOTH.test(fold(plan.utterance)) && spoken !== "zh";
  const lang = isShared ? spoken : plan.lang;
  const isCancel = plan.calls.length === 1 && plan.calls[0]?.action === "cancel";
  const isNeeded = !isCancel && saysCancel(plan.utterance) && (plan.unsure === true || isCancellable());
  if (!isNeeded) return lang === plan.lang ? plan : { ...plan, lang };
  const { unsure: _, guess: __, words: ___, ...rest } = plan;
  return { ...rest, lang, calls: [{ action: "cancel", args: {} }], tier: "reflex", confidence: 1 };
}
