import type { ValueContext } from "./context.ts";
import { localNow } from "./moment/local-clock.ts";
import type { Calendar } from "./moment/pick.ts";

/** Actions whose clock times are mornings when nobody says. */
const WAKING = new Set(["alarm_set", "alarm_cancel"]);
/** Actions that ask about what has been. */
const LOOKING_BACK = new Set(["file_find", "history_read", "message_read", "log_read"]);

/** The user's clock, and what the action makes of words that leave it open. */
export function calendarOf(context: ValueContext): Calendar {
  const { now, timeZone, action = "" } = context;
  return { now, timeZone, local: localNow(now, timeZone), back: LOOKING_BACK.has(action), waking: WAKING.has(action) };
}
