import type { Lang } from "../plan.ts";

/** What a reader knows besides the words. */
export interface ValueContext {
  readonly lang: Lang;
  readonly now: Date;
  /** IANA zone of the user; every local value is right in it. */
  readonly timeZone: string;
  /** The action whose argument is read: `alarm_set` guesses mornings, `file_find` looks back. */
  readonly action?: string;
  readonly arg?: string;
  /** The words of an enum, in the catalogue's order. */
  readonly enumValues?: readonly string[];
  /** RFC 5545 rule of the same call: a datetime is then its first moment from now on. */
  readonly recurrence?: string;
}
