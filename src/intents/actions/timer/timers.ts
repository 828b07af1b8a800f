import type { Alert } from "../../../memory/alert.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { readDuration } from "../../values/index.ts";
import { msOf, sayMs } from "../moments.ts";
import { alertsNamed, isNotEmpty, type Picked, theOne } from "../pick-alert.ts";

/** "the pasta timer", « le minuteur pâtes »; one without a name goes by its length. */
export function sayTimer(timer: Alert, powers: Powers): string {
  const { label } = timer;
  if (label !== undefined) return namedTimer(label, powers.lang);
  if (timer.durationMs === undefined) return say(powers.lang, { en: "the timer", fr: "le minuteur", zh: "计时器" });
  const length = sayMs(timer.durationMs, powers);
  return say(powers.lang, {
    en: `the timer for ${length}`,
    fr: `le minuteur de ${length}`,
    zh: `${length}的计时器`,
  });
}

/** With what is left on it, where another one has the same name: "the pasta timer, with 3 minutes left". */
function sayTimerLeft(timer: Alert, powers: Powers): string {
  const name = sayTimer(timer, powers);
  const left = sayMs(remainingMs(timer, powers.now()), powers);
  return say(powers.lang, {
    en: `${name} with ${left} left`,
    fr: `${name} (reste ${left})`,
    zh: `还剩${left}的${name}`,
  });
}

/** The same for a sentence read back before anything was looked up. */
export function describeTimer(label: string | undefined, lang: Lang): string {
  return label === undefined
    ? say(lang, { en: "the timer", fr: "le minuteur", zh: "计时器" })
    : namedTimer(label, lang);
}

function namedTimer(label: string, lang: Lang): string {
  return say(lang, { en: `the ${label} timer`, fr: `le minuteur « ${label} »`, zh: `“${label}”计时器` });
}

/** The timer meant: by its name or length; without a name the only one, or the only one that rings. */
export function pickTimer(label: string | undefined, timers: readonly Alert[], powers: Powers): Picked<Alert> {
  const named = label === undefined ? timers : timersNamed(label, timers, powers);
  const ringing = label === undefined ? named.filter((timer) => timer.state === "ringing") : [];
  const fitting = ringing.length === 1 ? ringing : named;
  if (isNotEmpty(fitting)) {
    const nameOf = (timer: Alert) => sayTimer(timer, powers);
    return theOne(fitting, "label", nameOf, powers, (timer) => sayTimerLeft(timer, powers));
  }
  return { result: noTimer(label, powers) };
}

export function timersNamed(label: string, timers: readonly Alert[], powers: Powers): readonly Alert[] {
  const length = readDuration(label, { lang: powers.lang });
  const byLength = timers.filter((timer) => length !== undefined && timer.durationMs === msOf(length));
  const byName = alertsNamed(label, timers, (timer) => (timer.label === undefined ? [] : [timer.label]), powers);
  return byName.length > 0 ? byName : byLength;
}

function noTimer(label: string | undefined, powers: Powers) {
  const text =
    label === undefined
      ? { en: "There is no timer for that.", fr: "Il n'y a pas de minuteur pour cela.", zh: "没有可用的计时器。" }
      : {
          en: `There is no ${label} timer.`,
          fr: `Il n'y a pas de minuteur « ${label} ».`,
          zh: `没有“${label}”计时器。`,
        };
  return { kind: "failed", say: say(powers.lang, text), code: "NOT_FOUND" } as const;
}

/** How long a timer still runs. */
export function remainingMs(timer: Alert, now: Date): number {
  return timer.remainingMs ?? Math.max(0, timer.dueAt.getTime() - now.getTime());
}
