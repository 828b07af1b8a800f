import type { Lang } from "../../plan.ts";
import { sayNumber } from "./say-number.ts";

const UNITS: Readonly<Record<Lang, readonly string[]>> = {
  en: ["bytes", "kB", "MB", "GB", "TB", "PB"],
  fr: ["octets", "ko", "Mo", "Go", "To", "Po"],
  zh: ["字节", "KB", "MB", "GB", "TB", "PB"],
};

/** A size in bytes, in steps of 1000 as disks are sold and file managers count: "1.5 GB" · "1,5 Go" · "1.5 GB". */
export function sayBytes(bytes: number, lang: Lang): string {
  const step = Math.min(5, Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3)));
  let value = bytes / 1000 ** step;
  let unit = step;
  if (Math.round(Math.abs(value) * 10) / 10 >= 1000 && unit < 5) {
    value /= 1000;
    unit++;
  }
  const number = sayNumber(value, lang, unit === 0 || Math.abs(value) >= 100 ? 0 : 1);
  if (unit > 0) return `${number} ${UNITS[lang][unit]}`;
  if (lang === "zh") return `${number}字节`;
  return `${number} ${Math.abs(bytes) === 1 || (lang === "fr" && bytes === 0) ? UNITS[lang][0]!.slice(0, -1) : UNITS[lang][0]}`;
}
