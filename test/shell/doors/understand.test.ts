import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLI, homeOfTest, NODE, noModel, PATIENCE_MS, saysh } from "./own-home.ts";

describe.skipIf(noModel)("saysh understand", { timeout: PATIENCE_MS }, () => {
  it("answers every line in order, whatever it holds, and acts on nothing", async () => {
    const home = homeOfTest();
    const lines = [
      "what time is it",
      "",
      "   ",
      "set a timer for ten minutes",
      "x".repeat(10_000),
      "shut down the computer",
      "现在几点",
      "quelle heure est-il",
      "\u001b[31mred\u0007",
    ];
    const input = Buffer.concat([
      Buffer.from(`${lines.join("\n")}\n`),
      Buffer.from([0xff, 0xfe, 0x80, 10]),
      Buffer.from("undo"),
    ]);
    const { status, out, err } = await saysh(home, ["understand", "--now", "2026-11-24T12:00:00Z"], { input });
    expect([status, err]).toEqual([0, ""]);
    const plans = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(plans.map(({ utterance }) => utterance)).toEqual([...lines, "\ufffd\ufffd\ufffd", "undo"]);
    const action = (i: number) => plans[i].calls[0]?.action;
    expect([action(0), action(3), action(5), action(6), action(7), action(10)]).toEqual([
      "time_now",
      "timer_start",
      "power_off",
      "time_now",
      "time_now",
      "undo",
    ]);
    expect([plans[1].calls, plans[2].calls, plans[4].calls]).toEqual([[], [], []]);
    for (const { tier, confidence, ms } of plans) {
      expect(["reflex", "none"]).toContain(tier);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(ms).toBeGreaterThanOrEqual(0);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(existsSync(home.data)).toBe(false);
  });

  it("ends quietly when nobody reads on", async () => {
    const home = homeOfTest();
    const child = spawn(NODE, [CLI, "understand"], { env: home.env });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdin.on("error", () => undefined);
    child.stdin.write("undo\n");
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.write("undo\n".repeat(50)); // and it stays open: the command ends by itself
    await once(child, "close");
    expect(err).toBe("");
  });

  it("says which model it cannot find", async () => {
    const { status, out, err } = await saysh(homeOfTest(), ["understand", "--model", "/nowhere.gguf"], {
      input: "undo\n",
    });
    expect([status, out]).toEqual([5, ""]);
    expect(err).toContain("/nowhere.gguf");
    expect(err).toContain("→");
  });
});
