import type { Result } from "../../intents/result.ts";
import type { Outcome } from "../../memory/memory.ts";

/** How a turn ends when this was its last result. */
export function outcomeOf(result: Result): Outcome {
  switch (result.kind) {
    case "done":
      return "done";
    case "choose":
    case "ask":
      return "asked";
    case "failed":
      return "failed";
    case "unavailable":
      return "unavailable";
  }
}

/** 0 done · 3 not understood · 4 refused or not confirmed · 5 failed. A question that nobody answered is not confirmed. */
export function exitStatus(outcome: Outcome): 0 | 3 | 4 | 5 {
  switch (outcome) {
    case "done":
      return 0;
    case "not_understood":
      return 3;
    case "refused":
    case "cancelled":
    case "asked":
      return 4;
    case "failed":
    case "unavailable":
      return 5;
  }
}
