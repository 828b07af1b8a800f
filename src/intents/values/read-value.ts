import type { ArgType } from "../args.ts";
import { readEnum } from "./choice.ts";
import type { ValueContext } from "./context.ts";
import { readDate, readDateTime, readTime } from "./datetime.ts";
import { readDuration } from "./duration.ts";
import { readInt, readNumber } from "./number.ts";
import { readPercent } from "./percent.ts";
import { readPeriod } from "./period.ts";
import { readRecurrence } from "./recurrence/recurrence.ts";
import { readText } from "./text.ts";
import { readBool } from "./truth.ts";

const READERS = {
  text: readText,
  ref: readText,
  int: readInt,
  number: readNumber,
  percent: readPercent,
  bool: readBool,
  duration: readDuration,
  datetime: readDateTime,
  date: readDate,
  time: readTime,
  period: readPeriod,
  recurrence: readRecurrence,
  enum: readEnum,
} satisfies Record<ArgType, (words: string, context: ValueContext) => unknown>;

/**
 * Words of an utterance as the canonical value of an argument (docs/annotation.md). Two spans are joined by a space.
 * Undefined when the words give no such value. Never throws; well under a millisecond, chrono-node's last resort excepted.
 */
export function readValue(type: ArgType, words: string, context: ValueContext): unknown | undefined {
  return READERS[type](words, context);
}
