import { alarmCancel } from "./alarm/alarm-cancel.ts";
import { alarmList } from "./alarm/alarm-list.ts";
import { alarmSnooze, alarmStop } from "./alarm/alarm-ringing.ts";
import { alarmSet } from "./alarm/alarm-set.ts";
import { defineDomain } from "./define-action.ts";

export const alarmActions = defineDomain("alarm", [alarmSet, alarmList, alarmCancel, alarmSnooze, alarmStop]);
