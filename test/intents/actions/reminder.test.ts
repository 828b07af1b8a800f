import { describe, expect, test } from "vitest";
import { reminderActions } from "../../../src/intents/actions/reminder.ts";
import { memoryPowers, said } from "./memory-powers.ts";

function setup() {
  const world = memoryPowers();
  return { ...world, ...world.runnerOf(reminderActions) };
}

describe("reminders", () => {
  test("set, listed by period, deleted by words, put back", async () => {
    const { run, undo } = setup();
    expect(said(await run("reminder_set", { text: "call the bank", at: "2026-11-24T09:00" }))).toBe(
      "Reminder set, tomorrow at 9:00: call the bank.",
    );
    await run(
      "reminder_set",
      { text: "sortir les poubelles", at: "2026-11-23T20:00", recurrence: "FREQ=WEEKLY;BYDAY=MO" },
      "fr",
    );
    expect(said(await run("reminder_list", { when: "2026-11-24T00:00/2026-11-25T00:00" }))).toBe(
      "Tomorrow: one reminder: call the bank (tomorrow at 9:00).",
    );
    expect(said(await run("reminder_list", { when: "2026-11-30T00:00/2026-12-01T00:00" }, "fr"))).toContain(
      "sortir les poubelles",
    );
    const deleted = await run("reminder_delete", { text: "the bank" });
    expect(said(deleted)).toBe("The reminder is deleted: call the bank.");
    expect(said(await run("reminder_list"))).not.toContain("bank");
    await undo("reminder_delete", deleted);
    expect(said(await run("reminder_list"))).toContain("call the bank");
    expect(said(await run("reminder_delete", { at: "2026-11-24T09:00" }))).toContain("call the bank");
  });

  test("deletes all, asks which, says when there is none", async () => {
    const { run, undo, memory } = setup();
    expect(await run("reminder_delete")).toMatchObject({ kind: "failed" });
    const first = await run("reminder_set", { text: "给妈妈打电话", at: "2026-11-24T09:00" }, "zh");
    expect(said(first)).toBe("好的，明天上午9点提醒你给妈妈打电话。");
    await run("reminder_set", { text: "pay", at: "2026-11-24T10:00" });
    expect(await run("reminder_delete")).toMatchObject({ kind: "choose", arg: "text" });
    const all = await run("reminder_delete", { all: true });
    await undo("reminder_delete", all);
    expect(memory.alerts.list("reminder")).toHaveLength(2);
    await undo("reminder_set", first);
    expect(memory.alerts.list("reminder")).toHaveLength(1);
  });
});
