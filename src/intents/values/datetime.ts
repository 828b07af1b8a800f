import { calendarOf } from "./calendar.ts";
import { chronoDateTime } from "./chrono.ts";
import type { ValueContext } from "./context.ts";
import { isoLocal, withinCalendar } from "./moment/local-clock.ts";
import { pickMoment } from "./moment/pick.ts";
import { readFacts } from "./moment/read-facts.ts";
import { rangeStart } from "./period.ts";
import { firstOccurrence } from "./recurrence/first-occurrence.ts";
import { withoutRecurrence } from "./recurrence/recurrence.ts";
import { tidy } from "./words/tidy.ts";

/**
 * The next future local moment that the words name (docs/annotation.md), e.g. "tomorrow at half seven" → 2026-11-24T07:30.
 * With `context.recurrence` it is the first moment of that rule from now on. Undefined when the words name none.
 */
export function readDateTime(words: string, context: ValueContext): string | undefined {
  return withinCalendar(() => dateTimeOf(words, context));
}

function dateTimeOf(words: string, context: ValueContext): string | undefined {
  const text = tidy(words, context.lang);
  const calendar = calendarOf(context);
  if (context.recurrence) {
    const { facts } = readFacts(withoutRecurrence(text, context.lang), context.lang);
    const first = firstOccurrence(context.recurrence, facts, calendar);
    if (first) return isoLocal(first);
  }
  const start = rangeStart(text, context.lang, calendar);
  if (start) return isoLocal(start);
  const { facts, rest } = readFacts(text, context.lang);
  const moment = pickMoment(facts, calendar);
  if (moment) return isoLocal(moment);
  return /[\p{L}\d]/u.test(rest) ? chronoDateTime(words, context) : undefined;
}

/** The day alone: "next Friday" → 2026-12-04. */
export function readDate(words: string, context: ValueContext): string | undefined {
  return readDateTime(words, context)?.slice(0, 10);
}

/** The time of day alone: "half seven" → 07:30 or 19:30, by the rules of a datetime without a day. */
export function readTime(words: string, context: ValueContext): string | undefined {
  const { facts } = readFacts(tidy(words, context.lang), context.lang);
  if (!facts.clock && !facts.part && !facts.offset && !facts.now) return undefined;
  return withinCalendar(() => {
    const moment = pickMoment(facts, calendarOf(context));
    return moment && isoLocal(moment).slice(11);
  });
}
