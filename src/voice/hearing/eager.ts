import type { Lang, Plan } from "../../intents/plan.ts";
import type { EndpointHint } from "../contracts.ts";
import { endHint, type Required } from "./end-hint.ts";

/** What the words could mean; acts on nothing. */
export type UnderstandOnly = (text: string, lang: Lang) => Promise<Plan>;

/** Reads along while the person speaks: each partial transcript is understood, and what it tells of the end is passed on. */
export interface Eager {
  /** New words; those that came while others are being understood are looked at next, the last of them only. */
  read(text: string): void;
  /** Resolves when everything read so far has been told. */
  settled(): Promise<void>;
  stop(): void;
}

export function createEager(options: {
  readonly understand: UnderstandOnly;
  readonly required: Required;
  readonly lang: Lang;
  readonly onHint: (hint: EndpointHint, text: string) => void;
}): Eager {
  const { understand, required, lang, onHint } = options;
  let next: string | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  const run = async (): Promise<void> => {
    while (next !== undefined && !isStopped) {
      const text = next;
      next = undefined;
      // a mind that cannot answer gives no hint; the turn itself will tell
      const plan = await understand(text, lang).catch(() => undefined);
      if (plan !== undefined && next === undefined && !isStopped) onHint(endHint(text, lang, plan, required), text);
    }
    running = undefined;
  };
  return {
    read(text) {
      next = text;
      running ??= run();
    },
    settled: async () => running,
    stop() {
      isStopped = true;
    },
  };
}
