import { shellLanguage } from "../intents/actions/language-names.ts";
import type { Lang } from "../intents/plan.ts";
import type { ActionConfig } from "../intents/powers.ts";
import type { Preferences } from "../memory/preferences.ts";
import { keyOf } from "../memory/text-key.ts";

/** Of what the person prefers, what the shell itself obeys. */
export interface Preferred {
  readonly units?: ActionConfig["units"];
  /** In which the shell answers, whatever language it hears. */
  readonly lang?: Lang;
}

/**
 * Preferences are kept in the person's words ("units: metric", "单位：公制"); read here are those that say something of units or
 * language. What was said last counts. Words that mean neither are left to config.toml.
 */
export function preferred(preferences: Preferences): Preferred {
  const oldestFirst = allOf(preferences).toSorted((a, b) => a.setAt.localeCompare(b.setAt));
  let found: Preferred = {};
  for (const { what, value } of oldestFirst) {
    const units = UNITS.test(keyOf(what)) ? unitsIn(value) : undefined;
    const lang = LANGUAGE.test(keyOf(what)) ? shellLanguage(value) : undefined;
    found = { ...found, ...(units ? { units } : {}), ...(lang ? { lang } : {}) };
  }
  return found;
}

/** A database that cannot be read costs the preferences, never the turn; the ledger tells of the trouble. */
function allOf(preferences: Preferences): ReturnType<Preferences["all"]> {
  try {
    return preferences.all();
  } catch {
    return [];
  }
}

// In the spelling of keyOf: lower case, without accents.
const UNITS =
  /\b(units?|unites?|measure(?:ment)?s?|mesures?|temperatures?|degrees|degres|distances?)\b|单位|温度|度量|计量/;
// Whole: "the language of the subtitles" is another matter.
const LANGUAGE =
  /^(?:(?:the|my|your|default|preferred|reply|spoken|la|ma|ta) )*(?:language|langue)(?: par defaut| preferee)?$|^(?:默认|首选|回答|回复)?语言$/;
const METRIC = /\b(metric|metriques?|celsius|centigrade|kilomet(?:er|re)s?)\b|公制|米制|摄氏|公里/;
const IMPERIAL = /\b(imperial|imperiale?s?|imperiaux|fahrenheit|miles)\b|英制|华氏|英里/;

function unitsIn(value: string): ActionConfig["units"] | undefined {
  const words = keyOf(value);
  if (METRIC.test(words)) return "metric";
  return IMPERIAL.test(words) ? "imperial" : undefined;
}
