import type { Lang } from "../plan.ts";
import type { DurationUnit } from "./duration-parts.ts";

/** How one language says amounts of time, over tidied words (numbers are digits, hyphens are spaces). */
export interface DurationPatterns {
  /** One amount with its unit; the groups `n`, `unit` and `tail` are read by {@link amountOf}. */
  readonly piece: string;
  /** What may stand between two pieces. */
  readonly joint: string;
  readonly units: readonly (readonly [RegExp, DurationUnit])[];
  /** The number said by the group `n`, or added by `tail`. */
  amountOf(words: string): number | undefined;
}

const EN: DurationPatterns = {
  piece:
    "(?<n>half (?:of )?(?:an?|1) |(?:an? |1 )?half |(?:an? |1 |3 )?quarters? (?:of )?(?:an? |1 )?|\\d+(?:\\.\\d+)?(?: and (?:an? |1 |3 )?(?:half|quarters?))? ?|an? )" +
    "(?:more |extra |additional |whole |full |good |solid )?" +
    "(?<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|fortnights?|months?|years?|yrs?)(?![a-z])" +
    "(?<tail> and (?:an? |1 |3 )?(?:half|quarters?)(?! (?:past|to|of|an?)\\b))?",
  joint: " ?(?:and )?",
  units: [
    [/^s/, "seconds"],
    [/^(m|min)/, "minutes"],
    [/^h/, "hours"],
    [/^d/, "days"],
    [/^(w|f)/, "weeks"],
    [/^y/, "years"],
  ],
  amountOf(words) {
    const digits = /^\d+(\.\d+)?(?! quarters?| half)/.exec(words);
    const whole = digits ? Number(digits[0]) : 0;
    if (/half/.test(words)) return whole + 0.5;
    if (/quarter/.test(words)) return whole + (/(^|and )3 quarters/.test(words) ? 0.75 : 0.25);
    if (digits) return whole;
    return /^an? $/.test(words) ? 1 : undefined;
  },
};

const FR: DurationPatterns = {
  piece:
    "(?<n>(?:1 )?demie? |(?:1 |3 )quarts? d'|\\d+(?:\\.\\d+)?(?: et demie?)? ?)" +
    "(?:bonnes? )?(?<unit>secondes?|sec|s|minutes?|mins?|mn|m|heures?|h|journees?|jours?|j|semaines?|sem|quinzaines?|mois|ans?|annees?)(?![a-z])" +
    "(?<tail> et demie?| et (?:1 |3 )?quarts?(?! d')| moins (?:le |1 )?quart)?",
  joint: " ?(?:et )?",
  units: [
    [/^(s|sec|secondes?)$/, "seconds"],
    [/^(m|mn|mins?|minutes?)$/, "minutes"],
    [/^h/, "hours"],
    [/^j/, "days"],
    [/^(sem|semaines?|quinzaines?)$/, "weeks"],
    [/^mois$/, "months"],
    [/^an/, "years"],
  ],
  amountOf(words) {
    const quarter = /(?:(\d) )?quart/.exec(words);
    if (quarter) return /moins/.test(words) ? -0.25 : quarter[1] === "3" ? 0.75 : 0.25;
    const digits = /^\d+(\.\d+)?/.exec(words);
    if (/^1 demi/.test(words)) return 0.5;
    const half = /demi/.test(words) ? 0.5 : 0;
    return digits || half ? Number(digits?.[0] ?? 0) + half : undefined;
  },
};

const ZH: DurationPatterns = {
  piece:
    "(?<n>\\d+(?:[.点]\\d+)?个半|\\d+(?:[.点]\\d+)?来?多?个?|半个?)(?<unit>秒钟?|分钟|分(?!之)|刻钟|小时|钟头|天|日(?!元)|周年?|星期|礼拜|月|年)(?<tail>半)?(?:钟)?",
  joint: "(?:又|零|和|,)?",
  units: [
    [/^秒/, "seconds"],
    [/^分/, "minutes"],
    [/^(小时|钟头)/, "hours"],
    [/^[天日]/, "days"],
    [/^(周年|年)/, "years"],
    [/^(周|星期|礼拜)/, "weeks"],
    [/^月/, "months"],
  ],
  amountOf(words) {
    const digits = /^\d+(?:[.点]\d+)?/.exec(words);
    const half = /半/.test(words) ? 0.5 : 0;
    return digits || half ? Number(digits?.[0].replace("点", ".") ?? 0) + half : undefined;
  },
};

export const DURATION_PATTERNS: Readonly<Record<Lang, DurationPatterns>> = { en: EN, fr: FR, zh: ZH };

/** The source of a whole duration without named groups, to be built into larger patterns. */
export function durationSource(lang: Lang): string {
  const { piece, joint } = DURATION_PATTERNS[lang];
  const one = piece.replace(/\(\?<[a-z]+>/g, "(?:");
  const clock = lang === "zh" ? "" : "(?: (?:and |et )?\\d{1,2}$|\\d{2}$)?";
  return `(?:${one})(?:${joint}(?:${one}))*${clock}`;
}
