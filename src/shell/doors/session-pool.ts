import type { Session } from "../session.ts";

/** Conversations of terminals that went away; the least recently used idle one is closed beyond this. */
const MAX_SESSIONS = 32;

/** Conversations by name, opened when first used. */
export interface SessionPool extends Iterable<Session>, Disposable {
  /** Runs a turn of the named conversation; it is not closed meanwhile but by `close`. */
  use<T>(name: string, work: (session: Session) => Promise<T>): Promise<T>;
  /** The named conversation, if it is open; opens none. */
  find(name: string): Session | undefined;
  close(name: string): void;
  readonly size: number;
}

export function createSessionPool(open: (name: string) => Session): SessionPool {
  // in order of last use
  const sessions = new Map<string, { readonly session: Session; busy: number }>();

  const closeIdle = () => {
    for (const [name, { busy, session }] of sessions) {
      if (sessions.size <= MAX_SESSIONS) return;
      if (busy > 0) continue;
      sessions.delete(name);
      session.close();
    }
  };

  return {
    async use(name, work) {
      const entry = sessions.get(name) ?? { session: open(name), busy: 0 };
      sessions.delete(name);
      sessions.set(name, entry);
      entry.busy++;
      try {
        closeIdle();
        return await work(entry.session);
      } finally {
        entry.busy--;
      }
    },
    find: (name) => sessions.get(name)?.session,
    close(name) {
      const entry = sessions.get(name);
      sessions.delete(name);
      entry?.session.close();
    },
    get size() {
      return sessions.size;
    },
    *[Symbol.iterator]() {
      for (const { session } of sessions.values()) yield session;
    },
    [Symbol.dispose]() {
      for (const { session } of sessions.values()) session.close();
      sessions.clear();
    },
  };
}
