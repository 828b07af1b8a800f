import type { Lang } from "../plan.ts";
import type { ValueContext } from "./context.ts";
import { findNumber } from "./number.ts";
import { tidy } from "./words/tidy.ts";

/** Shares as words; the first that fits, so the longer stand before what they hold. */
const WORDS: Readonly<Record<Lang, readonly (readonly [RegExp, number])[]>> = {
  en: [
    [/\b(?:3|three)[ -]?(?:quarters|4ths)\b/, 75],
    [/\b(?:half ?way|half|midway|middle|medium)\b/, 50],
    [/\b2 3ths?\b/, 67],
    [/\b3ths?\b/, 33],
    [/\bquarter\b|\b4th\b/, 25],
    [/\b5ths?\b/, 20],
    [/\b10th\b/, 10],
    [/\ball the way (?:down|off|closed|shut|low)|\b(?:fully|completely|entirely) (?:closed?|shut|off|down)\b/, 0],
    [
      /\b(?:max(?:imum)?|full(?:y)?|all the way|highest|loudest|brightest|top|completely|entirely|whole|total|blast|flat out|open|up to the top)\b/,
      100,
    ],
    [/\b(?:min(?:imum)?|lowest|quietest|dimmest|darkest|off|closed?|shut|mute|silent|nothing|none)\b/, 0],
  ],
  fr: [
    [/\b3 quarts\b/, 75],
    [/\b(?:moitie|mi chemin|demie?|mi|milieu|moyen)\b/, 50],
    [/\b2 tiers\b/, 67],
    [/\btiers\b/, 33],
    [/\bquart\b/, 25],
    [/\b(?:completement|entierement|totalement|tout) (?:ferme|eteint|baisse|en bas)|\bferme[es]*\b|\beteint\w*\b/, 0],
    [
      /\b(?:max(?:imum|i)?|a fond|fond|plein\w*|tout(?:e)?|entierement|completement|ouvert\w*|le plus (?:fort|haut|lumineux)|au plus (?:fort|haut))\b/,
      100,
    ],
    [/\b(?:min(?:imum|i)?|le plus (?:bas|faible)|au plus (?:bas|faible)|rien|muet|coupe)\b/, 0],
  ],
  zh: [
    [/一半|1半|中间|半/, 50],
    [/全关|完全关|关闭|关上|关掉|关/, 0],
    [/最(?:大|亮|高|响|强)|满|全开|全部|完全|打开|全|顶/, 100],
    [/最(?:小|暗|低|弱|轻)|静音|无/, 0],
  ],
};

/** 0-100: "half" → 50, "à fond" → 100, 三成 → 30, "thirty percent" → 30; a number alone is a percent. Larger is 100. */
export function readPercent(words: string, context: Pick<ValueContext, "lang">): number | undefined {
  const { lang } = context;
  const text = tidy(words, lang);
  const said = lang === "zh" ? chineseShare(text) : undefined;
  const value = said ?? numberOf(text, lang) ?? WORDS[lang].find(([pattern]) => pattern.test(text))?.[1];
  return value === undefined || value < 0 ? undefined : Math.min(100, value);
}

/** A plain number, unless it only counts a fraction ("3 quarters", "2 3ths"). */
function numberOf(text: string, lang: Lang): number | undefined {
  if (/\d (?:quarters?|quarts?|tiers|moitie|\d+ths?)|^(?:(?:a|1|the) )?\d+ths?$/.test(text) || /\b\d+ths?\b/.test(text))
    return undefined;
  if (lang === "zh" && /(?<!\d)1(?:半|点(?!\d)|下|些|会)/.test(text)) return undefined;
  if (/^1 (?:half|demi|moitie|quart|tiers)/.test(text)) return undefined;
  const digits = /\d/.test(text) ? findNumber(text, lang) : undefined;
  // 3/4 of the way: a fraction as figures.
  return digits !== undefined && /\d\s*\/\s*\d/.test(text) && digits <= 1 ? Math.round(digits * 100) : digits;
}

/** 百分之三十, 三成, 三成半, 三分之一, 四分之三. */
function chineseShare(text: string): number | undefined {
  const percent = /(?:百|100)分之(百|\d+(?:[.点]\d+)?)/.exec(text);
  if (percent) return percent[1] === "百" ? 100 : Number(percent[1]!.replace("点", "."));
  const tenths = /(\d+)成(半)?/.exec(text);
  if (tenths) return Number(tenths[1]) * 10 + (tenths[2] ? 5 : 0);
  const fraction = /(\d+)分之(\d+)/.exec(text);
  if (fraction && Number(fraction[1]) > 0) return Math.round((Number(fraction[2]) / Number(fraction[1])) * 100);
  return undefined;
}
