import { findDuration } from "../duration.ts";
import type { DurationParts } from "../duration-parts.ts";
import { durationSource } from "../duration-patterns.ts";
import { offset, rolling } from "./amounts.ts";
import { clockOf, type Facts, type Part, type Rule, yearOf } from "./facts.ts";

const DURATION = durationSource("zh");
const NEXT = "(下+|上+|这|本)";
const rule = (pattern: string, read: Rule["read"]): Rule => ({ pattern: new RegExp(pattern, "u"), read });
const duration = (words: string): DurationParts => findDuration(words, "zh") ?? {};
const shiftOf = (word: string | undefined): number =>
  word?.startsWith("下") ? word.length : word?.startsWith("上") ? -word.length : 0;
const DAYS: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3 };
const YEARS: Readonly<Record<string, number>> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 };
const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/凌晨/, "dawn"],
  [/早|晨|上午/, "morning"],
  [/中午|正午/, "noon"],
  [/下午|午后/, "afternoon"],
  [/午夜|半夜12点|零点/, "midnight"],
  [/夜里|深夜|半夜|夜间/, "night"],
  [/晚|傍晚|夜/, "evening"],
];

/** Chinese, numerals as digits and weekdays as w1-w7, in the order in which it must be read. */
export const RULES_ZH: readonly Rule[] = [
  rule("(?<=[月年])的?(?:第(\\d)|最后1?)个?(?: ?w([1-7])|((?:周|星期|礼拜)末)|([天日])|(周|星期|礼拜))", (f, m) => {
    f.nth = {
      n: m[1] ? Number(m[1]) : -1,
      of: m[2] ? Number(m[2]) : m[3] ? "weekend" : m[4] ? "day" : "week",
    };
  }),
  rule("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})", (f, m) => date(f, Number(m[3]), Number(m[2]), Number(m[1]))),
  rule(
    "(?:(\\d{2,4})年|([今明后去前])年的?)?(\\d{1,2})月份?(?:的?(\\d{1,2})[号日]?(?!点|:|\\d|个)|(底|末|初|中))?",
    (f, m) => {
      const back = m[2] === undefined ? undefined : YEARS[m[2]];
      if (back !== undefined) f.unit = { of: "year", shift: back };
      if (m[5]) f.edge = m[5] === "初" ? "start" : m[5] === "中" ? "middle" : "end";
      const year = yearOf(m[1]);
      const month = Number(m[3]);
      if (month < 1 || month > 12) return false;
      f.date = { month, ...(m[4] && { day: Number(m[4]) }), ...(year && { year }) };
    },
  ),
  rule("(\\d{1,2})/(\\d{1,2})", (f, m) => date(f, Number(m[2]), Number(m[1]))),
  rule("(\\d{4})年(底|末|初)?", (f, m) => {
    f.date = { year: Number(m[1]) };
    if (m[2]) f.edge = m[2] === "初" ? "start" : "end";
  }),
  rule("(?:圣诞节?)?平安夜|圣诞前夜", (f) => date(f, 24, 12)),
  rule("圣诞节?", (f) => date(f, 25, 12)),
  rule("跨年夜?|元旦前夜|新年前夜", (f) => date(f, 31, 12)),
  rule("元旦|新年", (f) => date(f, 1, 1)),
  rule("国庆节?", (f) => date(f, 1, 10)),
  rule("劳动节", (f) => date(f, 1, 5)),
  rule("情人节", (f) => date(f, 14, 2)),

  // Beside a day that was named: what names it has been cut out by now.
  rule("\\| ?的?(?:之|以)?(前|后)的?(?:第?1个)? ?w([1-7])", (f, m) => {
    f.beside = { days: m[1] === "前" ? -1 : 1, weekday: Number(m[2]) };
  }),
  rule("\\| ?的?(?:之|以)?(前|后)的?(?:(\\d{1,3})个?(天|日|周|星期|礼拜))|\\| ?的?(?:第2天|次日|翌日|隔天)", (f, m) => {
    const days = Number(m[2] ?? 1) * (m[3] === undefined || /[天日]/.test(m[3]) ? 1 : 7);
    f.beside = { days: m[1] === "前" ? -days : days };
  }),

  rule(`(?:在)?(?:最近的?|过去的?|前|近|刚过去的?|上)(${DURATION})(?:内|里|以内)?`, (f, m) =>
    /^(上|前)(1?个?(月|周|星期|礼拜)|\d+点)/.test(m[0]) ? false : rolling(f, -1, duration(m[1]!)),
  ),
  rule(`(?:在)?(?:接下来的?|未来的?|今后的?|下)(${DURATION})(?:内|里|以内)?`, (f, m) =>
    /^下1?个?(月|周|星期|礼拜)/.test(m[0]) ? false : rolling(f, 1, duration(m[1]!)),
  ),
  rule(`(${DURATION})(?:之内|以内|内)`, (f, m) => rolling(f, 1, duration(m[1]!))),
  rule("(?:最近|过去)1?个?(小时|分钟|天|周|星期|月|年)", (f, m) => rolling(f, -1, duration(`1个${m[1]}`))),
  rule("(上|下)1?个?(?:小时|钟头)(?!后)", (f, m) => rolling(f, shiftOf(m[1]), { hours: 1 })),
  rule("这1?个?(?:小时|钟头)(?!后)", (f) => {
    f.unit = { of: "hour", shift: 0 };
  }),
  rule(`(?:再过|过|等)?(${DURATION})(?:之后|以后|过后|后(?![天年])|后)`, (f, m) => offset(f, duration(m[1]!), 1)),
  rule(`(${DURATION})(?:之前|以前|前(?![天年]))`, (f, m) => offset(f, duration(m[1]!), -1)),
  rule(`(?:再过|再等|过)(${DURATION})`, (f, m) => offset(f, duration(m[1]!), 1)),

  rule("(大后|大前|[今明后昨前])[天日](?:的)?", (f, m) => {
    f.days = DAYS[m[1]!]!;
  }),
  rule("今晚(?:上|夜)?|今夜", (f) => {
    f.days = 0;
    f.part = "tonight";
  }),
  rule("([明昨后前])晚(?:上)?", (f, m) => {
    f.days = DAYS[m[1]!]!;
    f.part = "evening";
  }),
  rule("([今明])(?:早|晨)(?:上|晨)?", (f, m) => {
    f.days = DAYS[m[1]!]!;
    f.part = "morning";
  }),
  rule("([明今])(?=上午|中午|下午|晚)", (f, m) => {
    f.days = DAYS[m[1]!]!;
  }),
  rule("现在|立刻|马上|立即", (f) => {
    f.now = true;
  }),
  rule("当天|当日", (f) => {
    f.days ??= 0;
  }),

  rule(`(?:${NEXT}1?个?(?:周|星期|礼拜)?的? ?)?w([1-7])(?![1-7])`, (f, m) => {
    f.weekday = m[1] ? { day: Number(m[2]), week: shiftOf(m[1]) } : { day: Number(m[2]) };
  }),
  rule("([去今明]年|这个?|今)?([春夏秋冬])[天季]", (f, m) => {
    f.season = { of: "春夏秋冬".indexOf(m[2]!), shift: m[1]?.startsWith("明") ? 1 : m[1]?.startsWith("去") ? -1 : 0 };
  }),
  rule(`(?:${NEXT}个?)?(?:周|星期|礼拜)末`, (f, m) => {
    f.unit = { of: "weekend", shift: shiftOf(m[1]) };
  }),
  rule(`${NEXT}1?个?(周|星期|礼拜|月)(底|末|初|中)?`, (f, m) => {
    f.unit = { of: m[2] === "月" ? "month" : "week", shift: shiftOf(m[1]) };
    if (m[3]) f.edge = m[3] === "初" ? "start" : m[3] === "中" ? "middle" : "end";
  }),
  rule("([前去今本明后])年(底|末|初)?", (f, m) => {
    f.unit = { of: "year", shift: YEARS[m[1]!]! };
    if (m[2]) f.edge = m[2] === "初" ? "start" : "end";
  }),
  rule("(月|年)(底|末|初|中)", (f, m) => {
    f.unit ??= { of: m[1] === "月" ? "month" : "year", shift: 0 };
    f.edge = m[2] === "初" ? "start" : m[2] === "中" ? "middle" : "end";
  }),
  rule("(\\d{1,2})[号日](?!线|楼)", (f, m) =>
    f.date?.day ? false : date(f, Number(m[1]), f.date?.month, f.date?.year),
  ),

  rule("半夜12点|午夜12点|晚上?12点整?(?!\\d|半)", (f) => {
    f.part = "midnight";
  }),
  rule(
    "凌晨|清晨|清早|大清早|早晨|早上|上午|中午|正午|下午|午后|傍晚|晚上|晚间|夜晚|夜里|深夜|半夜|夜间|午夜|早(?=\\d)|晚(?=\\d)",
    (f, m) => {
      f.part =
        f.part === "tonight"
          ? f.part
          : f.days === 0 && /晚上|晚间|夜晚/.test(m[0])
            ? "tonight"
            : (PARTS.find(([pattern]) => pattern.test(m[0]))?.[1] ?? "evening");
    },
  ),
  rule("差(\\d{1,2}分?|1刻)(?:钟)?(?:到)?(\\d{1,2})[点时]|(\\d{1,2})[点时]差(\\d{1,2}分?|1刻)", (f, m) => {
    const less = m[1] ?? m[4]!;
    const total = Number(m[2] ?? m[3]) * 60 - (less === "1刻" ? 15 : Number.parseInt(less, 10));
    return clock(f, Math.floor(total / 60) || 12, total % 60);
  }),
  rule("(\\d{1,2})[点时](?:钟|整)?(半|[13]刻|0?\\d{1,2})?(?:分)?(?:(\\d{1,2})秒)?", (f, m) => {
    const minute = m[2] === "半" ? 30 : m[2]?.endsWith("刻") ? 15 * Number(m[2][0]) : Number(m[2] ?? 0);
    return clock(f, Number(m[1]), minute, Number(m[3] ?? 0));
  }),
  rule("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?", (f, m) =>
    clock(f, Number(m[1]), Number(m[2]), Number(m[3] ?? 0), m[1]!.startsWith("0")),
  ),
  rule(`(${DURATION})`, (f, m) =>
    f.clock || f.days !== undefined || f.offset || f.rolling ? false : offset(f, duration(m[1]!), 1),
  ),
];

export const BARE_HOUR_ZH = rule("(?<![\\d第])(\\d{1,2})(?![\\d个])", (f, m) => clock(f, Number(m[1]), 0));

function date(f: Facts, day: number, month?: number, year?: number): boolean {
  if (f.date?.day || day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return false;
  f.date = { day, ...(month && { month }), ...(year && { year }) };
  return true;
}

function clock(f: Facts, hour: number, minute: number, second = 0, sure = false): boolean {
  if (f.clock) return false;
  const found = clockOf(hour, minute, sure ? "sure" : "twelve", second);
  if (found) f.clock = found;
  return found !== undefined;
}
