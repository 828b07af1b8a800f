import type { Alert } from "../../memory/alert.ts";
import type { Powers } from "../powers.ts";
import type { Result, Thing } from "../result.ts";
import { say } from "../say.ts";
import { sayOptions } from "../values/index.ts";
import { namedAlike } from "./named-alike.ts";

/** What the person meant, or the result that says why it is not clear. */
export type Picked<T> = { readonly found: T } | { readonly result: Result };

/** An alert as a thing for follow-ups; its id is `timer:12`, which `alertsNamed` understands as a name. */
export function thingOf(alert: Alert, name: string): Thing {
  return { kind: alert.kind, id: `${alert.kind}:${alert.id}`, name };
}

/** The alerts that go by these words: their own id, one of their names, or "it", "the second one". */
export function alertsNamed(
  words: string,
  alerts: readonly Alert[],
  namesOf: (alert: Alert) => readonly string[],
  powers: Powers,
): readonly Alert[] {
  const byId = alerts.filter((alert) => words === `${alert.kind}:${alert.id}`);
  if (byId.length > 0) return byId;
  const byName = namedAlike(words, alerts, namesOf);
  if (byName.length > 0) return byName;
  const meant = powers.refs.resolve(words, ["timer", "alarm", "reminder"]).map((thing) => thing.id);
  return alerts.filter((alert) => meant.includes(`${alert.kind}:${alert.id}`));
}

/**
 * The only one, or the question which of several. Those of one name are told apart by `apart`; where all are alike even so, it does
 * not matter which.
 */
export function theOne(
  alerts: readonly [Alert, ...Alert[]],
  arg: string,
  nameOf: (alert: Alert) => string,
  powers: Powers,
  apart: (alert: Alert) => string = nameOf,
): Picked<Alert> {
  const plain = alerts.map(nameOf);
  const names = alerts.map((alert, index) =>
    plain.indexOf(plain[index]!) === plain.lastIndexOf(plain[index]!) ? plain[index]! : apart(alert),
  );
  if (new Set(names).size === 1) return { found: alerts[0] };
  const options = alerts.map((alert, index) => thingOf(alert, names[index]!));
  const listed = sayOptions(names, powers.lang);
  const question = say(powers.lang, {
    en: `Which one: ${listed}?`,
    fr: `Lequel : ${listed} ?`,
    zh: `哪一个：${listed}？`,
  });
  return { result: { kind: "choose", arg, question, options } };
}

export function isNotEmpty<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
