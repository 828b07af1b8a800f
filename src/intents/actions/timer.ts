import { defineDomain } from "./define-action.ts";
import { timerCancel } from "./timer/timer-cancel.ts";
import { timerExtend } from "./timer/timer-extend.ts";
import { timerList } from "./timer/timer-list.ts";
import { timerPause, timerResume } from "./timer/timer-pause.ts";
import { timerStart } from "./timer/timer-start.ts";

export const timerActions = defineDomain("timer", [
  timerStart,
  timerList,
  timerCancel,
  timerPause,
  timerResume,
  timerExtend,
]);
