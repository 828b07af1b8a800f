import type { Lang } from "../../plan.ts";

const LOCALES: Readonly<Record<Lang, string>> = { en: "en-GB", fr: "fr-FR", zh: "zh-CN" };
const formats = new Map<string, Intl.NumberFormat>();

/** A number with the digits people want to hear: "1,234.5" · "1 234,5" · "1,234.5". At most `digits` decimals (2). */
export function sayNumber(value: number, lang: Lang, digits = 2): string {
  const key = `${lang}${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[lang], {
      maximumFractionDigits: digits,
      useGrouping: lang === "zh" ? "min2" : true,
    });
    formats.set(key, format);
  }
  // French groups by a narrow no-break space, which terminals and voices take badly.
  return format
    .format(value)
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/^-0$/, "0");
}
