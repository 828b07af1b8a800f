import type { Lang } from "../plan.ts";
import type { Facts } from "./moment/facts.ts";

export type Bound = NonNullable<Facts["bound"]>;

const RANGES: Readonly<Record<Lang, readonly RegExp[]>> = {
  en: [
    /(?<around>^.*?)\bbetween (?<from>.+?) (?:and|to|-) (?<to>.+)$/,
    /(?<around>^.*?)\bfrom (?<from>.+?) (?:to|until|till|til|through|-|up to) (?<to>.+)$/,
    /(?<around>^|^.*? )(?<from>\S.*?) ?(?:-| to | through | until | till ) ?(?<to>\S.*)$/,
  ],
  fr: [
    /(?<around>^.*?)\bentre (?:le )?(?<from>.+?) et (?:le )?(?<to>.+)$/,
    /(?<around>^.*?)\b(?:du|de|d') ?(?<from>.+?) (?:au|a|jusqu'au|jusqu'a) (?<to>.+)$/,
    /(?<around>^.*?)(?<from>\S+) ?- ?(?<to>\S.*)$/,
  ],
  zh: [
    /(?<around>^)从?(?<from>.+?)(?:到|至|-|~)(?<to>.+?)(?:之间|期间)?$/,
    /(?<around>^)(?<from>.+?)[和与](?<to>.+?)(?:之间)$/,
  ],
};

/** The two ends of "between A and B", "from A to B" and what stands before them. */
export function splitRange(text: string, lang: Lang): { from: string; to: string; around: string } | undefined {
  for (const pattern of RANGES[lang]) {
    const groups = pattern.exec(text)?.groups;
    if (!groups?.from || !groups.to) continue;
    if (/\d{4}-\d\d?-\d\d?/.test(text) && !/ to | au | a |到/.test(text)) continue;
    return { from: groups.from.trim(), to: groups.to.trim(), around: (groups.around ?? "").trim() };
  }
  return undefined;
}

const BOUNDS: Readonly<Record<Lang, readonly (readonly [RegExp, Bound])[]>> = {
  en: [
    [/\b(?:ever )?since\b/, "since"],
    [/\b(?:up )?(?:until|till|til)\b|\bby\b(?= )/, "until"],
    [
      /(?<!\b(?:days?|weeks?|the (?:mon|tues|wednes|thurs|fri|satur|sun)day) )\bbefore\b(?! (?:yesterday|now))/,
      "before",
    ],
    [
      /(?<!\b(?:days?|weeks?|the (?:mon|tues|wednes|thurs|fri|satur|sun)day) )\bafter\b(?! (?:tomorrow|next|(?:\d+|an?|half an?) (?:sec|min|hour|day|week|month)))/,
      "after",
    ],
  ],
  fr: [
    [/\bdepuis(?: le| la)?(?! \d+ (?:min|h|j|s|m|a))|\ba partir d[eu]\b/, "since"],
    [/\bjusqu'(?:au?x?|en)?\b/, "until"],
    [
      /(?<!\b(?:jours?|semaines?|le (?:lun|mar|mercre|jeu|vendre|same)di|le dimanche) )\bavant(?! hier| veille)\b/,
      "before",
    ],
    [
      /(?<!\b(?:jours?|semaines?|le (?:lun|mar|mercre|jeu|vendre|same)di|le dimanche) )\bapres(?! (?:demain|midi))\b/,
      "after",
    ],
  ],
  zh: [
    [/^自?从?(?=.*(?:以来|起|开始|至今|到现在))|自从?/, "since"],
    [/^(?:直到|截至|截止到?|到)|(?:为止)$/, "until"],
    [/(?<!\d(?:天|分钟|小时|周|星期|个月|年))(?:之前|以前)$|(?<=[点半刻w1-7号日天])前$/, "before"],
    [/(?<!\d(?:天|分钟|小时|周|星期|个月|年))(?:之后|以后)$/, "after"],
  ],
};

/** The word that opens the period on one side, taken out of the text. */
export function takeBound(text: string, lang: Lang): { bound?: Bound; rest: string } {
  for (const [pattern, bound] of BOUNDS[lang]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const cut = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    const rest = (lang === "zh" ? cut.replace(/以来|起$|开始$|至今|到现在|为止/g, "") : cut).trim();
    if (rest) return { bound, rest };
  }
  return { rest: text };
}

/** "2025", "in 20 24": a period of four figures is a year, where a datetime would be half past eight. */
export function takeYear(text: string): Facts | undefined {
  const match = /^(?:in |en |during |the year |l'annee )*((?:19|20)\d{2}|(?:19|20) \d{2})(?:年)?$/.exec(text);
  return match ? { date: { year: Number(match[1]!.replace(" ", "")) } } : undefined;
}
