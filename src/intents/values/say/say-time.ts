import type { Lang } from "../../plan.ts";

/** `07:30` (or a local datetime) as a time of day: "7:30" · "7 h 30" · 上午7:30; in English with am or pm from `twelveHour`. */
export function sayTime(iso: string, lang: Lang, options: { twelveHour?: boolean } = {}): string {
  const match = /(?:^|T)(\d{2}):(\d{2})/.exec(iso);
  if (!match) return iso;
  const hour = Number(match[1]);
  const minute = match[2]!;
  if (lang === "fr") return minute === "00" ? `${hour} h` : `${hour} h ${minute}`;
  if (lang === "zh") return `${partZh(hour)}${hour > 12 ? hour - 12 : hour}${minute === "00" ? "点" : `:${minute}`}`;
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return options.twelveHour ? `${twelve}:${minute} ${hour < 12 ? "am" : "pm"}` : `${hour}:${minute}`;
}

function partZh(hour: number): string {
  if (hour < 6) return "凌晨";
  if (hour < 12) return "上午";
  if (hour < 13) return "中午";
  if (hour < 18) return "下午";
  return "晚上";
}
