import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openMemory } from "../../../src/memory/open-memory.ts";
import { daemonOfTest, homeOfTest, type OwnHome, PATIENCE_MS, saysh } from "./own-home.ts";

describe("the commands that look into the memory", { timeout: PATIENCE_MS }, () => {
  it("tell an empty one", async () => {
    const home = homeOfTest();
    const [history, stats, memory] = await Promise.all(
      [["history"], ["stats"], ["memory"]].map((args) => saysh(home, args)),
    );
    expect(history).toEqual({ status: 0, out: "", err: "" });
    expect(stats).toEqual({ status: 0, out: "No turns yet.\n", err: "" });
    expect(memory).toEqual({ status: 0, out: "Nothing is remembered yet.\n", err: "" });
  });

  it("tell turns and what they cost, the newest last", async () => {
    const home = homeOfTest();
    remember(home);
    const history = await saysh(home, ["history", "--last", "2"]);
    expect(history.out).toMatch(/turn 2[\s\S]*turn 3/);
    expect(history.out).not.toContain("turn 1");
    expect(history.out).not.toContain("\u001b");
    const rows = (await saysh(home, ["history", "--json"])).out.trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row).id)).toEqual([1, 2, 3]);
    expect((await saysh(home, ["stats"])).out).toMatch(/^turns +3$/m);
    expect(JSON.parse((await saysh(home, ["stats", "--json"])).out)).toMatchObject({ turns: 3, byTier: { reflex: 3 } });
    expect(JSON.parse((await saysh(home, ["stats", "--json", "--since", "2099-01-01"])).out).turns).toBe(0);
  });

  it("list, forget and erase what is remembered", async () => {
    const home = homeOfTest();
    remember(home);
    expect((await saysh(home, ["memory", "list"])).out).toMatch(
      /^fact 1 {2}my bike is blue$[\s\S]*^phrase 1 {2}“good night”/m,
    );
    expect((await saysh(home, ["memory", "forget", "9"])).err).toContain("NOT_FOUND");
    expect((await saysh(home, ["memory", "forget", "1"])).status).toBe(0);
    expect((await saysh(home, ["memory", "forget", "phrase", "1"])).status).toBe(0);
    expect(JSON.parse((await saysh(home, ["memory", "--json"])).out)).toMatchObject({ facts: [], phrases: [] });

    mkdirSync(join(home.path, "state/saysh"), { recursive: true });
    writeFileSync(join(home.path, "state/saysh/history"), "my bike is blue\n");
    writeFileSync(join(home.data, "somebody-elses.txt"), "");
    const unsure = await saysh(home, ["memory", "erase"]);
    expect(unsure.status).toBe(2);
    expect(unsure.err).toContain("saysh memory erase --yes");
    expect(existsSync(join(home.data, "saysh.db"))).toBe(true);
    expect((await saysh(home, ["memory", "erase", "--yes"])).status).toBe(0);
    for (const gone of ["data/saysh/saysh.db", "data/saysh/saysh.db-wal", "state/saysh/history"])
      expect(existsSync(join(home.path, gone)), gone).toBe(false);
    expect(existsSync(join(home.data, "somebody-elses.txt"))).toBe(true);
  });

  it("erase nothing under a running daemon", async () => {
    const home = homeOfTest();
    await daemonOfTest(home);
    const refused = await saysh(home, ["memory", "erase", "--yes"]);
    expect(refused.status).toBe(5);
    expect(refused.err).toContain("saysh daemon --stop");
  });
});

describe("saysh config", { timeout: PATIENCE_MS }, () => {
  it("prints a configuration that saysh reads", async () => {
    const home = homeOfTest();
    const { status, out } = await saysh(home, ["config"]);
    expect(status).toBe(0);
    writeFileSync(join(home.path, "config/saysh/config.toml"), out);
    expect((await saysh(home, ["history"])).status).toBe(0);
  });

  it("is named with line and remedy when it is broken", async () => {
    const home = homeOfTest();
    writeFileSync(join(home.path, "config/saysh/config.toml"), 'lang = "en"\nlong = "no"\n');
    const { status, out, err } = await saysh(home, ["history"]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/config\.toml:2: there is no key long \(CONFIG_INVALID\)\n {2}→ /);
  });
});

describe("saysh doctor", { timeout: PATIENCE_MS }, () => {
  it("names what mends each thing that a bare machine lacks", async () => {
    const home = homeOfTest({ PATH: "/nonexistent" });
    const { status, out } = await saysh(home, ["doctor", "--json"]);
    const checks = JSON.parse(out) as { what: string; state: string; remedy?: string }[];
    for (const { what, state, remedy } of checks) if (state !== "works") expect(remedy, what).toBeTruthy();
    expect(status).toBe(checks.some(({ state }) => state === "broken") ? 5 : 0);
    expect(checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        "node",
        "configuration",
        "memory",
        "reflex model",
        "daemon",
        "alert tone",
        "sound",
        "files",
      ]),
    );
  });

  it("tells people what is broken, and goes on", async () => {
    const home = homeOfTest();
    writeFileSync(join(home.path, "config/saysh/config.toml"), "lang = 1\n");
    const { status, out } = await saysh(home, ["doctor"]);
    expect(status).toBe(5);
    expect(out).toMatch(/^✗ configuration and memory .*config\.toml:1/m);
    expect(out).toMatch(/^ +→ /m);
    expect(out).toMatch(/^✓ node/m);
  });
});

describe("saysh", { timeout: PATIENCE_MS }, () => {
  it("tells help and version, and shows the stack of an error to who asks for it alone", async () => {
    const home = homeOfTest();
    expect((await saysh(home, ["--help"])).out).toContain("Exit status: 0 done");
    expect((await saysh(home, ["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    writeFileSync(join(home.path, "data"), "not a folder");
    const broken = await saysh(home, ["history"]);
    expect(broken.status).toBe(5);
    expect(broken.err).not.toMatch(/\n\s+at /);
    expect((await saysh({ ...home, env: { ...home.env, SAYSH_DEBUG: "1" } }, ["history"])).err).toMatch(/\n\s+at /);
  });
});

function remember(home: OwnHome): void {
  using memory = openMemory(home.data, { now: () => new Date() });
  memory.facts.remember("my bike is blue");
  memory.phrases.teach("good night", "turn off the lights", "en");
  for (const n of [1, 2, 3])
    memory.ledger.append({
      at: `2026-11-2${n}T12:00:00Z`,
      session: "s",
      door: "terminal",
      utterance: `turn ${n}\u001b[31m`,
      lang: "en",
      tier: "reflex",
      confidence: 1,
      calls: [{ action: "time_now", args: {} }],
      outcome: "done",
      reply: "It's noon.",
      understandMs: 4,
      totalMs: 9,
      cpuSeconds: 0.01,
      tokensIn: 10,
      tokensOut: 4,
      undo: [null],
    });
}
