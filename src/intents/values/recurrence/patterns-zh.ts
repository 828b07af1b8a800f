import {
  ALL_DAYS,
  daysIn,
  every,
  type Frequency,
  monthly,
  monthlyWeekday,
  type RecurrenceRule,
  span,
  WEEKENDS,
  WORKDAYS,
  weekly,
  yearly,
} from "./patterns.ts";

const DAYS = "((?:w[1-7] ?[,、和跟与及]?[ ]?(?:每个?)?[ ]?)+)";
const FREQUENCIES: Readonly<Record<string, Frequency>> = {
  分: "MINUTELY",
  小: "HOURLY",
  钟: "HOURLY",
  天: "DAILY",
  日: "DAILY",
  周: "WEEKLY",
  星: "WEEKLY",
  礼: "WEEKLY",
  月: "MONTHLY",
  年: "YEARLY",
  晚: "DAILY",
  早: "DAILY",
};
const UNIT = "(分钟|小时|钟头|天|日|周|星期|礼拜|月|年)";
const frequency = (unit: string): Frequency => FREQUENCIES[unit[0]!] ?? "DAILY";
const days = (text: string): number[] => daysIn(text, /w([1-7])/g, Number);

export const RECURRENCES_ZH: readonly RecurrenceRule[] = [
  { pattern: /(?:每个?|从)? ?w([1-7]) ?[到至-] ?w([1-7])/, rule: (m) => weekly(span(Number(m[1]), Number(m[2]))) },
  {
    pattern: /每[天日]除了?(.*)/,
    rule: (m) => (/周末/.test(m[1]!) ? WORKDAYS : weekly(ALL_DAYS.filter((day) => !days(m[1]!).includes(day)))),
  },
  {
    pattern: /(?:每个?月)?的?(?:第([1-5])|最后1?)个? ?w([1-7])/,
    rule: (m, text) => (/每个?月/.test(text) ? monthlyWeekday(m[1] ? Number(m[1]) : -1, Number(m[2])) : undefined),
  },
  { pattern: /每个?月的?(?:最后1天|月?底)/, rule: () => monthly(-1) },
  { pattern: /每个?月的?(\d{1,2})[号日]?(?!\d|点|个)/, rule: (m) => monthly(Number(m[1])) },
  { pattern: /每年的?(\d{1,2})月(\d{1,2})[号日]?/, rule: (m) => yearly(Number(m[1]), Number(m[2])) },
  { pattern: /每年的?圣诞节?/, rule: () => yearly(12, 25) },
  { pattern: /(?:每个?|逢)?(?:工作日|平日|上班日|周中)/, rule: () => WORKDAYS },
  { pattern: /(?:每个?|逢)?(?:周|星期|礼拜)末/, rule: () => WEEKENDS },
  { pattern: /每半个?(?:小时|钟头)/, rule: () => every("MINUTELY", 30) },
  { pattern: /每1?刻钟/, rule: () => every("MINUTELY", 15) },
  { pattern: /隔1?天|每隔1天/, rule: () => every("DAILY", 2) },
  {
    pattern:
      /(?:每隔1个?|隔1?个?)(?:周|星期|礼拜)的?(?: ?w([1-7]))?|隔 ?w([1-7])|(?:每2个?)(?:周|星期|礼拜)的? ?w([1-7])/,
    rule: (m) => weekly([Number(m[1] ?? m[2] ?? m[3])], 2) ?? every("WEEKLY", 2),
  },
  { pattern: /每隔1个?月|隔月/, rule: () => every("MONTHLY", 2) },
  { pattern: new RegExp(`每隔?(\\d{1,3})个?${UNIT}`), rule: (m) => every(frequency(m[2]!), Number(m[1])) },
  { pattern: /隔(\d{1,3})个?(分钟|小时|天|周|星期|月)/, rule: (m) => every(frequency(m[2]!), Number(m[1])) },
  { pattern: new RegExp(`(?:每个?(?:周|星期|礼拜)?的?|逢|每逢) ?${DAYS}`), rule: (m) => weekly(days(m[1]!)) },
  { pattern: /每[天日晚早]上?|天天|日日|每个?(?:早上|晚上|早晨|上午|下午|中午|清晨)/, rule: () => every("DAILY") },
  { pattern: /每(?:1个?|个)?(?:小时|钟头)/, rule: () => every("HOURLY") },
  { pattern: /每分钟/, rule: () => every("MINUTELY") },
  { pattern: /每个?(?:周|星期|礼拜)/, rule: (_, text) => weekly(days(text)) ?? every("WEEKLY") },
  { pattern: /每个?季度?/, rule: () => every("MONTHLY", 3) },
  { pattern: /每1?个?月/, rule: () => every("MONTHLY") },
  { pattern: /每1?年/, rule: () => every("YEARLY") },
  { pattern: /w[1-7] ?[,、和跟与及 ] ?w[1-7].*/, rule: (_, text) => weekly(days(text)) },
];
