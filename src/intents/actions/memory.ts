import { defineDomain } from "./define-action.ts";
import { factForget, factRecall, factRemember } from "./memory/facts.ts";
import { historyRead } from "./memory/history.ts";
import { preferenceSet } from "./memory/preference.ts";
import { phraseTeach, routineList, routineSet } from "./memory/routines.ts";

export const memoryActions = defineDomain("memory", [
  factRemember,
  factRecall,
  factForget,
  preferenceSet,
  phraseTeach,
  routineList,
  routineSet,
  historyRead,
]);
