import { describe, expect, test } from "vitest";
import { timerActions } from "../../../src/intents/actions/timer.ts";
import { done, memoryPowers, said } from "./memory-powers.ts";

const MINUTE = 60_000;

function setup() {
  const world = memoryPowers();
  return { ...world, ...world.runnerOf(timerActions) };
}

describe("timers", () => {
  test("start, what is left, undo", async () => {
    const { run, undo, advance, memory } = setup();
    const started = await run("timer_start", { duration: "PT9M", label: "pasta" });
    expect(said(started)).toBe("Pasta timer: 9 minutes, starting now.");
    expect(memory.alerts.nextDue()?.toISOString()).toBe("2026-11-23T09:09:00.000Z");
    advance(2 * MINUTE);
    expect(said(await run("timer_list"))).toBe("7 minutes left on the pasta timer.");
    await undo("timer_start", started);
    expect(said(await run("timer_list"))).toBe("No timer is running.");
  });

  test("without a name: the only one; of several the shell asks, and takes the option's id for an answer", async () => {
    const { run, memory } = setup();
    await run("timer_start", { duration: "PT9M", label: "pasta" });
    await run("timer_start", { duration: "PT20M" });
    const asked = await run("timer_cancel");
    expect(asked).toMatchObject({ kind: "choose", arg: "label" });
    expect(said(asked)).toBe("Which one: the pasta timer, or the timer for 20 minutes?");
    const id = asked.kind === "choose" ? asked.options[1]!.id : "";
    expect(said(await run("timer_cancel", { label: id }))).toBe("The timer for 20 minutes is cancelled.");
    expect(said(await run("timer_cancel"))).toBe("The pasta timer is cancelled.");
    expect(memory.alerts.list()).toEqual([]);
  });

  test("a timer goes by its length, by 'it', and by a name that was misheard a little", async () => {
    const { run } = setup();
    await run("timer_start", { duration: "PT10M" });
    await run("timer_start", { duration: "PT3M", label: "potatoes" });
    expect(said(await run("timer_pause", { label: "ten minutes" }))).toBe(
      "The timer for 10 minutes is paused with 10 minutes left.",
    );
    expect(done(await run("timer_extend", { duration: "PT1M", label: "potatos" })).say).toContain("potatoes");
    expect(said(await run("timer_cancel", { label: "it" }))).toBe("The potatoes timer is cancelled.");
    expect(await run("timer_cancel", { label: "roast" })).toMatchObject({ kind: "failed", code: "NOT_FOUND" });
  });

  test("pause and resume, and undo of both", async () => {
    const { run, undo, advance } = setup();
    await run("timer_start", { duration: "PT10M", label: "tea" });
    advance(4 * MINUTE);
    const paused = await run("timer_pause");
    advance(30 * MINUTE);
    expect(said(await run("timer_list"))).toBe("The tea timer is paused with 6 minutes left.");
    await undo("timer_pause", paused);
    advance(MINUTE);
    expect(said(await run("timer_list"))).toBe("5 minutes left on the tea timer.");
    await run("timer_pause");
    const resumed = await run("timer_resume");
    expect(said(resumed)).toBe("The tea timer runs again, 5 minutes left.");
    await undo("timer_resume", resumed);
    expect(said(await run("timer_list"))).toContain("paused");
  });

  test("extend and its undo", async () => {
    const { run, undo } = setup();
    await run("timer_start", { duration: "PT10M" });
    const extended = await run("timer_extend", { duration: "PT5M" });
    expect(said(extended)).toBe("The timer for 10 minutes now has 15 minutes left.");
    expect(said(await undo("timer_extend", extended))).toBe("Back to 10 minutes left.");
  });

  test("cancelling all and undoing it brings all back", async () => {
    const { run, undo, memory } = setup();
    await run("timer_start", { duration: "PT10M" });
    await run("timer_start", { duration: "PT5M", label: "egg" });
    const before = memory.alerts.list();
    const cancelled = await run("timer_cancel", { all: true });
    expect(said(cancelled)).toBe("Both timers are cancelled.");
    await undo("timer_cancel", cancelled);
    expect(memory.alerts.list()).toEqual(before);
  });

  test("speaks French and Chinese", async () => {
    const { run } = setup();
    expect(said(await run("timer_start", { duration: "PT9M", label: "pâtes" }, "fr"))).toBe(
      "Minuteur « pâtes » : 9 minutes, c'est parti.",
    );
    expect(said(await run("timer_start", { duration: "PT90S" }, "zh"))).toBe("计时1分钟30秒，现在开始。");
    expect(said(await run("timer_list", {}, "zh"))).toBe("1分钟30秒的计时器还剩1分钟30秒和“pâtes”计时器还剩9分钟。");
  });

  test("a timer of no length is refused", async () => {
    const { run } = setup();
    expect(await run("timer_start", { duration: "PT0S" })).toMatchObject({ kind: "failed", code: "ARGUMENT_INVALID" });
  });

  test("two of one name are told apart by what is left; undo says what it took back", async () => {
    const { run, undo, advance } = setup();
    const first = await run("timer_start", { duration: "PT10M" });
    advance(2 * MINUTE);
    await run("timer_start", { duration: "PT10M" });
    await run("timer_start", { duration: "PT4M", label: "tea" });
    expect(said(await run("timer_cancel"))).toBe(
      "Which one: the tea timer, the timer for 10 minutes with 8 minutes left, or the timer for 10 minutes with 10 minutes left?",
    );
    expect(said(await undo("timer_start", first))).toBe("Taken back: the timer for 10 minutes.");
    const cancelled = await run("timer_cancel", { label: "tea" });
    expect(said(await undo("timer_cancel", cancelled))).toBe("As before again: the tea timer.");
  });
});
