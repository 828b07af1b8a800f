import { eventDelete, eventMove } from "./calendar/event-change.ts";
import { eventCreate } from "./calendar/event-create.ts";
import { eventList } from "./calendar/event-list.ts";
import { defineDomain } from "./define-action.ts";

export const calendarActions = defineDomain("calendar", [eventCreate, eventList, eventMove, eventDelete]);
