import { MONTHS_FR, monthFr, WEEKDAYS_FR, weekdayFr } from "../moment/rules-fr.ts";
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

const DAY = `(?:${WEEKDAYS_FR})`;
const DAY_NAMES = new RegExp(`\\b(${WEEKDAYS_FR})s?\\b`, "g");
const EVERY = "(?:tous les|toutes les|tout les|chaque)";
const DAYS = `((?:${DAY}s?(?: et (?:les |le |tous les |chaque )?| ou | |, ?))*${DAY}s?)`;
const FREQUENCIES: readonly (readonly [RegExp, Frequency])[] = [
  [/^min/, "MINUTELY"],
  [/^h/, "HOURLY"],
  [/^(j|matin|soir|nuit)/, "DAILY"],
  [/^sem/, "WEEKLY"],
  [/^mois/, "MONTHLY"],
  [/^an/, "YEARLY"],
];
const UNIT = "(minutes?|heures?|jours?|matins?|soirs?|nuits?|semaines?|mois|ans?|annees?)";
const NTH: Readonly<Record<string, number>> = { "1er": 1, "2e": 2, second: 2, "3e": 3, "4e": 4, dernier: -1 };
const frequency = (unit: string): Frequency => FREQUENCIES.find(([pattern]) => pattern.test(unit))?.[1] ?? "DAILY";
const re = (source: string): RegExp => new RegExp(`\\b(?:${source})\\b`, "u");
const days = (text: string): number[] => daysIn(text, DAY_NAMES, weekdayFr);

export const RECURRENCES_FR: readonly RecurrenceRule[] = [
  {
    pattern: re("(?:tous les jours|chaque jour) sauf (.*)"),
    rule: (m) => (/week ?end/.test(m[1]!) ? WORKDAYS : weekly(ALL_DAYS.filter((day) => !days(m[1]!).includes(day)))),
  },
  { pattern: re(`(?:du )?(${DAY}) (?:au|a) (${DAY})`), rule: (m) => weekly(span(weekdayFr(m[1]!), weekdayFr(m[2]!))) },
  {
    pattern: re(
      `(?:le |chaque |tous les )?(1er|2e|second|3e|4e|dernier)s? (${DAY})s? (?:du mois|de chaque mois|de tous les mois|par mois)`,
    ),
    rule: (m) => monthlyWeekday(NTH[m[1]!]!, weekdayFr(m[2]!)),
  },
  { pattern: re(`(?:1 |le )?(${DAY}) sur 2`), rule: (m) => weekly([weekdayFr(m[1]!)], 2) },
  { pattern: re(`1 ${UNIT} sur (2|3)`), rule: (m) => every(frequency(m[1]!), Number(m[2])) },
  {
    pattern: re(
      "(?:le |tous les )?(\\d{1,2})(?:er)?(?: jour)? (?:de chaque mois|du mois|de tous les mois|chaque mois|tous les mois)|(?:tous les|chaque) (\\d{1,2})(?:er)? du mois|(?:tous les|chaque) mois le (\\d{1,2})(?:er)?|chaque (\\d{1,2})(?:er)?(?! (?:minute|heure|jour|sem|mois|an))",
    ),
    rule: (m) => monthly(Number(m[1] ?? m[2] ?? m[3] ?? m[4])),
  },
  {
    pattern: re("(?:le )?dernier jour (?:du|de chaque) mois|(?:a la )?fin de chaque mois|chaque fin de mois"),
    rule: () => monthly(-1),
  },
  {
    pattern: re(`(?:tous les|chaque)(?: ans?| annees?)?(?: le)? (\\d{1,2})(?:er)? (${MONTHS_FR})`),
    rule: (m) => yearly(monthFr(m[2]!), Number(m[1])),
  },
  {
    pattern: re(
      "(?:tous les |chaque |les |en |la |pendant la )?(?:jours? (?:de (?:la )?semaine|ouvres?|ouvrables?|de travail|d'ecole))|en semaine|(?:tous les |les )?matins? (?:de|en) semaine",
    ),
    rule: () => WORKDAYS,
  },
  { pattern: re("(?:tous les |chaque |les |le )?week ?ends?"), rule: () => WEEKENDS },
  { pattern: re(`${EVERY} (?:demi heures?|demies heures?|30 minutes)`), rule: () => every("MINUTELY", 30) },
  { pattern: re(`${EVERY} quarts? d'heure`), rule: () => every("MINUTELY", 15) },
  { pattern: re(`${EVERY} (?:15 jours|quinzaines?)`), rule: () => every("WEEKLY", 2) },
  {
    pattern: re(`${EVERY} (\\d{1,3}) ${UNIT}(?: le (${DAY}))?`),
    rule: (m) => (m[3] ? weekly([weekdayFr(m[3])], Number(m[1])) : every(frequency(m[2]!), Number(m[1]))),
  },
  {
    pattern: re(`(?:${EVERY} semaines?|hebdomadaire(?:ment)?|1 fois par semaine)(?: (?:le|les) ${DAYS})?`),
    rule: (_, text) => weekly(days(text)) ?? every("WEEKLY"),
  },
  { pattern: re(`(?:${EVERY}|les) ${DAYS}(?: (?:matin|soir|apres midi)s?)?`), rule: (m) => weekly(days(m[0])) },
  {
    pattern: re(
      `(?:${EVERY} (?:jours?|matins?|soirs?|nuits?|apres midis?|midis?)|quotidien(?:ne)?(?:ment)?|journalier|1 fois par jour|tous les jours)`,
    ),
    rule: () => every("DAILY"),
  },
  { pattern: re(`${EVERY} heures?|1 fois par heure`), rule: () => every("HOURLY") },
  { pattern: re(`${EVERY} minutes?`), rule: () => every("MINUTELY") },
  { pattern: re("tous les trimestres|chaque trimestre|trimestriel(?:le)?(?:ment)?"), rule: () => every("MONTHLY", 3) },
  { pattern: re(`${EVERY} mois|mensuel(?:le)?(?:ment)?|1 fois par mois`), rule: () => every("MONTHLY") },
  { pattern: re(`${EVERY} (?:ans?|annees?)|annuel(?:le)?(?:ment)?|1 fois par an`), rule: () => every("YEARLY") },
  {
    pattern: re(`(?:le |les )?${DAY}s?(?: et (?:le |les )?| |, ?)(?:le |les )?${DAY}.*|${DAY}s|le ${DAY}$`),
    rule: (_, text) => weekly(days(text)),
  },
];
