import type { Action } from "../../intents/actions/define-action.ts";
import type { Call } from "../../intents/plan.ts";
import type { Powers } from "../../intents/powers.ts";
import type { Result } from "../../intents/result.ts";
import { failureOf } from "../failure.ts";

/** Longer than a search for Bluetooth devices or Wi-Fi networks. What has not been seen by then is asked about. */
const LOOK_LIMIT_MS = 8_000;

/**
 * What there is to say instead of asking for a yes: nothing goes by that name, several do, nothing here can do it. Undefined: it can be
 * done as far as can be seen, or looking took too long.
 */
export async function lookFirst(
  call: Call,
  action: Action,
  powersWith: (signal: AbortSignal) => Powers,
  signal: AbortSignal,
): Promise<Result | undefined> {
  if (action.look === undefined) return undefined;
  const input = action.schema.safeParse(call.args);
  if (!input.success) return undefined;
  const over = new AbortController();
  const powers = powersWith(AbortSignal.any([signal, over.signal]));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LOOK_LIMIT_MS);
  });
  try {
    return await Promise.race([action.look(input.data as never, powers), late]);
  } catch (error) {
    return signal.aborted ? undefined : failureOf(error, powers.lang);
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}
