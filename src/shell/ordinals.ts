import { fold } from "./text.ts";

/** Which of several: counted from the front or the back (0 is the first or the last), or the one that was not meant before. */
export type Ordinal = { readonly from: "start" | "end"; readonly index: number } | "other";

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|1st|premiere?|1ere?|number one|numero un)\b/, 0],
  [/\b(?:second|2nd|deuxieme|seconde?|2e(?:me)?|number two|numero deux)\b/, 1],
  [/\b(?:third|3rd|troisieme|3e(?:me)?|number three|numero trois)\b/, 2],
  [/\b(?:fourth|4th|quatrieme|4e(?:me)?|number four|numero quatre)\b/, 3],
  [/\b(?:fifth|5th|cinquieme|5e(?:me)?|number five|numero cinq)\b/, 4],
  [/\b(?:sixth|6th|sixieme|6e(?:me)?|number six|numero six)\b/, 5],
  [/\b(?:seventh|7th|septieme|7e(?:me)?|number seven|numero sept)\b/, 6],
  [/\b(?:eighth|8th|huitieme|8e(?:me)?|number eight|numero huit)\b/, 7],
  [/\b(?:ninth|9th|neuvieme|9e(?:me)?|number nine|numero neuf)\b/, 8],
  [/\b(?:tenth|10th|dixieme|10e(?:me)?|number ten|numero dix)\b/, 9],
];
const CHINESE_DIGITS = "一二三四五六七八九十";

/** "the second one", "la dernière", "number 3", "第二个", "l'autre", "the one before last" → which; undefined: the words count nothing. */
export function ordinalOf(words: string): Ordinal | undefined {
  const text = fold(words).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  if (/^(?:the |l')?(?:other|autre)(?: one)?$|^(?:the other|l'autre)\b|^另(?:外)?一?个?|^其他的?$/.test(text))
    return "other";
  if (
    /\b(?:second last|second to last|last but one|one before last|penultimate|avant-derniere?)\b|倒数第二/.test(text)
  ) {
    return { from: "end", index: 1 };
  }
  if (/\b(?:last|latest|dernieres?|derniers?)\b|最后(?:一)?|倒数第一/.test(text)) return { from: "end", index: 0 };
  const chinese = /第\s*([一二两三四五六七八九十]|\d+)/.exec(text)?.[1];
  if (chinese !== undefined) {
    const digit = /\d/.test(chinese) ? Number(chinese) : chinese === "两" ? 2 : CHINESE_DIGITS.indexOf(chinese) + 1;
    return digit > 0 ? { from: "start", index: digit - 1 } : undefined;
  }
  const numbered = /^(?:number |no\.? |numero |option |#)?(\d{1,2})$/.exec(text)?.[1];
  if (numbered !== undefined && Number(numbered) > 0) return { from: "start", index: Number(numbered) - 1 };
  for (const [pattern, index] of WORDS) if (pattern.test(text)) return { from: "start", index };
  return undefined;
}

/** The one of these that the ordinal means. "other": the second of two. */
export function pick<T>(items: readonly T[], ordinal: Ordinal): T | undefined {
  if (ordinal === "other") return items.length === 2 ? items[1] : undefined;
  return ordinal.from === "start" ? items[ordinal.index] : items[items.length - 1 - ordinal.index];
}
