const DIGITS = new Map([..."零一二三四五六七八九"].map((c, n) => [c, n] as const));
DIGITS.set("〇", 0).set("两", 2).set("俩", 2).set("幺", 1);
const POWERS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const WEEKDAYS = "一二三四五六日";

/**
 * Chinese numerals as digits: 二十五号 → 25号, 一百零五 → 105, 两点半 → 2点半, 二零二六 → 2026. Weekdays are taken out first, as
 * `w1`…`w7`, or 周一一点 would read as eleven.
 */
export function digitsZh(text: string): string {
  return text
    .replace(/(?:星期|礼拜|周)([一二三四五六日天1-7])(?![个次天])/g, (_, day: string) => ` w${weekday(day)} `)
    .replace(/[零〇一二两俩三四五六七八九十百千万亿幺]+/g, (run) => {
      const n = numeral(run);
      return n === undefined ? run : String(n);
    })
    .replace(/\s+/g, " ")
    .trim();
}

function weekday(day: string): number {
  if (day === "天") return 7;
  return /\d/.test(day) ? Number(day) : WEEKDAYS.indexOf(day) + 1;
}

function numeral(run: string): number | undefined {
  const digits = [...run];
  if (!digits.some((c) => /[十百千万亿]/.test(c))) return Number(digits.map((c) => DIGITS.get(c)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let last = 1;
  for (const c of digits) {
    const power = POWERS.get(c);
    if (power !== undefined) {
      section += (digit ?? 1) * power;
      last = power;
      digit = undefined;
    } else if (c === "万" || c === "亿") {
      if (section === 0 && digit === undefined) return undefined;
      const scale = c === "万" ? 1e4 : 1e8;
      total = (total + section + (digit ?? 0)) * scale;
      section = 0;
      digit = undefined;
      last = scale;
    } else if (DIGITS.get(c) === 0) last = 1;
    else digit = DIGITS.get(c);
  }
  // 一百五 is 150 and 三千二 3200: the last digit stands for the power below.
  return total + section + (digit ?? 0) * (last >= 100 ? last / 10 : 1);
}
