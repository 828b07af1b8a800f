import type { Clock, Facts, Part } from "./facts.ts";

/** A time of day; `shift` 1 is the day after, for the hours that belong to the night before. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly shift: 0 | 1;
}

/** The moment that a part of the day stands for when no clock time is said. */
const PART_TIMES: Readonly<Record<Part, TimeOfDay>> = {
  dawn: at(5),
  morning: at(9),
  noon: at(12),
  afternoon: at(15),
  evening: at(19),
  tonight: at(20),
  night: at(22),
  midnight: at(0, 1),
};

/** Said of today when the usual moment may be over: "today" at ten in the morning is noon. */
const LATER_TODAY: Readonly<Partial<Record<Part | "day", readonly TimeOfDay[]>>> = {
  day: [at(9), at(12), at(15), at(19), at(22)],
  morning: [at(9), at(11)],
  afternoon: [at(15), at(17)],
  evening: [at(19), at(21)],
  tonight: [at(20), at(22), at(23)],
};

/**
 * The times that facts may mean on one day, the likeliest first. Without a clock time and a part of the day: 09:00.
 * @param named the words (or a recurrence) say which day
 * @param waking an alarm: 4 to 11 are then in the morning
 */
export function timesOf(facts: Facts, named: boolean, waking: boolean): readonly TimeOfDay[] {
  const { clock, part } = facts;
  if (!clock && facts.days === 0) return LATER_TODAY[part ?? "day"] ?? [PART_TIMES[part!]];
  if (!clock) return [part ? PART_TIMES[part] : at(9)];
  if (part && clock.kind !== "sure") return [partTime(clock, part)];
  if (clock.kind !== "twelve") return [exact(clock)];
  const am = { ...exact(clock), hour: clock.hour % 12 };
  const pm = { ...am, hour: am.hour + 12 };
  if (waking && clock.hour >= 4 && clock.hour <= 11) return [am];
  if (!named) return [am, pm];
  return clock.hour >= 7 && clock.hour <= 11 ? [am, pm] : [pm, am];
}

function at(hour: number, shift: 0 | 1 = 0): TimeOfDay {
  return { hour, minute: 0, second: 0, shift };
}

function exact({ hour, minute, second = 0 }: Clock): TimeOfDay {
  return hour === 24 ? { hour: 0, minute, second, shift: 1 } : { hour, minute, second, shift: 0 };
}

/** Seven in the evening, one at night, twelve at noon: the part of the day decides which half, and which day. */
function partTime(clock: Clock, part: Part): TimeOfDay {
  const h = clock.hour;
  const { minute, second = 0 } = clock;
  const morning = { hour: h % 12, minute, second, shift: 0 as const };
  const later = { ...morning, hour: morning.hour + 12 };
  const nextDay = { ...morning, shift: 1 as const };
  switch (part) {
    case "dawn":
      return morning;
    case "morning":
      return h === 12 ? later : morning;
    case "noon":
      return h === 11 || h === 10 ? morning : later;
    case "afternoon":
      return later;
    case "evening":
      return h === 12 ? nextDay : later;
    case "tonight":
      return h === 12 || h < 5 ? nextDay : later;
    case "night":
      return h === 12 || h < 6 ? nextDay : later;
    case "midnight":
      return nextDay;
  }
}
