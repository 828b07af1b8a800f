import type { Lang } from "../../intents/plan.ts";
import { say } from "../../intents/say.ts";
import type { Alert } from "../../memory/alert.ts";
import { createAlertClock } from "../alerts.ts";
import type { House } from "../house.ts";
import type { Session } from "../session.ts";
import { showNotice } from "./desktop-notice.ts";
import { startTone, type Tone } from "./tone.ts";
import type { AlertEvent } from "./wire.ts";

/** How long something rings when nobody comes. */
const RING_LIMIT_MS = 5 * 60_000;
/** No process rings any longer than this: one that is still marked as ringing was left behind. */
const FORGOTTEN_MS = 2 * RING_LIMIT_MS;
/** Answers may also come from another process on the same database; looking is one indexed query. */
const LOOK_MS = 1_000;

export interface Ringer extends Disposable {
  ringing(): readonly Alert[];
  /** What was announced of those that ring now, for who comes later. */
  announced(): readonly AlertEvent[];
}

/**
 * Rings what is due: tells every open session and the listener, shows a notice on the desktop, sounds a tone, and falls silent as soon as the database says
 * that the alert was stopped, snoozed or cancelled, by whichever process.
 */
export function createRinger(options: {
  readonly house: House;
  readonly sessions: () => Iterable<Session>;
  readonly onAlert: (event: AlertEvent) => void;
  readonly onError: (error: unknown) => void;
  readonly lang: () => Lang;
  readonly silent?: boolean;
}): Ringer {
  const { house, sessions, onAlert, onError, lang } = options;
  const { alerts } = house.memory;
  const ringing = new Map<number, { alert: Alert; event: AlertEvent; since: number }>();
  let tone: Tone | undefined;

  /** The process that rang them was killed: they fell silent then. */
  const endForgotten = () => {
    for (const { id, claimedAt } of alerts.list(undefined, ["ringing"]))
      if (!ringing.has(id) && claimedAt !== undefined && Date.now() - claimedAt.getTime() > FORGOTTEN_MS)
        alerts.stop(id);
  };

  const settle = () => {
    for (const [id, { since }] of ringing) {
      if (alerts.get(id)?.state !== "ringing") end(id);
      else if (Date.now() - since > RING_LIMIT_MS) {
        alerts.stop(id);
        end(id);
      }
    }
    if (ringing.size === 0) {
      tone?.stop();
      tone = undefined;
    }
  };
  const end = (id: number) => {
    ringing.delete(id);
    for (const session of sessions()) session.alerts.stop(String(id));
  };

  const clock = createAlertClock({
    alerts,
    now: () => new Date(),
    onError,
    onDue: (alert, how) => {
      const { id, kind, label } = alert;
      const event: AlertEvent = {
        type: "alert.due",
        how,
        alert: { id, kind, dueAt: alert.dueAt.toISOString(), ...(label === undefined ? {} : { label }) },
        say: announce(alert, how, lang()),
      };
      onAlert(event);
      showNotice(event.say).catch(onError);
      if (how === "missed") return;
      ringing.set(id, { alert, event, since: Date.now() });
      for (const session of sessions()) session.alerts.ring({ id: String(id), kind, label: label ?? "" });
      if (!options.silent) tone ??= startTone(house.paths.cache);
    },
  });
  const stopListening = alerts.onChange(settle);
  const timer = setInterval(() => {
    try {
      settle();
      endForgotten();
    } catch (error) {
      onError(error);
    }
  }, LOOK_MS);
  timer.unref();

  return {
    ringing: () => [...ringing.values()].map(({ alert }) => alert),
    announced: () => [...ringing.values()].map(({ event }) => event),
    [Symbol.dispose]() {
      clock[Symbol.dispose]();
      stopListening();
      clearInterval(timer);
      tone?.stop();
    },
  };
}

function announce({ kind, label }: Alert, how: "ring" | "missed", lang: Lang): string {
  const name = label === undefined || label === "" ? "" : label;
  if (how === "missed")
    return say(lang, {
      en: `While I was off, I missed ${name ? `“${name}”` : `a ${kind}`}.`,
      fr: `Pendant que j'étais éteint, j'ai manqué ${name ? `« ${name} »` : { timer: "un minuteur", alarm: "une alarme", reminder: "un rappel" }[kind]}.`,
      zh: `关机期间错过了${name ? `“${name}”` : { timer: "一个计时器", alarm: "一个闹钟", reminder: "一条提醒" }[kind]}。`,
    });
  const sentences = {
    timer: {
      en: name ? `The ${name} timer is done.` : "The timer is done.",
      fr: name ? `Le minuteur ${name} est terminé.` : "Le minuteur est terminé.",
      zh: name ? `${name}计时器到时间了。` : "计时器到时间了。",
    },
    alarm: {
      en: name ? `Alarm: ${name}.` : "It's time: your alarm.",
      fr: name ? `Alarme : ${name}.` : "C'est l'heure : votre alarme.",
      zh: name ? `闹钟：${name}。` : "闹钟响了。",
    },
    reminder: { en: `Reminder: ${name}.`, fr: `Rappel : ${name}.`, zh: `提醒：${name}。` },
  };
  return say(lang, sentences[kind]);
}
