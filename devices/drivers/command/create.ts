import { type Env, hasProgram, runProgram } from "../run-program.ts";
import type { CommandDriver, ManualPage } from "./command.ts";
import { runCommand } from "./run-command.ts";

export async function createCommandDriver({ env, home }: { env: Env; home: string }): Promise<CommandDriver> {
  return {
    backend: "sh",
    run: (command, { signal, timeoutMs }) => runCommand(command, { env, home, signal, timeoutMs }),
    async manual(words, signal) {
      if (words.length === 0 || !hasProgram("apropos", env)) return [];
      // Status 16 means "nothing fits"; a missing index is as good as that.
      const text = await runProgram("apropos", ["-a", "-s", "1:8", "--", ...words], {
        env,
        signal,
        debianPackage: "man-db",
      }).catch(() => "");
      return text.split("\n").flatMap(parsePage);
    },
  };
}

/** `name (1)   - what it does`. */
function parsePage(line: string): readonly ManualPage[] {
  const match = /^(\S+)(?:, \S+)* \((\w+)\)\s+- (.+)$/.exec(line);
  return match ? [{ name: match[1]!, section: match[2]!, summary: match[3]! }] : [];
}
