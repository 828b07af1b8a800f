import type { Lang } from "../../plan.ts";
import { readNumber } from "../../values/index.ts";

/** Units as people say them, in steps of 1000 as disks are sold; with an i in it (MiB) in steps of 1024. */
const UNITS: readonly (readonly [pattern: RegExp, power: number])[] = [
  [/(?:t(?:i?[bo])?|tera(?:byte|octet)?s?|太(?:字节)?)$/, 4],
  [/(?:g(?:i?[bo])?|gigs?|giga(?:byte|octet)?s?|个?g|千兆(?:字节)?|吉(?:字节)?)$/, 3],
  [/(?:m(?:i?[bo])?|megs?|mega(?:byte|octet)?s?|兆(?:字节)?)$/, 2],
  [/(?:k(?:i?[bo])?|kilo(?:byte|octet)?s?|千字节)$/, 1],
  [/(?:b|o|bytes?|octets?|字节)$/, 0],
];

/** "100 MB", "a gig", « un giga », 1 个 G, 五百兆 → bytes; undefined for what is no size. */
export function readSize(words: string, lang: Lang): number | undefined {
  const text = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  for (const [pattern, power] of UNITS) {
    const unit = pattern.exec(text);
    if (!unit) continue;
    const before = text.slice(0, unit.index).trim();
    // "gigabytes" must not be read as "gigabyte" and a unit s, nor "demo" as a unit.
    if (/[\p{Script=Latin}]$/u.test(before) && unit[0].length < 3 && !/\s$/.test(text.slice(0, unit.index))) continue;
    const amount = /^(?:an?|one|une?|一?个?)?$/.test(before) ? 1 : readNumber(before.replace(/个$/, ""), { lang });
    if (amount === undefined || amount < 0) return undefined;
    return Math.round(amount * (/i[bo]$/.test(unit[0]) ? 1024 : 1000) ** power);
  }
  return undefined;
}
