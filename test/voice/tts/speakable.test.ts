import { describe, expect, test } from "vitest";
import type { Lang } from "../../../src/intents/plan.ts";
import { speakable, spokenSentences } from "../../../src/voice/tts/index.ts";

const SAID: Readonly<Record<Lang, readonly (readonly [written: string, said: string])[]>> = {
  en: [
    ["It's 7:30 am.", "It's 7 30 A M."],
    ["It is 7:05.", "It is 7 oh 5."],
    ["At 9:00 and at 00:00", "At 9 o'clock and at midnight"],
    ["Alarm at 6 pm tomorrow", "Alarm at 6 P M tomorrow"],
    ["1:02:03 left", "1 hour 2 minutes 3 seconds left"],
    ["on 2026-11-24", "on November 24th 2026"],
    ["On Tuesday 3 March.", "On Tuesday March 3rd."],
    ["2026-11-24T07:30", "November 24th 2026, 7 30"],
    ["The volume is at 40%.", "The volume is at 40 percent."],
    ["It is 21.5 °C, down from 1 °C", "It is 21.5 degrees Celsius, down from 1 degree Celsius"],
    ["-5°C tonight", "minus 5 degrees Celsius tonight"],
    ["1,234,567 files in 12 GB", "1234567 files in 12 gigabytes"],
    ["100 km/h is 62 mph", "100 kilometres per hour is 62 miles per hour"],
    ["5–10 people, 2-3 days", "5 to 10 people, 2 to 3 days"],
    ["That costs €5.20, not $1.", "That costs 5 euros 20, not 1 dollar."],
    ["6 × 7 = 42", "6 times 7 equals 42"],
    ["I opened report_final-2.pdf.", "I opened report final 2 dot P D F."],
    ["Saved in ~/Documents/letters/draft.txt", "Saved in draft dot T X T"],
    ["See https://www.example.org/a/b?x=1 for more", "See example dot org for more"],
    ["Mail ann.lee@example.com", "Mail ann dot lee at example dot com"],
    ["Done 🎉👍🏽!", "Done!"],
    ["**Milk** and `eggs`", "Milk and eggs"],
    ["Playing “Blue” (live)", "Playing Blue, live"],
    ["~5 minutes, #3", "about 5 minutes, number 3"],
    ["I'm here, that's Bob's.", "I'm here, that's Bob's."],
    ["a well-known e-mail", "a well-known e-mail"],
    ["say [[h@l'oU]] now", "say, h@l'oU, now"],
  ],
  fr: [
    ["Il est 7 h 30.", "Il est 7 heures 30."],
    ["À 12:00 et à 0:15", "À midi et à minuit 15"],
    ["Réveil à 1 h.", "Réveil à 1 heure."],
    ["Le 2026-11-01.", "Le premier novembre 2026."],
    ["dimanche 1er mars", "dimanche premier mars"],
    ["Volume à 40 %.", "Volume à 40 pour cent."],
    ["Il fait 1,5 °C", "Il fait 1,5 degré Celsius"],
    ["-3 °C", "moins 3 degrés Celsius"],
    ["1 234 fichiers, 12 Go", "1234 fichiers, 12 gigaoctets"],
    ["2,50 €", "2 euros 50"],
    ["3 × 4 = 12", "3 fois 4 égale 12"],
    ["J'ai ouvert rapport.pdf", "J'ai ouvert rapport point P D F"],
    ["« Bonjour » (fin)", "Bonjour, fin"],
    ["anne@exemple.fr", "anne arobase exemple point F R"],
    ["D'accord 👍", "D'accord"],
  ],
  zh: [
    ["现在是7:30。", "现在是7点30分。"],
    ["闹钟设在2:05", "闹钟设在两点零5分"],
    ["下午3:00", "下午3点"],
    ["2026-11-24", "二零二六年11月24日"],
    ["音量是40%", "音量是百分之40"],
    ["气温21.5°C", "气温21.5摄氏度"],
    ["-5°C", "负5摄氏度"],
    ["12 GB", "12吉字节"],
    ["¥15", "15元"],
    ["6 × 7 = 42", "6 乘以 7 等于 42"],
    ["播放“蓝色”🎵", "播放蓝色"],
    ["打开 report.pdf", "打开 report 点 P D F"],
  ],
};

describe.each(Object.entries(SAID))("%s", (lang, rows) => {
  test.each(rows)("%s", (written, said) => {
    expect(speakable(written, lang as Lang)).toBe(said);
  });
});

test.each([
  ["en", "Here they are:\n- milk\n- eggs\n\n1. desk lamp", ["Here they are:", "milk.", "eggs.", "1: desk lamp."]],
  ["en", "Done. 🎉\n---\nNext: 7:30 am.", ["Done.", "Next: 7 30 A M."]],
  ["en", "", []],
  ["fr", "Oui ! C'est fait.", ["Oui!", "C'est fait."]],
  ["zh", "好的。已设置十分钟。\n1. 台灯", ["好的。", "已设置十分钟。", "1: 台灯。"]],
] as const)("%s: %j is said sentence by sentence", (lang, text, sentences) => {
  expect(spokenSentences(text, lang)).toEqual(sentences);
});
