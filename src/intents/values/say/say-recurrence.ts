import type { Lang } from "../../plan.ts";
import { DAY_NAMES, MONTH_NAMES } from "./day-names.ts";
import { sayList } from "./say-list.ts";

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
type Words = readonly [en: string, fr: string, zh: string];
const UNITS: Readonly<Record<string, readonly [every: Words, many: Words]>> = {
  MINUTELY: [
    ["every minute", "chaque minute", "每分钟"],
    ["minutes", "toutes les", "分钟"],
  ],
  HOURLY: [
    ["every hour", "toutes les heures", "每小时"],
    ["hours", "toutes les", "小时"],
  ],
  DAILY: [
    ["every day", "tous les jours", "每天"],
    ["days", "tous les", "天"],
  ],
  WEEKLY: [
    ["every week", "toutes les semaines", "每周"],
    ["weeks", "toutes les", "周"],
  ],
  MONTHLY: [
    ["every month", "tous les mois", "每月"],
    ["months", "tous les", "个月"],
  ],
  YEARLY: [
    ["every year", "tous les ans", "每年"],
    ["years", "tous les", "年"],
  ],
};
const FR_MANY: Readonly<Record<string, string>> = {
  MINUTELY: "minutes",
  HOURLY: "heures",
  DAILY: "jours",
  WEEKLY: "semaines",
  MONTHLY: "mois",
  YEARLY: "ans",
};
const NTH: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: { "1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last" },
  fr: { "1": "premier", "2": "deuxième", "3": "troisième", "4": "quatrième", "5": "cinquième", "-1": "dernier" },
  zh: { "1": "第一个", "2": "第二个", "3": "第三个", "4": "第四个", "5": "第五个", "-1": "最后一个" },
};

/** An RRULE in words: "every weekday", "tous les lundis", 每两周; the rule itself where it says more than these words can. */
export function sayRecurrence(rule: string, lang: Lang): string {
  const fields = new Map(rule.split(";").map((field) => field.split("=", 2) as [string, string]));
  const unit = UNITS[fields.get("FREQ") ?? ""];
  if (!unit) return rule;
  const interval = Number(fields.get("INTERVAL") ?? 1);
  const days = fields.get("BYDAY")?.split(",");
  if (days) return sayDays(days, interval, lang) ?? rule;
  const day = fields.get("BYMONTHDAY");
  const month = fields.get("BYMONTH");
  if (day && month) return sayYearly(Number(day), Number(month), lang);
  if (day) return sayMonthDay(Number(day), lang);
  return sayEvery(fields.get("FREQ")!, unit, interval, lang);
}

function sayEvery(frequency: string, [every, many]: (typeof UNITS)[string], interval: number, lang: Lang): string {
  const n = lang === "en" ? 0 : lang === "fr" ? 1 : 2;
  if (interval === 1) return every[n];
  if (lang === "zh") return `每${interval}${many[2]}`;
  if (lang === "fr") return `${many[1]} ${interval} ${FR_MANY[frequency]}`;
  return interval === 2 ? `every other ${many[0].slice(0, -1)}` : `every ${interval} ${many[0]}`;
}

function sayDays(codes: readonly string[], interval: number, lang: Lang): string | undefined {
  const plain = codes.map((code) => CODES.indexOf(code));
  if (!plain.includes(-1)) {
    const key = plain.join("");
    if (interval === 1 && key === "01234")
      return { en: "every weekday", fr: "du lundi au vendredi", zh: "每个工作日" }[lang];
    if (interval === 1 && key === "56") return { en: "every weekend", fr: "tous les week-ends", zh: "每个周末" }[lang];
    const names = plain.map((day) => DAY_NAMES[lang][day]!);
    if (lang === "zh") return `${interval === 1 ? "每" : `每${interval}周的`}${sayList(names, lang)}`;
    if (lang === "fr") {
      const list = sayList(
        names.map((name) => `${name}s`),
        lang,
      );
      return interval === 1 ? `tous les ${list}` : `${sayList(names, lang)}, toutes les ${interval} semaines`;
    }
    const list = sayList(names, lang);
    return interval === 1
      ? `every ${list}`
      : interval === 2
        ? `every other ${list}`
        : `${list}, every ${interval} weeks`;
  }
  const match = /^(-?\d)([A-Z]{2})$/.exec(codes[0]!);
  const nth = match && NTH[lang][match[1]!];
  if (!match || !nth || codes.length > 1) return undefined;
  const name = DAY_NAMES[lang][CODES.indexOf(match[2]!)]!;
  return { en: `the ${nth} ${name} of every month`, fr: `le ${nth} ${name} de chaque mois`, zh: `每月${nth}${name}` }[
    lang
  ];
}

function sayMonthDay(day: number, lang: Lang): string {
  if (day === -1)
    return { en: "the last day of every month", fr: "le dernier jour de chaque mois", zh: "每月最后一天" }[lang];
  if (lang === "zh") return `每月${day}日`;
  return lang === "fr" ? `le ${day === 1 ? "1er" : day} de chaque mois` : `the ${ordinal(day)} of every month`;
}

function sayYearly(day: number, month: number, lang: Lang): string {
  const name = MONTH_NAMES[lang][month - 1] ?? String(month);
  if (lang === "zh") return `每年${name}${day}日`;
  return lang === "fr" ? `tous les ans le ${day === 1 ? "1er" : day} ${name}` : `every year on ${day} ${name}`;
}

function ordinal(n: number): string {
  const suffix = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
}
