import type { TurnContext } from "../src/intents/plan.ts";
import { createUnderstanding, type Understanding } from "../src/intents/understand/index.ts";
import { EVAL_INSTANT, EVAL_TIME_ZONE, type Item } from "./items.ts";
import type { Mind, MindOptions } from "./mind.ts";
import { equalPlans } from "./score.ts";

/** The understanding of src/intents, as the shell uses it. */
export async function createInProcessMind({ modelPath, tellLang }: MindOptions): Promise<Mind> {
  return mindOver(await createUnderstanding(modelPath === undefined ? {} : { modelPath }), tellLang);
}

/** The same over an understanding that is loaded already; closing the mind closes it. */
export function mindOver(understanding: Understanding, tellLang: boolean): Mind {
  return {
    takesContext: true,
    async understand(item) {
      const context = await contextOf(item, understanding, tellLang);
      const plan = await understanding.understand(item.utterance, {
        ...optionsOf(item, tellLang),
        ...(context ? { context } : {}),
      });
      return {
        calls: plan.calls,
        best: plan.guess ?? plan.calls,
        unsure: plan.unsure ?? false,
        confidence: plan.confidence,
        ms: plan.ms,
        ...(plan.tokens ? { tokens: plan.tokens } : {}),
      };
    },
    [Symbol.asyncDispose]: () => understanding[Symbol.asyncDispose](),
  };
}

function optionsOf(item: Item, tellLang: boolean) {
  return { now: EVAL_INSTANT, timeZone: EVAL_TIME_ZONE, ...(tellLang ? { lang: item.lang } : {}) };
}

/** The turn before, with the words of its arguments where it was understood rightly, as a session would hand it on. */
async function contextOf(
  item: Item,
  understanding: Understanding,
  tellLang: boolean,
): Promise<TurnContext | undefined> {
  if (!item.before) return undefined;
  const plan = await understanding.understand(item.before.utterance, optionsOf(item, tellLang));
  return plan.words && equalPlans(item.before.calls, plan.calls) ? { ...item.before, words: plan.words } : item.before;
}
