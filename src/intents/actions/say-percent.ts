import type { Lang } from "../plan.ts";
import { say } from "../say.ts";

/** 40 → "40 percent", « 40 pour cent », "百分之40": as it is spoken. */
export function sayPercent(percent: number, lang: Lang): string {
  const n = Math.round(percent);
  return say(lang, { en: `${n} percent`, fr: `${n} pour cent`, zh: `百分之${n}` });
}
