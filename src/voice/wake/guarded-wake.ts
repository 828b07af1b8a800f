import type { Frame, WakeWord } from "../contracts.ts";
import { createPushWake } from "./push.ts";
import type { WakeVeto } from "./veto.ts";

export interface GuardOptions {
  /** Asked in this order; one objection is enough. A push is never vetoed. */
  readonly vetoes?: readonly WakeVeto[];
  readonly onVeto?: (keyword: string, objection: string) => void;
}

/** What the hearing loop holds: a wake word that a push always gets past, that may be vetoed, and that does not wake on its own voice. */
export interface GuardedWake extends WakeWord {
  /** Wakes with the next frame, muted or not, whatever is heard. */
  trigger(): void;
  /** The shell's own voice begins to say something that would wake it ({@link wouldWake}): keywords are not listened for. */
  mute(): void;
  /** Its voice has ended. What was said until now can no longer complete a keyword. */
  unmute(): void;
  readonly muted: boolean;
}

/** @param inner closed with it */
export function guardWake(inner: WakeWord, { vetoes = [], onVeto }: GuardOptions = {}): GuardedWake {
  const push = createPushWake();
  let muted = false;
  const judge = async (keyword: string): Promise<string | undefined> => {
    for (const veto of vetoes) {
      const objection = await veto.objection(keyword);
      if (objection === undefined) continue;
      onVeto?.(keyword, objection);
      return undefined;
    }
    return keyword;
  };
  const settle = (heard: string | undefined): string | undefined | Promise<string | undefined> =>
    heard === undefined || vetoes.length === 0 ? heard : judge(heard);
  return {
    feed(frame: Frame) {
      for (const veto of vetoes) veto.watch(frame);
      const pushed = push.feed(frame);
      const heard = muted ? undefined : inner.feed(frame);
      if (pushed !== undefined) return pushed;
      return heard instanceof Promise ? heard.then(settle) : settle(heard);
    },
    trigger: () => push.trigger(),
    mute() {
      muted = true;
    },
    unmute() {
      if (muted) inner.reset();
      muted = false;
    },
    get muted() {
      return muted;
    },
    reset() {
      inner.reset();
      push.reset();
      for (const veto of vetoes) veto.reset();
    },
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  };
}

/** Whether saying this sentence aloud could wake a shell that listens for these words; else it can be talked over by its name. */
export function wouldWake(sentence: string, keywords: readonly string[]): boolean {
  const said = lettersOf(sentence);
  return keywords.some((keyword) => said.includes(lettersOf(keyword)));
}

/** "OK, Google!" sounds as "ok google" does, and "computers" holds "computer". */
function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
