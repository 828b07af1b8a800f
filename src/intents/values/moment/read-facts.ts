import type { Lang } from "../../plan.ts";
import { applyRules, type Facts, isEmpty, type Rule } from "./facts.ts";
import { BARE_HOUR_EN, RULES_EN } from "./rules-en.ts";
import { BARE_HOUR_FR, RULES_FR } from "./rules-fr.ts";
import { BARE_HOUR_ZH, RULES_ZH } from "./rules-zh.ts";

const RULES: Readonly<Record<Lang, readonly Rule[]>> = { en: RULES_EN, fr: RULES_FR, zh: RULES_ZH };
const BARE_HOUR: Readonly<Record<Lang, Rule>> = { en: BARE_HOUR_EN, fr: BARE_HOUR_FR, zh: BARE_HOUR_ZH };

const FILLERS =
  /^(?:[\s|.,]|\b(?:at|around|about|by|for|to|um|uh|er|please|maybe|say|like|a|vers|pour|euh|de|plutot)\b|在|到|吧|请|大概|就)*\d{1,2}(?:[\s|.,]|\b(?:please|then|sharp|or so|maybe|pile|environ)\b|吧|左右|整)*$/;

/** What tidied words say about when, and the words that said nothing. A number left alone is taken as an hour. */
export function readFacts(text: string, lang: Lang): { facts: Facts; rest: string } {
  const read = applyRules(text, RULES[lang]);
  const { facts } = read;
  if (!facts.clock && !facts.offset && !facts.rolling && facts.part !== "noon" && facts.part !== "midnight") {
    const match = BARE_HOUR[lang].pattern.exec(read.rest);
    // "The red one" is no hour: without a day or a part of it, the number must be all that is said.
    if (match && (!isEmpty(facts) || FILLERS.test(read.rest))) BARE_HOUR[lang].read(facts, match);
  }
  return { facts: joined(facts), rest: read.rest };
}

/** Facts that only together name a day: "Friday" with "next week", "the fifth" with "next month", "March" with "last year". */
function joined(facts: Facts): Facts {
  const { unit, weekday, date } = facts;
  if (unit?.of === "week" && weekday && weekday.week === undefined) {
    facts.weekday = { day: weekday.day, week: unit.shift };
    delete facts.unit;
  }
  return date?.day !== undefined && weekday ? without(facts, "weekday") : facts;
}

function without(facts: Facts, key: keyof Facts): Facts {
  delete facts[key];
  return facts;
}
