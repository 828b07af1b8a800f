import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openMemory } from "../../../src/memory/open-memory.ts";
import type { AlertEvent, Message } from "../../../src/shell/doors/wire.ts";
import { daemonOfTest, homeOfTest, type OwnHome, PATIENCE_MS, saysh, until } from "./own-home.ts";
import { type RawClient, rawClient } from "./raw-client.ts";

describe("alerts through the daemon", { timeout: 2 * PATIENCE_MS }, () => {
  it("ring once although the daemon was killed before, and not again after the next start", async () => {
    const home = homeOfTest();
    const first = await daemonOfTest(home);
    expect((await saysh(home, ["set a tea timer for 3 seconds"])).status).toBe(0);
    await first.end("SIGKILL");
    const [timer] = look(home, (memory) => memory.alerts.list());
    expect(timer?.state).toBe("armed");
    await until(() => Date.now() > timer!.dueAt.getTime());

    const second = await daemonOfTest(home);
    const listener = await subscribed(home);
    await listener.message(isAlert);
    expect(alertsOf(listener)).toEqual([
      expect.objectContaining({ how: "ring", alert: expect.objectContaining({ id: timer!.id, label: "tea" }) }),
    ]);
    expect(look(home, (memory) => memory.alerts.get(timer!.id)?.state)).toBe("ringing");
    await second.end("SIGKILL");

    const third = await daemonOfTest(home);
    const late = await subscribed(home);
    expect((await saysh(home, ["stop the alarm"])).status).toBe(0); // what was left ringing can still be answered
    expect(look(home, (memory) => memory.alerts.get(timer!.id)?.state)).toBe("stopped");
    expect(alertsOf(late)).toEqual([]);
    expect([first, second, third].map((daemon) => daemon.log().split("alert ring").length - 1)).toEqual([0, 1, 0]);
  });

  it("tell every listener, are shown on the desktop, and fall silent when any client says so", async () => {
    const notices = homeOfTest();
    const home = homeOfTest({ PATH: `${programs(notices)}:${process.env.PATH}` });
    await daemonOfTest(home);
    const [one, other] = [await subscribed(home), await subscribed(home)];
    await saysh(home, ["set a tea timer for 1 second"]);
    for (const listener of [one, other])
      expect(await listener.message(isAlert)).toMatchObject({ event: { how: "ring", say: "The tea timer is done." } });
    const shown = join(notices.path, "shown");
    await until(() => existsSync(shown));
    expect(readFileSync(shown, "utf8")).toMatch(/-- The tea timer is done\.$/m);

    expect((await saysh(home, ["daemon", "--status", "--json"])).out).toContain('"ringing":1');
    const newcomer = await subscribed(home);
    await newcomer.message(isAlert); // who comes while it rings hears of it
    expect((await saysh(home, ["stop the alarm"])).status).toBe(0);
    expect((await saysh(home, ["daemon", "--status", "--json"])).out).toContain('"ringing":0');
    expect(alertsOf(one)).toHaveLength(1);
  });

  it("are picked up when another process sets them", async () => {
    const home = homeOfTest();
    await daemonOfTest(home);
    const listener = await subscribed(home);
    look(home, (memory) => memory.alerts.set({ kind: "reminder", dueAt: new Date(), label: "call \u001b[31mmum" }));
    expect(await listener.message(isAlert)).toMatchObject({ event: { alert: { kind: "reminder" } } });
  });
});

describe("a daemon in the background", { timeout: PATIENCE_MS }, () => {
  it("is left behind by a shell with something to ring, and ends when told", async () => {
    const home = homeOfTest({ SAYSH_NO_BACKGROUND: "" });
    look(home, (memory) => memory.alerts.set({ kind: "alarm", dueAt: new Date(Date.now() + 3_600_000) }));
    const left = await saysh(home, [], { input: "?\n" });
    expect(left).toMatchObject({ status: 0, err: "" });
    onTestFinished(async () => void (await saysh(home, ["daemon", "--stop"])));
    await until(async () => (await saysh(home, ["daemon", "--status"])).status === 0);
    expect((await saysh(home, ["daemon", "--stop"])).status).toBe(0);
    expect(existsSync(home.socket)).toBe(false);
    expect(readFileSync(join(home.path, "state/saysh/daemon.log"), "utf8")).toContain("ending");
  });
});

describe("at its start the daemon", { timeout: PATIENCE_MS }, () => {
  it("drops turns and typed lines beyond what is to be kept", async () => {
    const home = homeOfTest();
    writeFileSync(join(home.path, "config/saysh/config.toml"), "[memory]\nkeep_days = 30\n");
    const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString();
    look(home, ({ ledger }) => {
      for (const at of [days(31), days(29)]) ledger.append({ ...EMPTY_TURN, at });
    });
    const state = join(home.path, "state/saysh");
    mkdirSync(state, { recursive: true });
    writeFileSync(join(state, "history"), Array.from({ length: 1500 }, (_, i) => `line ${i}\n`).join(""));
    const daemon = await daemonOfTest(home);
    expect(daemon.log()).toContain("ready");
    await daemon.end();
    expect(look(home, ({ ledger }) => ledger.last(9).map(({ at }) => at.slice(0, 10)))).toEqual([
      days(29).slice(0, 10),
    ]);
    const lines = readFileSync(join(state, "history"), "utf8").trim().split("\n");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([1000, "line 500", "line 1499"]);
  });
});

const EMPTY_TURN = {
  session: "s",
  door: "terminal",
  utterance: "what time is it",
  lang: "en",
  tier: "reflex",
  confidence: 1,
  calls: [],
  outcome: "done",
  reply: "",
  understandMs: 1,
  totalMs: 1,
  cpuSeconds: 0,
  tokensIn: 0,
  tokensOut: 0,
  undo: [],
} as const;

const isAlert = (message: Message): boolean => message.type === "event" && message.event.type === "alert.due";

function alertsOf({ messages }: RawClient): AlertEvent[] {
  return messages.flatMap((m) => (m.type === "event" && m.event.type === "alert.due" ? [m.event] : []));
}

async function subscribed(home: OwnHome): Promise<RawClient> {
  const client = await rawClient(home);
  onTestFinished(() => client[Symbol.dispose]());
  await client.ask({ type: "subscribe" });
  return client;
}

function look<T>(home: OwnHome, at: (memory: ReturnType<typeof openMemory>) => T): T {
  using memory = openMemory(home.data, { now: () => new Date() });
  return at(memory);
}

/** A folder with a `notify-send` that writes down what it was asked to show. */
function programs(home: OwnHome): string {
  const folder = join(home.path, "bin");
  mkdirSync(folder);
  writeFileSync(join(folder, "notify-send"), `#!/bin/sh\necho "$@" >> ${join(home.path, "shown")}\n`);
  chmodSync(join(folder, "notify-send"), 0o755);
  return folder;
}
