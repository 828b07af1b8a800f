import { matchNames } from "../../match-name.ts";
import { LANGS } from "../plan.ts";
import { zoneOfPlace } from "./place-table.ts";

/**
 * IANA zones that the words name: a zone, a place ("Londres", "东京", "the United States"), the zone's city, or its
 * display name in English, French or Chinese ("Japan Time"). Empty: none; several: ambiguous.
 */
export function findTimezones(words: string): readonly string[] {
  const exact = zones().filter((zone) => zone.toLowerCase() === words.toLowerCase().replaceAll(" ", "_"));
  if (exact.length > 0) return exact;
  const place = zoneOfPlace(words.replace(/(时区|时间)$/, ""));
  if (place !== undefined) return [place];
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
