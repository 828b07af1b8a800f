import type { Lang } from "../plan.ts";
import type { ValueContext } from "./context.ts";
import { addParts, type DurationParts, type DurationUnit, isoDuration } from "./duration-parts.ts";
import { DURATION_PATTERNS } from "./duration-patterns.ts";
import { tidy } from "./words/tidy.ts";

/**
 * "an hour and a half" → PT1H30M, "deux heures vingt" → PT2H20M, 半小时 → PT30M; a bare number is minutes for a timer; undefined when no
 * length of time is said.
 */
export function readDuration(words: string, context: Pick<ValueContext, "lang" | "action">): string | undefined {
  const text = tidy(words, context.lang);
  const parts = findDuration(text, context.lang) ?? (IN_MINUTES.has(context.action) ? bareMinutes(text) : undefined);
  return parts && isoDuration(parts);
}

const IN_MINUTES: ReadonlySet<string | undefined> = new Set(["timer_start", "timer_extend", "alarm_snooze"]);

/** "set a timer" – "for how long?" – "five". */
function bareMinutes(text: string): DurationParts | undefined {
  const number = /^(?:for |pour )?(\d{1,3})$/.exec(text.trim());
  if (!number) return undefined;
  const parts: DurationParts = {};
  addParts(parts, "minutes", Number(number[1]));
  return parts;
}

const PIECES: Readonly<Record<Lang, RegExp>> = {
  en: new RegExp(`(?<![\\p{L}\\d.])${DURATION_PATTERNS.en.piece}`, "gu"),
  fr: new RegExp(`(?<![\\p{L}\\d.])${DURATION_PATTERNS.fr.piece}`, "gu"),
  zh: new RegExp(DURATION_PATTERNS.zh.piece, "gu"),
};

/** The unit that a bare number after another unit counts: "an hour twenty", "2 minutes 30". */
const AFTER: Readonly<Partial<Record<DurationUnit, DurationUnit>>> = { hours: "minutes", minutes: "seconds" };

/** The amounts in tidied words, summed; undefined when there are none. */
export function findDuration(text: string, lang: Lang): DurationParts | undefined {
  const parts: DurationParts = {};
  let last: DurationUnit | undefined;
  let end = 0;
  for (const match of packed(text, lang).matchAll(PIECES[lang])) {
    const piece = onePiece(match.groups!, lang);
    if (!piece) continue;
    addParts(parts, piece.unit, piece.amount);
    last = piece.unit;
    end = match.index + match[0].length;
  }
  if (!last) return digitalClock(text) ?? ordinalUnit(text, lang);
  const smaller = AFTER[last];
  const rest = smaller && /^\s?(?:and |et )?(\d{1,2})(?!\s?[\p{L}\d:])/u.exec(packed(text, lang).slice(end));
  if (rest && parts[smaller] === undefined) addParts(parts, smaller, Number(rest[1]));
  return parts;
}

function onePiece(groups: Record<string, string>, lang: Lang): { unit: DurationUnit; amount: number } | undefined {
  const patterns = DURATION_PATTERNS[lang];
  const { n = "", unit: word = "", tail } = groups;
  let amount = patterns.amountOf(n);
  if (amount === undefined) return undefined;
  if (tail) amount += patterns.amountOf(tail.trim().replace(/^(and|et) /, "")) ?? 0;
  if (/^(fortnight|quinzaine)/.test(word)) amount *= 2;
  if (word.startsWith("刻")) return { unit: "minutes", amount: amount * 15 };
  // In English m is both minutes and months: only the whole word is a month.
  const unit = /^months?$/.test(word) ? "months" : patterns.units.find(([pattern]) => pattern.test(word))?.[1];
  return unit && { unit, amount };
}

/** "1h30", "2m05s" and "10min" as separate pieces: the number after a unit letter starts a new one. */
function packed(text: string, lang: Lang): string {
  if (lang === "zh") return text;
  const opened = text.replace(/(?<=\d ?(?:h|m|min|mn|hr|hrs))(?=\d)/g, " ");
  return lang === "en" ? opened.replace(/^(?=(?:hour|day|week|month|year|minute)s? and )/, "1 ") : opened;
}

/** "2:30" is two minutes thirty, "1:02:30" has hours. */
function digitalClock(text: string): DurationParts | undefined {
  const match = /(?<![\d:])(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?![\d:])/.exec(text);
  if (!match) return undefined;
  const parts: DurationParts = {};
  if (match[1]) addParts(parts, "hours", Number(match[1]));
  addParts(parts, "minutes", Number(match[2]));
  addParts(parts, "seconds", Number(match[3]));
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** "minute two", "the 3rd minute", 第2分钟: a place on the time line, counted from its start. */
function ordinalUnit(text: string, lang: Lang): DurationParts | undefined {
  const match =
    lang === "zh"
      ? /第(\d+)(?=分|秒|小时)/.exec(text)
      : /\b(?:minutes?|seconds?|secondes?|hours?|heures?) (\d+)\b|\b(\d+)(?:th|e|er) (?:minute|second|seconde|hour|heure)\b/.exec(
          text,
        );
  if (!match) return undefined;
  const parts: DurationParts = {};
  const unit = /minute|分/.test(text) ? "minutes" : /second|秒/.test(text) ? "seconds" : "hours";
  addParts(parts, unit, Number(match[1] ?? match[2]));
  return parts;
}
