import { describe, expect, test } from "vitest";
import {
  sayBytes,
  sayDateTime,
  sayDuration,
  sayList,
  sayNumber,
  sayPeriod,
  sayRecurrence,
  sayTime,
} from "../../../src/intents/values/index.ts";

const NOW = "2026-11-23T10:00";
type Row = readonly [value: string, en: string, fr: string, zh: string];

function inAllLanguages(say: (value: string, lang: "en" | "fr" | "zh") => string, rows: readonly Row[]): void {
  test.each(rows)("%s", (value, en, fr, zh) => {
    expect([say(value, "en"), say(value, "fr"), say(value, "zh")]).toEqual([en, fr, zh]);
  });
}

describe("durations", () =>
  inAllLanguages(sayDuration, [
    ["PT10M", "10 minutes", "10 minutes", "10分钟"],
    ["PT1H30M", "1 hour and 30 minutes", "1 heure et 30 minutes", "1小时30分钟"],
    ["PT90S", "1 minute and 30 seconds", "1 minute et 30 secondes", "1分钟30秒"],
    ["P2D", "2 days", "2 jours", "2天"],
    ["P1M", "1 month", "1 mois", "1个月"],
    ["P1DT2H3M", "1 day, 2 hours and 3 minutes", "1 jour, 2 heures et 3 minutes", "1天2小时3分钟"],
    ["PT0S", "0 seconds", "0 seconde", "0秒"],
  ]));

describe("times", () =>
  inAllLanguages(sayTime, [
    ["07:30", "7:30", "7 h 30", "上午7:30"],
    ["19:00", "19:00", "19 h", "晚上7点"],
    ["2026-11-24T00:05", "0:05", "0 h 05", "凌晨0:05"],
    ["12:15", "12:15", "12 h 15", "中午12:15"],
  ]));

describe("moments", () =>
  inAllLanguages(
    (iso, lang) => sayDateTime(iso, lang, NOW),
    [
      ["2026-11-24T07:30", "tomorrow at 7:30", "demain à 7 h 30", "明天上午7:30"],
      ["2026-11-23T19:00", "today at 19:00", "aujourd'hui à 19 h", "今天晚上7点"],
      ["2026-11-27T15:00", "on Friday at 15:00", "vendredi à 15 h", "周五下午3点"],
      ["2026-12-25T09:00", "on Friday 25 December at 9:00", "vendredi 25 décembre à 9 h", "12月25日周五上午9点"],
      ["2027-03-01T09:00", "on Monday 1 March 2027 at 9:00", "lundi 1er mars 2027 à 9 h", "2027年3月1日周一上午9点"],
      ["soon", "soon", "soon", "soon"],
    ],
  ));

test("a Date is taken on the user's clock", () => {
  expect(sayDateTime("2026-11-24T07:30", "en", new Date("2026-11-23T10:00:00Z"), "Asia/Tokyo")).toBe(
    "tomorrow at 7:30",
  );
});

describe("periods", () =>
  inAllLanguages(
    (period, lang) => sayPeriod(period, lang, NOW),
    [
      ["2026-11-24T00:00/2026-11-25T00:00", "tomorrow", "demain", "明天"],
      ["2026-11-24T06:00/2026-11-24T12:00", "tomorrow morning", "demain matin", "明天上午"],
      ["2026-11-23T12:00/2026-11-23T18:00", "this afternoon", "cet après-midi", "今天下午"],
      ["2026-11-28T00:00/2026-11-30T00:00", "this weekend", "ce week-end", "这个周末"],
      ["2026-11-16T00:00/2026-11-23T00:00", "last week", "la semaine dernière", "上周"],
      ["2027-03-01T00:00/2027-04-01T00:00", "in March 2027", "en mars 2027", "2027年3月"],
      ["2024-01-01T00:00/2025-01-01T00:00", "in 2024", "en 2024", "2024年"],
      [
        "2026-11-23T15:00/2026-11-23T17:00",
        "today from 15:00 to 17:00",
        "aujourd'hui de 15 h à 17 h",
        "今天下午3点到下午5点",
      ],
      ["2026-11-24T00:00/2026-11-27T00:00", "from tomorrow to Thursday", "de demain à jeudi", "明天到周四"],
    ],
  ));

describe("recurrences", () =>
  inAllLanguages(sayRecurrence, [
    ["FREQ=DAILY", "every day", "tous les jours", "每天"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "du lundi au vendredi", "每个工作日"],
    ["FREQ=WEEKLY;BYDAY=MO", "every Monday", "tous les lundis", "每周一"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every other Monday", "lundi, toutes les 2 semaines", "每2周的周一"],
    ["FREQ=WEEKLY;INTERVAL=2", "every other week", "toutes les 2 semaines", "每2周"],
    ["FREQ=MINUTELY;INTERVAL=20", "every 20 minutes", "toutes les 20 minutes", "每20分钟"],
    ["FREQ=MONTHLY;BYMONTHDAY=1", "the 1st of every month", "le 1er de chaque mois", "每月1日"],
    [
      "FREQ=MONTHLY;BYDAY=-1FR",
      "the last Friday of every month",
      "le dernier vendredi de chaque mois",
      "每月最后一个周五",
    ],
    ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "every year on 3 March", "tous les ans le 3 mars", "每年3月3日"],
  ]));

test("numbers, sizes and lists", () => {
  expect(sayNumber(1234.5, "en")).toBe("1,234.5");
  expect(sayNumber(1234.5, "fr")).toBe("1 234,5");
  expect(sayBytes(1_500_000_000, "en")).toBe("1.5 GB");
  expect(sayBytes(1_500_000_000, "fr")).toBe("1,5 Go");
  expect(sayBytes(999_960, "en")).toBe("1 MB");
  expect(sayBytes(1, "en")).toBe("1 byte");
  expect(sayBytes(0, "zh")).toBe("0字节");
  expect(sayList(["milk", "eggs", "bread"], "en")).toBe("milk, eggs and bread");
  expect(sayList(["牛奶", "鸡蛋", "面包"], "zh")).toBe("牛奶、鸡蛋和面包");
  expect(sayList([], "fr")).toBe("");
});
