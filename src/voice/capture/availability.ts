import { toShellError } from "../../errors.ts";
import type { Availability } from "../contracts.ts";

/** What a trial of an engine came to; one that throws a ShellError is not available, for that reason. */
export async function availability(trial: () => Promise<{ readonly detail?: string }>): Promise<Availability> {
  try {
    return { ok: true, ...(await trial()) };
  } catch (error) {
    const { message, remedy } = toShellError(error);
    return { ok: false, reason: message, remedy: remedy ?? "`saysh doctor` says what this machine lacks" };
  }
}
