import { describe, expect, it } from "vitest";
import { smallMachine, smallShell } from "./small-shell.ts";

describe("undo", () => {
  it("takes back the last turn's calls, newest first, then the turn before", async () => {
    const { session, machine } = smallShell();
    await session.handle('volume_set {"level": 10}');
    await session.handle('volume_set {"level": 20}; timer_start {"duration": "PT5M"}');
    expect((await session.handle("undo")).reply).toBe("The timer is gone. Volume back to 10 percent.");
    expect(machine).toMatchObject({ volume: 10, timers: [] });
    expect((await session.handle("undo")).reply).toBe("Volume back to 40 percent.");
    expect(await session.handle("undo")).toMatchObject({ outcome: "failed", reply: "There is nothing to undo." });
    session.close();
  });

  it("takes back this session's own acts first, and says so when it is another's", async () => {
    const here = smallShell({ name: "here" });
    const there = smallShell({ machine: here.machine, memory: here.memory, name: "there" });
    await here.session.handle('volume_set {"level": 10}');
    await there.session.handle('timer_start {"duration": "PT5M"}');
    expect((await here.session.handle("undo")).reply).toBe("Volume back to 40 percent.");
    expect(here.machine).toMatchObject({ volume: 40, timers: ["PT5M"] });
    expect((await here.session.handle("cancel")).reply).toBe("There is nothing to cancel.");
    expect((await here.session.handle("undo")).reply).toBe(
      'From another session (“timer_start {"duration": "PT5M"}”): The timer is gone.',
    );
    expect((await there.session.handle("undo")).reply).toBe("There is nothing to undo.");
  });

  it("knows its own acts after a restart, by the session's name", async () => {
    const before = smallShell({ name: "terminal 7" });
    await before.session.handle('volume_set {"level": 10}');
    before.session.close();
    const after = smallShell({ machine: before.machine, memory: before.memory, name: "terminal 7" });
    expect((await after.session.handle('undo {"what": "the volume"}')).reply).toBe("Volume back to 40 percent.");
  });

  it("survives a restart", async () => {
    const machine = smallMachine();
    const before = smallShell({ machine });
    await before.session.handle('volume_set {"level": 10}');
    before.session.close();
    before.memory[Symbol.dispose]();
    const after = smallShell({ machine, folder: before.folder });
    expect((await after.session.undo()).outcome).toBe("done");
    expect(machine.volume).toBe(40);
    after.session.close();
  });

  it.each(["volume", "the volume", "sound", "volume set"])("finds %j further back", async (what) => {
    const { session, machine } = smallShell();
    await session.handle('volume_set {"level": 10}');
    await session.handle('timer_start {"duration": "PT5M", "label": "pasta"}');
    expect((await session.handle(`undo ${JSON.stringify({ what })}`)).outcome).toBe("done");
    expect(machine).toMatchObject({ volume: 40, timers: ["pasta"] });
    session.close();
  });

  it("finds a thing by its name, and nothing by a stranger's", async () => {
    const { session, machine } = smallShell();
    await session.handle('timer_start {"duration": "PT5M", "label": "pasta"}; volume_set {"level": 10}');
    expect((await session.handle('undo {"what": "the piano"}')).outcome).toBe("failed");
    expect((await session.handle('undo {"what": "the pasta"}')).outcome).toBe("done");
    expect(machine).toMatchObject({ volume: 10, timers: [] });
    session.close();
  });
});

describe("cancel with nothing pending", () => {
  it("takes back what the turn just before did", async () => {
    const { session, machine, clock } = smallShell();
    await session.handle('volume_set {"level": 10}');
    clock.increment(59_000);
    expect((await session.handle("cancel")).reply).toBe("Volume back to 40 percent.");
    expect(machine.volume).toBe(40);
    expect((await session.handle("cancel")).reply).toBe("There is nothing to cancel.");
    session.close();
  });

  it("leaves alone what is older than a minute", async () => {
    const { session, machine, clock } = smallShell();
    await session.handle('volume_set {"level": 10}');
    clock.increment(61_000);
    expect((await session.handle("cancel")).reply).toBe("There is nothing to cancel.");
    expect(machine.volume).toBe(10);
    session.close();
  });
});

describe("undo while something runs", () => {
  it("stops it and takes back what the turn had done", async () => {
    const { session, machine } = smallShell();
    const turn = session.handle('volume_set {"level": 10}; slow');
    await expect.poll(() => machine.ran).toHaveLength(2);
    await session.undo();
    expect((await turn).reply).toContain("Volume back to 40 percent.");
    expect(machine.volume).toBe(40);
    session.close();
  });
});
