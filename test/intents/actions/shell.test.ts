import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { createCommandDriver } from "../../../devices/drivers/command/create.ts";
import { withoutSecrets } from "../../../devices/drivers/command/run-command.ts";
import { COMMANDS } from "../../../src/intents/actions/shell/command-table.ts";
import { SURE, suggestCommands } from "../../../src/intents/actions/shell/suggest.ts";
import { shellActions } from "../../../src/intents/actions/shell.ts";
import { actionsContract } from "../../contract/actions.ts";
import { temporaryFolder } from "../../support/programs.ts";
import { driverPowers } from "./driver-powers.ts";
import { done, said } from "./memory-powers.ts";

actionsContract("shell", shellActions, ["command_suggest", "command_run"]);

const home = temporaryFolder();
afterAll(() => home[Symbol.dispose]());
const command = createCommandDriver({
  env: { PATH: process.env.PATH, HOME: home.path, MY_API_KEY: "sesame", LANG: "C.UTF-8" },
  home: home.path,
});
const shell = (options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  driverPowers(shellActions, {
    drivers: { command: () => command },
    config: { commandTimeoutMs: options.timeoutMs ?? 10_000 },
    ...(options.signal ? { signal: options.signal } : {}),
  });

/** One that has ended, but that nobody has waited for yet, still has its number: state Z. */
const isRunning = (pid: number) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

describe("running a command", () => {
  test("in the home folder, with its last line spoken and all shown", async () => {
    const result = done(await shell().run("command_run", { command: "pwd; echo two" }));
    expect(result.show).toEqual([home.path, "two"]);
    expect(result.say).toBe("Done, 2 lines; the last: two");
  });

  test("its exit status and what it complained of", async () => {
    const result = await shell().run("command_run", { command: "echo oops >&2; exit 3" }, "fr");
    expect(result).toMatchObject({ kind: "failed", say: "Elle s'est terminée avec le code 3 : oops" });
  });

  test("no secrets, no terminal", async () => {
    const result = await shell().run("command_run", { command: 'echo "[$MY_API_KEY]"; tty < /dev/stdin' });
    expect(said(result)).not.toContain("sesame");
    expect(said(result)).toContain("not a tty");
    expect(withoutSecrets({ A: "1", GITHUB_TOKEN: "x", DB_PASSWORD: "x", AWS_SECRET_ACCESS_KEY: "x" })).toEqual({
      A: "1",
    });
  });

  test("the time-out ends the whole group", async () => {
    const result = await shell({ timeoutMs: 700 }).run("command_run", { command: "sleep 60 & echo $!; wait" });
    expect(result).toMatchObject({ kind: "failed", code: "TIMEOUT" });
    const pid = Number(/(\d+)$/.exec(said(result))![1]);
    expect(pid).toBeGreaterThan(1);
    expect(isRunning(pid)).toBe(false);
  });

  test("one that does not listen to the first signal ends too", async () => {
    const result = await shell({ timeoutMs: 300 }).run("command_run", { command: "trap '' TERM; sleep 60; sleep 60" });
    expect(result).toMatchObject({ kind: "failed", code: "TIMEOUT" });
  });

  test("a stop ends it", async () => {
    const controller = new AbortController();
    const running = shell({ signal: controller.signal }).run("command_run", { command: "sleep 60" });
    controller.abort();
    expect(await running).toMatchObject({ kind: "failed", say: "I stopped it." });
  });

  test("much output is cut, with a note, and does not block", async () => {
    const result = done(await shell().run("command_run", { command: "yes saysh | head -c 1000000" }));
    expect((result.data as { output: string }).output).toHaveLength(64 * 1024);
    expect(result.say).toContain("cut at 64 KiB");
  });
});

describe("suggesting a command", () => {
  test.each([
    ["list open ports", "en", "ss -tulpn"],
    ["see which process uses port 8080", "en", "sudo lsof -i :8080"],
    ["shows the size of a directory", "en", "du -sh FOLDER"],
    ["find files larger than 100 MB", "en", "find . -size +100M"],
    ["count the lines in a file", "en", "wc -l FILE"],
    ["extract a tar.gz file", "en", "tar -xzf NAME.tar.gz"],
    ["make a script executable", "en", "chmod +x FILE"],
    ["create a symbolic link", "en", "ln -s TARGET LINK"],
    ["lister les ports ouverts", "fr", "ss -tulpn"],
    ["renommer plusieurs fichiers", "fr", "rename 's/OLD/NEW/' *.txt"],
    ["compter les lignes d'un fichier", "fr", "wc -l FILE"],
    ["列出开放的端口", "zh", "ss -tulpn"],
    ["查看文件夹大小", "zh", "du -sh FOLDER"],
    ["解压zip文件", "zh", "unzip NAME.zip"],
    ["合并PDF文件", "zh", "pdfunite A.pdf B.pdf ALL.pdf"],
  ] as const)("%s", (task, lang, expected) => {
    const [best] = suggestCommands(task, lang);
    expect(best?.command).toBe(expected);
    expect(best!.score).toBeGreaterThanOrEqual(SURE);
  });

  test.each(["bake bread", "remove a red wine stain", "faire du pain", "做面包", "train a puppy"])(
    "is not sure of: %s",
    (task) => {
      const [best] = suggestCommands(task, "en");
      expect(best?.score ?? 0).toBeLessThan(SURE);
    },
  );

  test("says the command and one line, and runs nothing", async () => {
    const result = done(await shell().run("command_suggest", { task: "list open ports" }));
    expect(result.say).toBe("ss -tulpn — list open ports and who listens on them.");
    expect(result.undo).toBeUndefined();
  });

  test("every entry is found by its own words, in each language", () => {
    for (const [name, en, fr, zh] of COMMANDS)
      for (const [lang, task] of Object.entries({ en, fr, zh }))
        expect(
          suggestCommands(task, lang as "en").map((one) => one.command),
          `${lang}: ${task}`,
        ).toContain(name);
  });

  test("no command stands in the table twice", () => {
    expect(new Set(COMMANDS.map(([name]) => name)).size).toBe(COMMANDS.length);
  });
});
