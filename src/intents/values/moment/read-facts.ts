import type { Lang } from "../../plan.ts";
import { applyRules, type Facts, type Rule } from "./facts.ts";
import { BARE_HOUR_EN, RULES_EN } from "./rules-en.ts";
import { BARE_HOUR_FR, RULES_FR } from "./rules-fr.ts";
import { BARE_HOUR_ZH, RULES_ZH } from "./rules-zh.ts";

const RULES: Readonly<Record<Lang, readonly Rule[]>> = { en: RULES_EN, fr: RULES_FR, zh: RULES_ZH };
const BARE_HOUR: Readonly<Record<Lang, Rule>> = { en: BARE_HOUR_EN, fr: BARE_HOUR_FR, zh: BARE_HOUR_ZH };

/** What tidied words say about when, and the words that said nothing. A number left alone is taken as an hour. */
export function readFacts(text: string, lang: Lang): { facts: Facts; rest: string } {
  const read = applyRules(text, RULES[lang]);
  const { facts } = read;
  if (!facts.clock && !facts.offset && !facts.rolling && facts.part !== "noon" && facts.part !== "midnight") {
    const match = BARE_HOUR[lang].pattern.exec(read.rest);
    if (match) BARE_HOUR[lang].read(facts, match);
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
