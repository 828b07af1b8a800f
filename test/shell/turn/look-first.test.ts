import { describe, expect, test } from "vitest";
import { smallShell } from "../small-shell.ts";

const send = (person: string) => `message_send {"person": "${person}", "text": "hi"}`;

describe("before a yes is asked for, the shell looks whether there is anything to say yes to", () => {
  test("nobody of that name: no question", async () => {
    const { session, machine } = smallShell();
    const turn = await session.handle(send("nobody"));
    expect(turn).toMatchObject({ outcome: "failed", reply: "I know nobody of that name.", exitStatus: 5 });
    expect(turn.pending).toBeUndefined();
    expect(machine.ran).toEqual([]);
  });

  test("nothing here can do it: no question", async () => {
    const turn = await smallShell().session.handle(send("everybody"));
    expect(turn).toMatchObject({ outcome: "unavailable", reply: expect.stringContaining("the post is closed") });
  });

  test("several of that name: which one, and then the yes is for that one", async () => {
    const { session, machine } = smallShell();
    expect((await session.handle(send("Lee"))).pending).toMatchObject({ kind: "choose", question: "Which Lee?" });
    const confirm = await session.handle("the second one");
    expect(confirm.pending).toMatchObject({ kind: "confirm", question: "Shall I send “hi” to Bob Lee?" });
    expect(machine.ran).toEqual([]);
    expect(await session.handle("yes")).toMatchObject({ outcome: "done" });
    expect(machine.sent).toEqual(["Bob Lee: hi"]);
  });

  test("in a longer plan the rest is done and read back all the same", async () => {
    const { session, machine } = smallShell();
    const turn = await session.handle(`volume_set {"level": 20}; ${send("nobody")}; power_off`);
    expect(turn.pending).toMatchObject({ kind: "confirm", question: "Shall I turn the machine off?" });
    expect(machine.ran).toEqual([]);
    const end = await session.handle("yes");
    expect(end).toMatchObject({ outcome: "failed", reply: expect.stringContaining("I know nobody of that name.") });
    expect(machine.ran).toEqual(['volume_set {"level":20}']);
    expect(machine.isOn).toBe(true);
  });

  test("who cannot be found in time is asked about", { timeout: 20_000 }, async () => {
    const turn = await smallShell().session.handle(send("somebody"));
    expect(turn.pending).toMatchObject({ kind: "confirm" });
  });

  test("a dry run looks at nothing", async () => {
    const turn = await smallShell().session.handle(send("nobody"), { dryRun: true });
    expect(turn.reply).toBe("I would: send “hi” to nobody (this would ask first).");
  });
});
