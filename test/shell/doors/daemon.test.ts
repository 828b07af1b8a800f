import { existsSync, statSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_LINE_BYTES, type Message, type Status } from "../../../src/shell/doors/wire.ts";
import type { Turn } from "../../../src/shell/turn/turn.ts";
import {
  daemonOfTest,
  homeOfTest,
  type OwnDaemon,
  type OwnHome,
  ownHome,
  PATIENCE_MS,
  saysh,
  startDaemon,
  until,
} from "./own-home.ts";
import { rawClient } from "./raw-client.ts";

const turnOf = (message: Message): Turn => (message as { turn: Turn }).turn;
const statusOf = (message: Message): Status => (message as { status: Status }).status;

describe("the daemon", { timeout: PATIENCE_MS }, () => {
  let home: OwnHome;
  let daemon: OwnDaemon;
  beforeAll(async () => {
    home = ownHome();
    daemon = await startDaemon(home);
  }, PATIENCE_MS);
  afterAll(async () => {
    await daemon.end();
    home[Symbol.dispose]();
  });

  it("listens on a socket that is its user's alone", () => {
    expect(statSync(home.socket).mode & 0o777).toBe(0o600);
    expect(statSync(`${home.path}/run/saysh`).mode & 0o777).toBe(0o700);
  });

  it("is the only one: a second daemon is refused and told what to do", async () => {
    const second = await saysh(home, ["daemon"]);
    expect(second.status).toBe(5);
    expect(second.err).toContain("DAEMON_BUSY");
    expect(second.err).toContain("saysh daemon --stop");
    expect(existsSync(home.socket)).toBe(true);
  });

  it("tells how it is", async () => {
    const told = await saysh(home, ["daemon", "--status", "--json"]);
    expect(told.status).toBe(0);
    expect(JSON.parse(told.out)).toMatchObject({ pid: daemon.process.pid, version: "test", clients: 1, ringing: 0 });
    expect((await saysh(home, ["daemon", "--status"])).out).toMatch(/^residentBytes +\d+$/m);
  });

  it("serves three clients at once, on one state", async () => {
    using a = await rawClient(home);
    using b = await rawClient(home);
    using c = await rawClient(home);
    const [set, time, thinking] = await Promise.all([
      a.ask({ type: "turn", utterance: "set a pasta timer for 2 hours" }),
      b.ask({ type: "turn", utterance: "what time is it" }),
      c.ask({ type: "status" }),
    ]);
    expect([turnOf(set).outcome, turnOf(time).outcome]).toEqual(["done", "done"]);
    expect(statusOf(thinking).clients).toBe(3);
    expect(turnOf(await b.ask({ type: "turn", utterance: "what timers do I have" })).reply).toContain("pasta");
    expect((await saysh(home, ["what timers do I have"])).out).toContain("pasta");
  });

  it("lets the one-shot commands of one terminal be one conversation, and no other's", async () => {
    const now = ["--now", "2026-11-24T12:00:00Z"];
    expect((await saysh(home, [...now, "what time is it"])).out).toContain("13:00");
    const followed = await saysh(home, [...now, "and in Tokyo"]);
    expect(followed).toMatchObject({ status: 0, err: "" });
    expect(followed.out).toContain("21:00");
    using stranger = await rawClient(home);
    expect(turnOf(await stranger.ask({ type: "turn", utterance: "and in Tokyo" })).exitStatus).toBe(3);
  });

  it("keeps a question open for the next command of the same terminal, and drops one that asks for a yes", async () => {
    const asked = await saysh(home, ["set a timer"]);
    expect(asked.status).toBe(4);
    expect((await saysh(home, ["--json", "three hours"])).out).toContain('"duration":"PT3H"');
    const dangerous = await saysh(home, ["shut down"]);
    expect(dangerous.status).toBe(4);
    expect(dangerous.err).toContain("not done");
    expect((await saysh(home, ["yes"])).status).not.toBe(0);
  });

  it("answers every kind of nonsense with one clear error, and lives on", async () => {
    const wrong: [string | Buffer, RegExp][] = [
      ["this is no json\n", /no JSON/],
      ["\n", /no JSON/],
      [Buffer.from([0, 255, 254, 128, 10]), /no JSON/],
      ["null\n", /request/],
      ["[1,2,3]\n", /request/],
      ['{"id":7}\n', /type/],
      ['{"id":7,"type":"reboot"}\n', /type/],
      ['{"id":"seven","type":"status"}\n', /id/],
      ['{"id":7,"type":"turn"}\n', /utterance/],
      ['{"id":7,"type":"turn","utterance":{}}\n', /utterance/],
      ['{"id":7,"type":"turn","utterance":"hello","lang":"xx"}\n', /lang/],
      ['{"id":7,"type":"turn","utterance":"hello","now":"yesterday"}\n', /now/],
    ];
    for (const [bytes, says] of wrong) {
      using client = await rawClient(home);
      client.send(bytes);
      const error = await client.message(({ type }) => type === "error");
      expect(error, String(bytes)).toMatchObject({ code: "USAGE", message: expect.stringMatching(says) });
      expect((await client.ask({ type: "status" })).type).toBe("status");
      expect(client.messages).toHaveLength(2);
      if (String(bytes).startsWith('{"id":7')) expect(error).toMatchObject({ id: 7 });
    }
  });

  it("hangs up on a line that is too long, and takes one of just the right length", async () => {
    using client = await rawClient(home);
    client.send(Buffer.alloc(MAX_LINE_BYTES + 4096, "a"));
    expect(await client.message(({ type }) => type === "error")).toMatchObject({
      message: expect.stringContaining(String(MAX_LINE_BYTES)),
    });
    await client.closed();
    using other = await rawClient(home);
    const line = JSON.stringify({ id: 1, type: "status", padding: "" });
    other.send(`${line.slice(0, -2)}${"x".repeat(MAX_LINE_BYTES - line.length)}"}\n`);
    expect((await other.message(({ type }) => type !== "event")).type).toBe("status");
    const tooLong = await saysh(home, ["a".repeat(MAX_LINE_BYTES)]);
    expect(tooLong.status).toBe(2);
  });

  it("forgets a client that leaves in the middle of a line or of a turn", async () => {
    const half = await rawClient(home);
    half.send('{"id":1,"type":"tur');
    half.socket.destroy();
    const thinking = await rawClient(home);
    thinking.send('{"id":1,"type":"turn","utterance":"think"}\n');
    await until(async () => statusOf(await asked({ type: "status" })).sessions > 0);
    thinking.socket.destroy();
    await until(async () => statusOf(await asked({ type: "status" })).clients === 1);
  });

  it("is not filled or stopped by clients that never read", async () => {
    using deaf = await rawClient(home);
    deaf.socket.pause();
    const before = statusOf(await asked({ type: "status" })).residentBytes;
    const requests = Buffer.from('{"id":1,"type":"status"}\n'.repeat(2000));
    for (let i = 0; i < 100; i++) deaf.send(requests);
    const after = statusOf(await asked({ type: "status" })).residentBytes;
    expect(after - before).toBeLessThan(100e6);
    expect(turnOf(await asked({ type: "turn", utterance: "what time is it" })).outcome).toBe("done");
  });

  it("takes only so many turns of one client at a time", async () => {
    using greedy = await rawClient(home);
    const line = (id: number) => `${JSON.stringify({ id, type: "turn", utterance: "think" })}\n`;
    greedy.send(Array.from({ length: 65 }, (_, i) => line(i + 100)).join(""));
    expect(await greedy.message(({ type }) => type === "error")).toMatchObject({ id: 164, code: "USAGE" });
  });

  it("stops what is under way when it is told to", async () => {
    using client = await rawClient(home);
    const turn = client.ask({ type: "turn", utterance: "think", session: "slow" });
    using other = await rawClient(home);
    await until(async () => statusOf(await other.ask({ type: "status" })).sessions > 0);
    expect((await other.ask({ type: "cancel", session: "slow" })).type).toBe("ok");
    expect(turnOf(await turn)).toMatchObject({ outcome: "cancelled", exitStatus: 4 });
  });

  async function asked(request: object): Promise<Message> {
    using client = await rawClient(home);
    return await client.ask(request);
  }
});

describe("the daemon's end", { timeout: PATIENCE_MS }, () => {
  it("takes over the socket of one that was killed, and removes its own", async () => {
    const home = homeOfTest();
    const killed = await daemonOfTest(home);
    await killed.end("SIGKILL");
    expect(existsSync(home.socket)).toBe(true);
    const next = await daemonOfTest(home);
    expect((await saysh(home, ["what time is it"])).status).toBe(0);
    expect(await next.end("SIGTERM")).toBe(0);
    expect(existsSync(home.socket)).toBe(false);
    expect((await saysh(home, ["daemon", "--status"])).err).toContain("DAEMON_UNREACHABLE");
  });

  it("comes on request, and whoever asked waits for it", async () => {
    const home = homeOfTest();
    const daemon = await daemonOfTest(home);
    expect((await saysh(home, ["daemon", "--stop"])).status).toBe(0);
    expect(await daemon.end()).toBe(0);
  });

  it("is refused a place that is no folder", async () => {
    const home = homeOfTest();
    writeFileSync(`${home.path}/run/saysh`, "");
    const { status, err } = await saysh(home, ["daemon"]);
    expect(status).toBe(5);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
