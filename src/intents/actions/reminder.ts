import { defineDomain } from "./define-action.ts";
import { reminderDelete } from "./reminder/reminder-delete.ts";
import { reminderList } from "./reminder/reminder-list.ts";
import { reminderSet } from "./reminder/reminder-set.ts";

export const reminderActions = defineDomain("reminder", [reminderSet, reminderList, reminderDelete]);
