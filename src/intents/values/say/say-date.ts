import type { Temporal } from "temporal-polyfill";
import type { Lang } from "../../plan.ts";
import { DAY_NAMES, MONTH_NAMES } from "./day-names.ts";

const NEAR: Readonly<Record<Lang, Readonly<Record<number, string>>>> = {
  en: { [-1]: "yesterday", 0: "today", 1: "tomorrow" },
  fr: { [-2]: "avant-hier", [-1]: "hier", 0: "aujourd'hui", 1: "demain", 2: "après-demain" },
  zh: { [-2]: "前天", [-1]: "昨天", 0: "今天", 1: "明天", 2: "后天" },
};

/**
 * A day as far from `today` as it is: "tomorrow", "on Friday" (within six days), else "on 3 March", with the year where it is
 * another one. Without `today` weekday and date are said.
 */
export function sayDate(day: Temporal.PlainDate, lang: Lang, today?: Temporal.PlainDate): string {
  const ahead = today?.until(day).days;
  const near = ahead === undefined ? undefined : NEAR[lang][ahead];
  if (near) return near;
  const weekday = DAY_NAMES[lang][day.dayOfWeek - 1]!;
  if (ahead !== undefined && ahead > 0 && ahead < 7) return lang === "en" ? `on ${weekday}` : weekday;
  return dated(day, weekday, lang, !today || day.year !== today.year);
}

function dated(day: Temporal.PlainDate, weekday: string, lang: Lang, year: boolean): string {
  const month = MONTH_NAMES[lang][day.month - 1]!;
  if (lang === "zh") return `${year ? `${day.year}年` : ""}${month}${day.day}日${weekday}`;
  if (lang === "fr") return `${weekday} ${day.day === 1 ? "1er" : day.day} ${month}${year ? ` ${day.year}` : ""}`;
  return `on ${weekday} ${day.day} ${month}${year ? ` ${day.year}` : ""}`;
}
