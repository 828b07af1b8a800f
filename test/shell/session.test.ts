import { describe, expect, it } from "vitest";
import { smallShell } from "./small-shell.ts";

describe("a turn", () => {
  it("does what is allowed, says so and writes one row", async () => {
    const { session, machine, memory } = smallShell();
    const turn = await session.handle('volume_set {"level": 30}');
    expect(turn).toMatchObject({ outcome: "done", exitStatus: 0, reply: "Volume 30 percent." });
    expect(turn.pending).toBeUndefined();
    expect(machine.volume).toBe(30);
    expect(memory.ledger.last(5)).toMatchObject([
      { outcome: "done", door: "terminal", undo: [{ action: "volume_set", data: { level: 40 } }] },
    ]);
    session.close();
  });

  it("asks before a dangerous call, and a yes runs exactly that call", async () => {
    const { session, machine } = smallShell();
    const asked = await session.handle("power_off");
    expect(asked).toMatchObject({ outcome: "asked", exitStatus: 4, reply: "Shall I turn the machine off?" });
    expect(asked.pending?.kind).toBe("confirm");
    expect(machine.ran).toEqual([]);
    const done = await session.handle("yes please");
    expect(done).toMatchObject({ outcome: "done", reply: "Good night." });
    expect(machine.ran).toEqual(["power_off {}"]);
    session.close();
  });

  it("asks for what is missing and keeps the rest", async () => {
    const { session, machine } = smallShell({
      readValue: (_type, words) => (words === "ten minutes" ? "PT10M" : undefined),
    });
    const asked = await session.handle('timer_start {"label": "pasta"}');
    expect(asked).toMatchObject({ outcome: "asked", reply: "For how long?" });
    const done = await session.handle("ten minutes");
    expect(done.outcome).toBe("done");
    expect(machine.ran).toEqual(['timer_start {"duration":"PT10M","label":"pasta"}']);
    session.close();
  });
});
