import { matchNames, plain } from "../../match-name.ts";
import { LANGS } from "../plan.ts";

/**
 * IANA zones that the words name: a zone, its city, or a city's name as the zone's own display name in English, French
 * or Chinese has it ("Tokyo", "Londres", "东京"). Empty: none; several: ambiguous.
 */
export function findTimezones(words: string): readonly string[] {
  const exact = zones().filter((zone) => zone.toLowerCase() === words.toLowerCase().replaceAll(" ", "_"));
  if (exact.length > 0) return exact;
  const foreign = CITIES[plain(words).replace(/(时区|时间)$/, "")];
  if (foreign !== undefined) return [foreign];
  const byCity = matchNames(
    words,
    zones(),
    (zone) => [zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")],
    0.8,
  );
  if (byCity.length > 0) return byCity.map((match) => match.thing);
  return zonesByDisplayName(words);
}

let known: readonly string[] | undefined;

function zones(): readonly string[] {
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return known;
}

/** "Japan Time" → Asia/Tokyo, by the names that ICU knows. */
function zonesByDisplayName(words: string): readonly string[] {
  const found = matchNames(
    words,
    zones(),
    (zone) => LANGS.map((lang) => displayName(zone, lang).replace(/ ?(time|heure d[eu] |heure|时间|标准时间)/gi, " ")),
    0.85,
  );
  return found.map((match) => match.thing);
}

function displayName(zone: string, lang: string): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts();
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** Cities whose French or Chinese name is not the zone's, in `plain` spelling; ICU has no exemplar cities in Node. */
const CITIES: Readonly<Record<string, string>> = {
  londres: "Europe/London",
  montreal: "America/Toronto",
  "new york": "America/New_York",
  pekin: "Asia/Shanghai",
  beijing: "Asia/Shanghai",
  geneve: "Europe/Zurich",
  geneva: "Europe/Zurich",
  moscou: "Europe/Moscow",
  "le caire": "Africa/Cairo",
  lisbonne: "Europe/Lisbon",
  vienne: "Europe/Vienna",
  athenes: "Europe/Athens",
  bruxelles: "Europe/Brussels",
  varsovie: "Europe/Warsaw",
  copenhague: "Europe/Copenhagen",
  mexico: "America/Mexico_City",
  seoul: "Asia/Seoul",
  singapour: "Asia/Singapore",
  "san francisco": "America/Los_Angeles",
  上海: "Asia/Shanghai",
  北京: "Asia/Shanghai",
  中国: "Asia/Shanghai",
  香港: "Asia/Hong_Kong",
  台北: "Asia/Taipei",
  东京: "Asia/Tokyo",
  日本: "Asia/Tokyo",
  首尔: "Asia/Seoul",
  新加坡: "Asia/Singapore",
  伦敦: "Europe/London",
  巴黎: "Europe/Paris",
  柏林: "Europe/Berlin",
  罗马: "Europe/Rome",
  马德里: "Europe/Madrid",
  莫斯科: "Europe/Moscow",
  悉尼: "Australia/Sydney",
  纽约: "America/New_York",
  洛杉矶: "America/Los_Angeles",
  旧金山: "America/Los_Angeles",
  芝加哥: "America/Chicago",
  多伦多: "America/Toronto",
};
