import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMeasuredDaemon } from "../bench/measure-daemon.ts";
import { createTempHome } from "../bench/temp-home.ts";

/**
 * node scripts/demo.ts [--write]: says a few things to saysh in a home of their own and prints what really comes back;
 * `--write` puts it into the README, between its demo marks. Nothing here changes the machine.
 */
const SAID = [
  "set a pasta timer for ten minutes",
  "give it five more minutes",
  "add eggs and milk to my shopping list",
  "what's on my shopping list",
  "undo that",
  "rappelle-moi d'appeler maman demain à dix-huit heures",
  "明天早上七点叫我起床",
  "what's fifteen percent of eighty",
  "how much memory is left",
  "power off the machine",
];
const README = fileURLToPath(new URL("../README.md", import.meta.url));
const CLI = fileURLToPath(new URL("../bin/saysh.mjs", import.meta.url));
const MARKS = /(<!-- demo -->\n)[^]*(<!-- \/demo -->)/;

const transcript = `\`\`\`console\n${(await listen()).join("\n")}\n\`\`\`\n`;
process.stdout.write(transcript);
if (process.argv.includes("--write")) {
  writeFileSync(
    README,
    readFileSync(README, "utf8").replace(MARKS, (_, open, close) => `${open}${transcript}${close}`),
  );
}

async function listen(): Promise<readonly string[]> {
  using home = createTempHome();
  const env = { ...home.env, TZ: "Europe/Paris", NO_COLOR: "1" };
  await using _daemon = await startMeasuredDaemon(CLI, env, home.runtime);
  const lines: string[] = [];
  for (const words of SAID) {
    // Not understood, or not confirmed, is an answer too; its status is no failure of the demo.
    const reply = await promisify(execFile)(process.execPath, [CLI, words], { env }).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }),
    );
    lines.push(`$ saysh "${words}"`, reply.stdout.trimEnd());
  }
  return lines;
}
