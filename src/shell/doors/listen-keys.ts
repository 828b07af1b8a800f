import { createInterface } from "node:readline";

export interface Keys extends Disposable {
  /** Settles when the person wants to leave. */
  readonly left: Promise<void>;
}

/**
 * Enter or the space bar talks, m mutes, q, Ctrl-C and Ctrl-D leave. Without a terminal each line talks, where that is asked for. SIGUSR2
 * talks as well: for a button that is no key.
 */
export function readKeys(on: { talk(): void; mute(): void; readonly linesTalk: boolean }): Keys {
  const { stdin } = process;
  const ends: (() => void)[] = [];
  process.on("SIGUSR2", on.talk);
  ends.push(() => process.off("SIGUSR2", on.talk));
  const left = new Promise<void>((resolve) => {
    if (stdin.isTTY) {
      const press = (keys: Buffer) => {
        for (const key of keys.toString("latin1")) {
          if (key === "\r" || key === "\n" || key === " ") on.talk();
          else if (key === "m" || key === "M") on.mute();
          else if (key === "q" || key === "\u0003" || key === "\u0004") resolve();
        }
      };
      stdin.setRawMode(true).on("data", press);
      ends.push(() => stdin.setRawMode(false).off("data", press).pause());
    } else if (on.linesTalk) {
      const lines = createInterface({ input: stdin }).on("line", on.talk);
      ends.push(() => lines.close());
    }
  });
  return {
    left,
    [Symbol.dispose]() {
      for (const end of ends) end();
    },
  };
}
