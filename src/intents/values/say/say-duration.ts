import type { Lang } from "../../plan.ts";
import { type DurationUnit, partsOf } from "../duration-parts.ts";
import { sayList } from "./say-list.ts";
import { sayNumber } from "./say-number.ts";

const UNITS: Readonly<Record<DurationUnit, readonly [en: string, fr: string, zh: string]>> = {
  years: ["year", "an", "年"],
  months: ["month", "mois", "个月"],
  weeks: ["week", "semaine", "周"],
  days: ["day", "jour", "天"],
  hours: ["hour", "heure", "小时"],
  minutes: ["minute", "minute", "分钟"],
  seconds: ["second", "seconde", "秒"],
};

/**
 * An ISO 8601 duration as people say it: PT1H30M → "1 hour and 30 minutes" · "1 heure et 30 minutes" · 1小时30分钟. Seconds and
 * minutes beyond an hour's or minute's worth are carried (PT90S → "1 minute and 30 seconds").
 */
export function sayDuration(iso: string, lang: Lang): string {
  const parts = partsOf(iso);
  if (!parts) return iso;
  const { seconds = 0, minutes = 0, hours = 0, ...date } = parts;
  const total = Math.round(seconds) + minutes * 60 + hours * 3600;
  const clock = { hours: Math.floor(total / 3600), minutes: Math.floor((total % 3600) / 60), seconds: total % 60 };
  const pieces = Object.entries({ ...date, ...clock }).filter(([, amount]) => amount);
  if (pieces.length === 0) return piece("seconds", 0, lang);
  const said = pieces.map(([unit, amount]) => piece(unit as DurationUnit, amount, lang));
  return lang === "zh" ? said.join("") : sayList(said, lang);
}

function piece(unit: DurationUnit, amount: number, lang: Lang): string {
  const [en, fr, zh] = UNITS[unit];
  const number = sayNumber(amount, lang, 2);
  if (lang === "zh") return `${number}${zh}`;
  if (lang === "en") return `${number} ${en}${amount === 1 ? "" : "s"}`;
  return `${number} ${fr}${amount < 2 || fr.endsWith("s") ? "" : "s"}`;
}
