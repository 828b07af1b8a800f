import type { CommandOutcome } from "../../../../devices/drivers/command/command.ts";
import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";

/** One line is spoken, the last one: that is where programs say how it went. */
const SPOKEN_CHARACTERS = 160;

/** Never from words that were read somewhere, always read back in full; what a command did cannot be undone. */
export const commandRun = defineAction({
  name: "command_run",
  summary: "Run a shell command in the home folder.",
  args: { command: arg("text", "the command line, exactly") },
  risk: "dangerous",
  examples: {
    en: [
      ["run df -h", { command: "df -h" }],
      ["execute git status", { command: "git status" }],
      ["run the command ls -la", { command: "ls -la" }],
    ],
    fr: [
      ["exécute df -h", { command: "df -h" }],
      ["lance git status dans le terminal", { command: "git status" }],
      ["exécute la commande ls -la", { command: "ls -la" }],
    ],
    zh: [
      ["运行df -h", { command: "df -h" }],
      ["执行git status", { command: "git status" }],
      ["运行命令ls -la", { command: "ls -la" }],
    ],
  },
  negatives: {
    en: ["how do I list open ports", "run a bath", "open Firefox"],
    fr: ["comment lister les ports ouverts", "lance Firefox"],
    zh: ["怎么列出开放的端口", "打开火狐"],
  },
  describe: ({ command }, lang) =>
    say(lang, { en: `run: ${command}`, fr: `exécuter : ${command}`, zh: `运行：${command}` }),
  run: async ({ command }, powers) => {
    const { lang, signal, config } = powers;
    const driver = await powers.drivers.command();
    const outcome = await driver.run(command, { signal, timeoutMs: config.commandTimeoutMs });
    const lines = outcome.output.trimEnd().split("\n");
    const show = outcome.output.trim() === "" ? [] : lines;
    const tail = (show.at(-1) ?? "").trim().slice(0, SPOKEN_CHARACTERS);
    if (outcome.exitCode === 0)
      return {
        kind: "done",
        say: sayDone(tail, show.length, outcome, lang),
        show: outcome.truncated ? [...show, cutNote(lang)] : show,
        data: { command, ...outcome },
      };
    return { kind: "failed", ...failure(outcome, tail, config.commandTimeoutMs, lang) };
  },
});

function sayDone(tail: string, count: number, { truncated }: CommandOutcome, lang: Lang): string {
  if (tail === "")
    return say(lang, { en: "Done, it said nothing.", fr: "C'est fait, sans rien dire.", zh: "已完成，没有输出。" });
  if (count === 1) return tail;
  const lines = sayNumber(count, lang);
  const head = say(lang, {
    en: `Done, ${lines} lines; the last: ${tail}`,
    fr: `C'est fait, ${lines} lignes ; la dernière : ${tail}`,
    zh: `已完成，共${lines}行，最后一行：${tail}`,
  });
  return truncated ? `${head} ${cutNote(lang)}` : head;
}

function cutNote(lang: Lang): string {
  return say(lang, {
    en: "(the output was cut at 64 KiB)",
    fr: "(la sortie a été coupée à 64 Kio)",
    zh: "（输出在64 KiB处截断）",
  });
}

function failure(outcome: CommandOutcome, tail: string, timeoutMs: number, lang: Lang) {
  const rest = tail === "" ? "" : lang === "fr" ? ` : ${tail}` : lang === "zh" ? `：${tail}` : `: ${tail}`;
  if (outcome.timedOut) {
    const seconds = sayNumber(timeoutMs / 1000, lang, 1);
    return {
      code: "TIMEOUT",
      say: say(lang, {
        en: `It did not end within ${seconds} seconds, so I stopped it${rest}`,
        fr: `Ce n'était pas fini en ${seconds} secondes, je l'ai arrêté${rest}`,
        zh: `${seconds}秒内没有结束，已停止${rest}`,
      }),
      remedy: say(lang, {
        en: "set command_timeout_s under [session] in config.toml",
        fr: "réglez command_timeout_s sous [session] dans config.toml",
        zh: "在 config.toml 的 [session] 下设置 command_timeout_s",
      }),
    };
  }
  if (outcome.cancelled)
    return {
      code: "BACKEND_FAILED",
      say: say(lang, { en: "I stopped it.", fr: "Je l'ai arrêté.", zh: "已停止。" }),
    };
  const code = outcome.exitCode;
  return {
    code: "BACKEND_FAILED",
    say:
      code === undefined
        ? say(lang, {
            en: `It was ended from outside${rest}`,
            fr: `Elle a été interrompue${rest}`,
            zh: `命令被中断${rest}`,
          })
        : say(lang, {
            en: `It ended with status ${code}${rest}`,
            fr: `Elle s'est terminée avec le code ${code}${rest}`,
            zh: `命令以状态${code}结束${rest}`,
          }),
  };
}
