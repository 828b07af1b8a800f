import type { Process } from "../../../../devices/drivers/system/system.ts";
import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { partsOf } from "../../values/duration-parts.ts";
import { sayBytes } from "../../values/index.ts";

export function processRow(p: Process, lang: Lang): string {
  return `${p.name} (${p.pid}) ${p.cpuPercent} % ${sayBytes(p.memoryBytes, lang)}`;
}

export function notFound(name: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "NOT_FOUND",
    say: say(lang, {
      en: `I find nothing called ${name}.`,
      fr: `Je ne trouve rien qui s'appelle ${name}.`,
      zh: `没有找到${name}。`,
    }),
  };
}

/** Seconds of a duration; a month counts 30 days, a year 365. */
export function secondsOf(iso: string): number {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = partsOf(iso) ?? {};
  return (years * 365 + months * 30 + weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** To the minute, days and hours apart; less than a minute in seconds. */
export function isoMinutes(seconds: number): string {
  if (seconds < 60) return `PT${Math.max(1, Math.round(seconds))}S`;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = days > 0 ? 0 : Math.floor((seconds % 3600) / 60);
  const time = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}`;
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
