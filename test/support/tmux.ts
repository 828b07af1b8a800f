import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A pseudo-terminal of 100 × 50 that a program runs in, with keys that can be pressed and a screen that can be read. */
export interface Screen extends Disposable {
  /** Types the text as it is. */
  type(text: string): void;
  /** Presses keys by tmux' names: "Enter", "Tab", "Up", "C-d". */
  press(...keys: string[]): void;
  /** What stands on the screen, lines joined where the terminal broke them. */
  text(): string;
  /** Waits until the screen shows it. */
  shows(what: string | RegExp): Promise<string>;
}

/** Starts the shell command in a tmux server of its own, whose socket lies in `folder`. */
export function openScreen(folder: string, command: string, env: NodeJS.ProcessEnv, patienceMs: number): Screen {
  const tmux = (...args: string[]) =>
    execFileSync("tmux", ["-S", join(folder, "tmux.sock"), "-u", "-f", "/dev/null", ...args], {
      env: { ...env, SHELL: "/bin/sh" },
      cwd: folder,
      encoding: "utf8",
    });
  tmux("new-session", "-d", "-x", "100", "-y", "50", command);
  const text = () => tmux("capture-pane", "-p", "-J");
  return {
    type: (words) => void tmux("send-keys", "-l", "--", words),
    press: (...keys) => void tmux("send-keys", ...keys),
    text,
    async shows(what) {
      for (const deadline = Date.now() + patienceMs; ; await delay(100)) {
        const screen = text();
        if (typeof what === "string" ? screen.includes(what) : what.test(screen)) return screen;
        if (Date.now() > deadline) throw new Error(`the screen does not show ${what}:\n${screen}`);
      }
    },
    [Symbol.dispose]: () => void tmux("kill-server"),
  };
}
