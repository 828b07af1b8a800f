import rrule from "rrule";
import { ShellError } from "../errors.ts";
import { asUtc, toInstant } from "./zoned-time.ts";

/** A rule with the wall-clock time and zone in which it is meant: "at 07:30 in Paris, on weekdays". */
export interface Recurrence {
  /** RFC 5545 RRULE without its name: `FREQ=WEEKLY;BYDAY=MO`. */
  readonly rrule: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** The first moment, local: `2026-11-24T07:30`. */
  readonly firstLocal: string;
}

/**
 * The first moment of the rule strictly after `after`, or undefined when the rule has ended. The rule is unrolled on
 * the wall clock and each moment is then placed in the zone, so that 07:30 stays 07:30 when the clocks change.
 */
export function nextOccurrence(recurrence: Recurrence, after: Date): Date | undefined {
  const rule = ruleOf(recurrence);
  // A wall clock is at most 14 h ahead of or 12 h behind UTC: start a day early and skip what is not after.
  let wall = rule.after(new Date(after.getTime() - 86_400_000), true);
  while (wall !== null) {
    const instant = toInstant(wall.toISOString().slice(0, 19), recurrence.timeZone);
    if (instant > after) return instant;
    wall = rule.after(wall, false);
  }
  return undefined;
}

/** The rule as rrule's object, on the wall clock read as UTC. Throws ARGUMENT_INVALID. */
function ruleOf({ rrule: text, firstLocal }: Recurrence): InstanceType<typeof rrule.RRule> {
  try {
    const options = rrule.RRule.parseString(text);
    return new rrule.RRule({ ...options, dtstart: asUtc(firstLocal), tzid: null });
  } catch (cause) {
    throw new ShellError("ARGUMENT_INVALID", `not a recurrence rule: ${text}`, {
      cause,
      remedy: "give an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=MO",
    });
  }
}
