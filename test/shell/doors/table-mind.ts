import type { Call, Plan } from "../../../src/intents/plan.ts";
import type { Understanding } from "../../../src/intents/understand/index.ts";

/**
 * A mind for tests of what does not depend on the model: a few sentences, understood by rules. "think" goes on thinking until it is
 * aborted; "and in X" needs the turn before.
 */
export function tableMind(): Understanding {
  return {
    residentBytes: 0,
    async understand(utterance, { context, signal }) {
      if (utterance === "think") await aborted(signal);
      const call = callOf(utterance.toLowerCase(), context?.calls[0]);
      const plan: Plan = {
        utterance,
        lang: "en",
        calls: call === undefined ? [] : [call],
        tier: call === undefined ? "none" : "reflex",
        confidence: call === undefined ? 0 : 1,
        ms: 0,
        ...(call === undefined ? { unsure: true } : {}),
      };
      return plan;
    },
    async [Symbol.asyncDispose]() {},
  };
}

function callOf(words: string, before: Call | undefined): Call | undefined {
  const timer = /^set a(?: (\w+))? timer for (\d+) (second|hour)s?$/.exec(words);
  if (timer) {
    const duration = timer[3] === "second" ? `PT${timer[2]}S` : `PT${timer[2]}H`;
    return { action: "timer_start", args: { duration, ...(timer[1] ? { label: timer[1] } : {}) } };
  }
  const place = /^and in (\w+)$/.exec(words)?.[1];
  if (place && before?.action === "time_now") return { action: "time_now", args: { place } };
  return {
    "what time is it": { action: "time_now", args: {} },
    "what timers do i have": { action: "timer_list", args: {} },
    "set a timer": { action: "timer_start", args: {} },
    "stop the alarm": { action: "alarm_stop", args: {} },
    "shut down": { action: "power_off", args: {} },
  }[words];
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}
