import type { Temporal } from "temporal-polyfill";
import type { Lang } from "../../plan.ts";
import { DAY_NAMES, MONTH_NAMES } from "./day-names.ts";
import { sayDate } from "./say-date.ts";
import { localOf, sayDateTime, todayOf } from "./say-datetime.ts";
import { sayTime } from "./say-time.ts";

type Local = Temporal.PlainDateTime;
type Named = Readonly<Record<Lang, string>>;

/** `start/end` as a time span in words: "tomorrow morning" · "demain matin" · 明天上午; "this week"; "from 15:00 to 17:00". */
export function sayPeriod(period: string, lang: Lang, now?: string | Date, timeZone?: string): string {
  const [from = "", to = ""] = period.split("/");
  const start = localOf(from);
  const end = localOf(to);
  if (!start || !end) return period;
  const today = now === undefined ? undefined : todayOf(now, timeZone);
  return (
    wholeDays(start, end, lang, today) ??
    partOfDay(start, end, lang, today) ??
    fromTo(start, end, lang, today, now, timeZone)
  );
}

const UNITS: readonly (readonly [
  unit: "week" | "weekend" | "month" | "year",
  names: readonly [last: Named, present: Named, next: Named],
])[] = [
  [
    "week",
    [
      { en: "last week", fr: "la semaine dernière", zh: "上周" },
      { en: "this week", fr: "cette semaine", zh: "这周" },
      { en: "next week", fr: "la semaine prochaine", zh: "下周" },
    ],
  ],
  [
    "weekend",
    [
      { en: "last weekend", fr: "le week-end dernier", zh: "上周末" },
      { en: "this weekend", fr: "ce week-end", zh: "这个周末" },
      { en: "next weekend", fr: "le week-end prochain", zh: "下周末" },
    ],
  ],
  [
    "month",
    [
      { en: "last month", fr: "le mois dernier", zh: "上个月" },
      { en: "this month", fr: "ce mois-ci", zh: "这个月" },
      { en: "next month", fr: "le mois prochain", zh: "下个月" },
    ],
  ],
  [
    "year",
    [
      { en: "last year", fr: "l'année dernière", zh: "去年" },
      { en: "this year", fr: "cette année", zh: "今年" },
      { en: "next year", fr: "l'année prochaine", zh: "明年" },
    ],
  ],
];

function wholeDays(start: Local, end: Local, lang: Lang, today?: Temporal.PlainDate): string | undefined {
  if (!isMidnight(start) || !isMidnight(end)) return undefined;
  const first = start.toPlainDate();
  const after = end.toPlainDate();
  if (first.until(after).days === 1) return sayDate(first, lang, today);
  const unit = unitOf(first, after);
  if (!unit) return undefined;
  const shift = today && shiftOf(unit, first, today);
  const name = shift !== undefined && UNITS.find(([u]) => u === unit)?.[1][shift + 1];
  if (name) return name[lang];
  if (unit === "year")
    return lang === "zh" ? `${first.year}年` : lang === "fr" ? `en ${first.year}` : `in ${first.year}`;
  if (unit !== "month") return undefined;
  const month = MONTH_NAMES[lang][first.month - 1]!;
  const year = today?.year === first.year ? "" : String(first.year);
  if (lang === "zh") return `${year && `${year}年`}${month}`;
  return `${lang === "fr" ? "en" : "in"} ${month}${year && ` ${year}`}`;
}

function unitOf(
  first: Temporal.PlainDate,
  after: Temporal.PlainDate,
): "week" | "weekend" | "month" | "year" | undefined {
  const days = first.until(after).days;
  if (days === 7 && first.dayOfWeek === 1) return "week";
  if (days === 2 && first.dayOfWeek === 6) return "weekend";
  if (first.day !== 1) return undefined;
  if (first.add({ months: 1 }).equals(after)) return "month";
  return first.month === 1 && first.add({ years: 1 }).equals(after) ? "year" : undefined;
}

function shiftOf(
  unit: "week" | "weekend" | "month" | "year",
  first: Temporal.PlainDate,
  today: Temporal.PlainDate,
): number {
  if (unit === "year") return first.year - today.year;
  if (unit === "month") return (first.year - today.year) * 12 + first.month - today.month;
  const monday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });
  return monday(today).until(monday(first)).days / 7;
}

const PARTS: readonly (readonly [start: number, end: number, alone: Named, ofDay: Named])[] = [
  [6, 12, { en: "this morning", fr: "ce matin", zh: "今天上午" }, { en: "morning", fr: "matin", zh: "上午" }],
  [
    12,
    18,
    { en: "this afternoon", fr: "cet après-midi", zh: "今天下午" },
    { en: "afternoon", fr: "après-midi", zh: "下午" },
  ],
  [18, 22, { en: "this evening", fr: "ce soir", zh: "今天晚上" }, { en: "evening", fr: "soir", zh: "晚上" }],
  [18, 24, { en: "tonight", fr: "ce soir", zh: "今晚" }, { en: "evening", fr: "soir", zh: "晚上" }],
  [22, 30, { en: "tonight", fr: "cette nuit", zh: "今天夜里" }, { en: "night", fr: "dans la nuit", zh: "夜里" }],
];

function partOfDay(start: Local, end: Local, lang: Lang, today?: Temporal.PlainDate): string | undefined {
  const hours = start.until(end).total("hours");
  const part = PARTS.find(([from, to]) => start.hour === from && start.minute === 0 && hours === to - from);
  if (!part || !today) return undefined;
  const ahead = today.until(start.toPlainDate()).days;
  const [, , alone, ofDay] = part;
  if (ahead === 0) return alone[lang];
  const day = sayDate(start.toPlainDate(), lang, today);
  return lang === "zh" ? `${day}${ofDay.zh}` : `${day} ${ofDay[lang]}`;
}

function fromTo(
  start: Local,
  end: Local,
  lang: Lang,
  today?: Temporal.PlainDate,
  now?: string | Date,
  timeZone?: string,
): string {
  if (isMidnight(start) && isMidnight(end)) {
    const first = plainDay(start.toPlainDate(), lang, today);
    const last = plainDay(end.toPlainDate().subtract({ days: 1 }), lang, today);
    return lang === "zh" ? `${first}到${last}` : lang === "fr" ? `de ${first} à ${last}` : `from ${first} to ${last}`;
  }
  const a = sayDateTime(start.toString(), lang, now, timeZone);
  if (!start.toPlainDate().equals(end.toPlainDate())) {
    const b = sayDateTime(end.toString(), lang, now, timeZone);
    return lang === "zh" ? `${a}到${b}` : lang === "fr" ? `de ${a} à ${b}` : `from ${a} to ${b}`;
  }
  const day = sayDate(start.toPlainDate(), lang, today);
  const [t1, t2] = [sayTime(start.toString(), lang), sayTime(end.toString(), lang)];
  return lang === "zh"
    ? `${day}${t1}到${t2}`
    : lang === "fr"
      ? `${day} de ${t1} à ${t2}`
      : `${day} from ${t1} to ${t2}`;
}

function plainDay(day: Temporal.PlainDate, lang: Lang, today?: Temporal.PlainDate): string {
  const ahead = today?.until(day).days ?? 99;
  if (ahead > 1 && ahead < 7) return DAY_NAMES[lang][day.dayOfWeek - 1]!;
  return sayDate(day, lang, today).replace(/^on /, "");
}

function isMidnight(local: Local): boolean {
  return local.hour === 0 && local.minute === 0 && local.second === 0;
}
