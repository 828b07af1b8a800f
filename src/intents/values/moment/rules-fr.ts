import { findDuration } from "../duration.ts";
import type { DurationParts } from "../duration-parts.ts";
import { durationSource } from "../duration-patterns.ts";
import { offset, rolling } from "./amounts.ts";
import { clockOf, type Facts, type Part, type Rule, yearOf } from "./facts.ts";

const MONTHS =
  "janvier|janv|fevrier|fevr|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct|novembre|nov|decembre|dec";
const MONTH_STARTS = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "ao", "sep", "oct", "nov", "dec"];
const DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
const DAY_STARTS = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const DURATION = durationSource("fr");
const AT = "(?:a |vers |pour |des |d'ici )?";
const TAIL =
  "(?: et (demie?|quart|1 quart|3 quarts?)| moins (?:le |1 )?(quart)| moins (\\d{1,2})| (\\d{1,2})(?: minutes?)?)?";

/** The ISO number of a French weekday's name. */
export const weekdayFr = (word: string): number => DAY_STARTS.indexOf(word.slice(0, 3)) + 1;
export const WEEKDAYS_FR = DAYS;
export const monthFr = (word: string): number => MONTH_STARTS.findIndex((start) => word.startsWith(start)) + 1;
export const MONTHS_FR = MONTHS;
const rule = (pattern: string, read: Rule["read"]): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "u"),
  read,
});
const duration = (words: string): DurationParts => findDuration(words.trim(), "fr") ?? {};
const pieceOf = (word: string): NonNullable<Facts["nth"]>["of"] =>
  word === "jour" ? "day" : word === "semaine" ? "week" : word.startsWith("week") ? "weekend" : weekdayFr(word);
const shiftOf = (word: string | undefined): number =>
  /proch|suivant|qui vient|d'apres/.test(word ?? "") ? 1 : /dernier|derniere|pass|precedent/.test(word ?? "") ? -1 : 0;
const PARTS: Readonly<Record<string, Part>> = {
  matin: "morning",
  matinee: "morning",
  "apres midi": "afternoon",
  aprem: "afternoon",
  soir: "evening",
  soiree: "evening",
  nuit: "night",
};

/** French, accents taken off and hyphens opened, in the order in which it must be read. */
export const RULES_FR: readonly Rule[] = [
  rule(
    `(?:le |la |au |pour le |pour la )?(1er|1ere|1re|2e|second|seconde|3e|4e|5e|dernier|derniere) (${DAYS}|jour|week ?end|semaine) (?:du|de la|de l'|d'|de|en)(?: ?(\\d{4})|(?= ?(?:(?:ce |cette |l')?(?:mois|annee)|${MONTHS})\\b))`,
    (f, m) => {
      if (m[3]) f.date = { year: Number(m[3]) };
      f.nth = { n: m[1]!.startsWith("dern") ? -1 : Number.parseInt(m[1]!, 10) || 2, of: pieceOf(m[2]!) };
    },
  ),
  rule("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:t(?=\\d))?", (f, m) =>
    date(f, Number(m[3]), Number(m[2]), Number(m[1])),
  ),
  rule("(\\d{1,2})[/.](\\d{1,2})(?:[/.](\\d{4}|\\d{2}))?", (f, m) => date(f, Number(m[1]), Number(m[2]), yearOf(m[3]))),
  rule(`(?:le )?(\\d{1,2})(?:er)? (${MONTHS})(?: (\\d{4}))?(?: (prochain|dernier))?`, (f, m) =>
    date(f, Number(m[1]), monthFr(m[2]!), yearOf(m[3])),
  ),
  rule(`(?:en |au mois d'|au mois de |de )?(fin|debut|mi) (?:de )?(${MONTHS})(?: (\\d{4}))?`, (f, m) => {
    f.edge = m[1] === "fin" ? "end" : m[1] === "mi" ? "middle" : "start";
    month(f, m[2]!, m[3]);
  }),
  rule(`(?:en |au mois d'|au mois de )?(${MONTHS})(?: (\\d{4}))?(?: (prochain|dernier))?`, (f, m) =>
    month(f, m[1]!, m[2], m[3] === "dernier"),
  ),
  rule("(?:la )?veille de noel|reveillon de noel", (f) => date(f, 24, 12)),
  rule("(?:a |le jour de )?noel", (f) => date(f, 25, 12)),
  rule("(?:la )?saint sylvestre|reveillon(?: du (?:nouvel an|jour de l'an))?", (f) => date(f, 31, 12)),
  rule("(?:au |le )?(?:jour de l'an|nouvel an)", (f) => date(f, 1, 1)),
  rule("(?:la )?saint valentin", (f) => date(f, 14, 2)),
  rule("(?:la )?toussaint", (f) => date(f, 1, 11)),

  // Beside a day that was named: what names it has been cut out by now.
  rule(
    "(?:le |la |au |du |pour le |pour la )?(surlendemain|lendemain|avant veille|veille) (?:de |du |d')?\\|",
    (f, m) => {
      f.beside = { days: { surlendemain: 2, lendemain: 1, "avant veille": -2, veille: -1 }[m[1]!]! };
    },
  ),
  rule(`(?:le )?(${DAYS}) (avant|apres|d'apres|d'avant|suivant|precedant) (?:le |la |l')?\\|`, (f, m) => {
    f.beside = { days: /avant|prec/.test(m[2]!) ? -1 : 1, weekday: weekdayFr(m[1]!) };
  }),
  rule(`(${DURATION}) (avant|apres) (?:le |la |l')?\\|`, (f, m) => {
    const { days = 0, weeks = 0 } = duration(m[1]!);
    if (days + weeks === 0) return false;
    f.beside = { days: (m[2] === "avant" ? -1 : 1) * (days + 7 * weeks) };
  }),

  rule(
    `(?:dans |sur |pendant |ces |au cours des )?(?:les |la |le )?(\\d+ )?(dernier|derniere|dernieres|derniers|prochain|prochaine|prochaines|prochains) ((?:\\d+ )?(?:secondes?|minutes?|heures?|jours?|semaines?|mois|annees?|ans?))`,
    (f, m) => rolling(f, shiftOf(m[2]) || 1, duration(/\d/.test(m[3]!) ? m[3]! : `${m[1] ?? "1 "}${m[3]}`)),
  ),
  rule(
    `(?:les )(\\d+ (?:secondes?|minutes?|heures?|jours?|semaines?|mois|annees?|ans?)) (derniers?|dernieres?|prochaine?s?|a venir|qui viennent|passee?s?)`,
    (f, m) => rolling(f, /dern|pass/.test(m[2]!) ? -1 : 1, duration(m[1]!)),
  ),
  rule("(?:l'|une? )?(heure|minute) (derniere|passee|ecoulee|prochaine|qui vient|a venir)", (f, m) =>
    rolling(f, /prochaine|vien|venir/.test(m[2]!) ? 1 : -1, duration(`1 ${m[1]}`)),
  ),
  rule(`(?:dans|d'ici|apres|sous)(?: environ| encore| a peu pres)? (?:les )?(${DURATION})`, (f, m) =>
    offset(f, idiom(duration(m[1]!)), 1),
  ),
  rule(`(?:il y a|y a|ca fait|voila)(?: environ)? (${DURATION})`, (f, m) => offset(f, duration(m[1]!), -1)),
  rule(`(${DURATION}) (?:plus tard|a partir de maintenant)`, (f, m) => offset(f, duration(m[1]!), 1)),
  rule(`(${DURATION}) (?:plus tot|auparavant)`, (f, m) => offset(f, duration(m[1]!), -1)),

  rule("apres demain", (f) => {
    f.days = 2;
  }),
  rule("avant hier", (f) => {
    f.days = -2;
  }),
  rule("(?:demain|aujourd'hui) en (8|15)", (f, m) => {
    f.days = (m[0].startsWith("demain") ? 1 : 0) + (m[1] === "8" ? 7 : 14);
  }),
  rule("(?:pour )?demain", (f) => {
    f.days = 1;
  }),
  rule("hier", (f) => {
    f.days = -1;
  }),
  rule("ce soir(?! la)", (f) => {
    f.days = 0;
    f.part = "tonight";
  }),
  rule("cette nuit|la nuit prochaine", (f) => {
    f.days = 0;
    f.part = "night";
  }),
  rule("la nuit derniere", (f) => {
    f.days = -1;
    f.part = "night";
  }),
  rule("ce matin|cette matinee", (f) => {
    f.days = 0;
    f.part = "morning";
  }),
  rule("cet(?:te)? (?:apres midi|aprem)", (f) => {
    f.days = 0;
    f.part = "afternoon";
  }),
  rule("(?:en |a la |avant la )?fin de (?:la )?journee", (f) => {
    f.days ??= 0;
    f.clock = { hour: 18, minute: 0, kind: "sure" };
  }),
  rule("aujourd'? ?hui|de la journee|ce jour", (f) => {
    f.days ??= 0;
  }),
  rule("(?:tout de suite|maintenant|immediatement)", (f) => {
    f.now = true;
  }),

  rule(`(?:le |ce )?(${DAYS}) en (8|15)`, (f, m) => {
    f.weekday = { day: weekdayFr(m[1]!), more: m[2] === "8" ? 1 : 2 };
  }),
  rule(`(?:le |ce )?(${DAYS}) (?:de )?la semaine (prochaine|derniere|passee|suivante|d'apres)`, (f, m) => {
    f.weekday = { day: weekdayFr(m[1]!), week: shiftOf(m[2]) };
  }),
  rule(`(?:le |ce |de |du )?(${DAYS}) (prochain|suivant|dernier|passe|precedent)`, (f, m) => {
    f.weekday = shiftOf(m[2]) > 0 ? { day: weekdayFr(m[1]!), week: 1 } : { day: weekdayFr(m[1]!), last: true };
  }),
  rule(`(?:le |ce )?(${DAYS})s?(?: qui vient)?`, (f, m) => {
    f.weekday ??= { day: weekdayFr(m[1]!) };
  }),

  rule("(?:a |en |vers )?(?:la )?fin (?:du|de la|de l'?|d'?|de)?(?= ?'?(?:mois|annee|semaine|cette|ce|l'))", (f) => {
    f.edge = "end";
  }),
  rule("(?:au |en )?debut (?:du|de la|de l'?|d'?|de)?(?= ?'?(?:mois|annee|semaine|cette|ce|l'))", (f) => {
    f.edge = "start";
  }),
  rule("(?:au |en )?milieu (?:du|de la|de l'?|d'?|de)?(?= ?'?(?:mois|annee|semaine|cette|ce|l'))", (f) => {
    f.edge = "middle";
  }),
  rule("(?:cet? |l'|au |en |cette )?(printemps|ete|automne|hiver)(?: (prochain|dernier|passe|qui vient))?", (f, m) => {
    f.season = {
      of: ["printemps", "ete", "automne", "hiver"].indexOf(m[1]!),
      shift: m[2] === "qui vient" ? 0 : shiftOf(m[2]),
    };
  }),
  rule("(?:ce |le |du |au )?week ?ends?(?: (prochain|dernier|passe|precedent|suivant|qui vient|d'apres))?", (f, m) => {
    f.unit = { of: "weekend", shift: m[1] === "qui vient" ? 0 : shiftOf(m[1]) };
  }),
  rule(
    "(?:cette |la |l'|de la |ce |le |du |de l')?(semaine|mois|annee|an)(?: (prochaine?|derniere?|passee?|precedente?|suivante?|qui vient|d'apres|en cours))?",
    (f, m) => {
      f.unit = { of: m[1] === "semaine" ? "week" : m[1] === "mois" ? "month" : "year", shift: shiftOf(m[2]) };
    },
  ),

  rule(`${AT}(?<!apres )(midi|minuit)${TAIL}(?: pile)?`, (f, m) => {
    const base = m[1] === "midi" ? 12 : 24;
    if (m[2] || m[3] || m[4] || m[5]) return clock(f, base, m, true);
    if (f.clock) return false;
    f.part = base === 12 ? "noon" : "midnight";
  }),
  rule(
    `${AT}(\\d{1,2}) ?(?:heures?|h)(?: pile)?${TAIL.replace("(?: et", "(?: ?et").replace("| (\\\\d", "| ?(\\\\d")}`,
    (f, m) => clock(f, Number(m[1]), m, false),
  ),
  rule(`${AT}(\\d{1,2}) ?[h:] ?([0-5]\\d)(?::([0-5]\\d))?`, (f, m) => plainClock(f, m[1], m[2], m[3])),
  rule(
    "(?:du |le |au |dans la |dans l'|de l'|l'|en |dans le |la |de la |en fin d'|en fin de |dans )?(matin|matinee|apres midi|aprem|soiree|soir|nuit)s?",
    (f, m) => {
      f.part ??= PARTS[m[1]!]!;
    },
  ),
  rule(`(${DURATION})`, (f, m) =>
    f.clock || f.days !== undefined || f.offset ? false : offset(f, duration(m[1]!), 1),
  ),
  rule("(?:le |au |du )(\\d{1,2})(?:er)?(?! ?%)|(1)er", (f, m) =>
    f.days !== undefined ? false : date(f, Number(m[1] ?? m[2])),
  ),
  rule(`(?:a |vers )(\\d{1,2})`, (f, m) => plainClock(f, m[1], "0")),
];

export const BARE_HOUR_FR = rule("(\\d{1,2})", (f, m) => plainClock(f, m[1], "0"));

/** "dans huit jours" is a week from today and "dans quinze jours" a fortnight: the first day is counted in. */
function idiom(parts: DurationParts): DurationParts {
  if (Object.keys(parts).length !== 1) return parts;
  return parts.days === 8 ? { days: 7 } : parts.days === 15 ? { days: 14 } : parts;
}

function date(f: Facts, day: number, month?: number, year?: number): boolean {
  if (f.date || day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return false;
  f.date = { day, ...(month && { month }), ...(year && { year }) };
  return true;
}

function month(f: Facts, word: string, year: string | undefined, back = false): boolean {
  if (f.date) return false;
  const y = yearOf(year);
  f.date = { month: monthFr(word), ...(y && { year: y }), ...(back && { back }) };
  return true;
}

/** Groups 2-5 of {@link TAIL}: et demie · moins le quart · moins dix · dix. */
function clock(f: Facts, hour: number, m: RegExpExecArray, sure: boolean): boolean {
  if (f.clock) return false;
  const [, , plus, lessQuarter, less, minutes] = m;
  const added = plus
    ? plus.startsWith("demi")
      ? 30
      : plus.startsWith("3")
        ? 45
        : 15
    : lessQuarter
      ? -15
      : less
        ? -Number(less)
        : Number(minutes ?? 0);
  const total = (hour === 0 && added < 0 ? 24 : hour) * 60 + added;
  const found = clockOf(Math.floor(total / 60) % (sure ? 24 : 25), ((total % 60) + 60) % 60, sure ? "sure" : "said");
  if (found) f.clock = found;
  return found !== undefined;
}

function plainClock(f: Facts, hour?: string, minute?: string, second?: string): boolean {
  if (f.clock) return false;
  const found = clockOf(Number(hour), Number(minute), "said", Number(second ?? 0));
  if (found) f.clock = found;
  return found !== undefined;
}
