import type { Alert } from "../memory/alert.ts";
import type { Alerts } from "../memory/alerts.ts";

/**
 * The longest sleep. Alerts are also set by other processes on the same database, whose changes nobody announces, and
 * a timeout stands still while the machine is suspended; looking costs one indexed query.
 */
const DEFAULT_RECHECK_MS = 5_000;

export interface AlertClockOptions {
  readonly alerts: Pick<Alerts, "nextDue" | "claimDue" | "onChange">;
  readonly now: () => Date;
  /** Called once per alert whose time has come; `missed` when it came too long ago to ring. */
  readonly onDue: (alert: Alert, how: "ring" | "missed") => void;
  /** Claiming (a full disk, a lock) or onDue failed; the clock goes on and claims again after `recheckMs`. */
  readonly onError?: (error: unknown) => void;
  /** At most 30 s. */
  readonly recheckMs?: number;
}

/**
 * Sleeps until the next deadline and hands over what is due. It claims each alert in the database before it tells of
 * it, so of several processes with a clock exactly one rings, and a killed one does not ring again. The clock runs
 * until it is disposed; it does not keep the process alive by itself.
 */
export function createAlertClock({ alerts, now, onDue, onError, recheckMs }: AlertClockOptions): Disposable {
  const longestMs = Math.min(recheckMs ?? DEFAULT_RECHECK_MS, 30_000);
  let timer: NodeJS.Timeout | undefined;
  let running = true;
  let checking = false;

  const check = (): void => {
    if (checking || !running) return;
    checking = true;
    const claimed = attempt(() => alerts.claimDue(now()));
    for (const alert of claimed?.missed ?? []) attempt(() => onDue(alert, "missed"));
    for (const alert of claimed?.ring ?? []) attempt(() => onDue(alert, "ring"));
    checking = false;
    sleep(claimed === undefined ? longestMs : undefined);
  };

  /** One alert that cannot be told of must not silence the others. */
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      onError?.(error);
      return undefined;
    }
  };

  const sleep = (forMs = attempt(() => sleepMs(alerts, now(), longestMs)) ?? longestMs): void => {
    clearTimeout(timer);
    if (!running) return;
    timer = setTimeout(check, forMs);
    timer.unref();
  };

  const stopListening = alerts.onChange(() => {
    if (!checking) sleep();
  });
  check();

  return {
    [Symbol.dispose]() {
      running = false;
      clearTimeout(timer);
      stopListening();
    },
  };
}

function sleepMs(alerts: Pick<Alerts, "nextDue">, now: Date, longestMs: number): number {
  const due = alerts.nextDue();
  if (due === undefined) return longestMs;
  return Math.min(longestMs, Math.max(0, due.getTime() - now.getTime()));
}
