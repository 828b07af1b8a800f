import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMemory } from "../../../src/memory/open-memory.ts";
import { noModel, type OwnDaemon, type OwnHome, ownHome, PATIENCE_MS, saysh, startDaemon } from "./own-home.ts";

describe.skipIf(noModel)("one utterance as a command", { timeout: PATIENCE_MS }, () => {
  let home: OwnHome;
  let daemon: OwnDaemon;
  beforeAll(async () => {
    home = ownHome();
    daemon = await startDaemon(home, "real");
  }, PATIENCE_MS);
  afterAll(async () => {
    await daemon.end();
    home[Symbol.dispose]();
  });
  let turns = 0;
  // each in a conversation of its own: the turn before is no context
  const say = (...args: string[]) => saysh({ ...home, env: { ...home.env, SAYSH_SESSION: `turn ${turns++}` } }, args);

  it("exits 0 when it is done, and says so on standard output alone", async () => {
    const { status, out, err } = await say("what time is it");
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/\d/);
  });

  it("exits 2 on wrong usage, with a line that names it and one that mends it", async () => {
    const wrong: [string[], RegExp][] = [
      [["--nonsense", "what time is it"], /--nonsense/],
      [["--lang", "de", "wie spät ist es"], /--lang de/],
      [["--now", "yesterday", "what time is it"], /yesterday/],
      [["history", "--last", "many"], /many/],
      [["memory", "burn"], /burn/],
      [[""], /no words/],
    ];
    const ended = await Promise.all(wrong.map(([args]) => saysh(home, args)));
    for (const [i, { status, out, err }] of ended.entries()) {
      expect([status, out], wrong[i]![0].join(" ")).toEqual([2, ""]);
      expect(err).toMatch(wrong[i]![1]);
      expect(err).toContain("(USAGE)");
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  it("exits 3 when nobody understands it", async () => {
    expect((await say("blargh florp wibble")).status).toBe(3);
  });

  it("exits 4 when a dangerous action finds nobody to say yes", async () => {
    const { status, out, err } = await say("shut down the computer");
    expect(status).toBe(4);
    expect(out).toContain("?");
    expect(err).toContain("not done");
    const told = JSON.parse((await say("--json", "restart the computer")).out);
    expect(told).toMatchObject({ outcome: "asked", exit: 4, results: [], pending: { kind: "confirm" } });
  });

  it("exits 5 when an action fails: there is no such file", async () => {
    const { status, out } = await say("delete the file notes.txt");
    expect(status).toBe(5);
    expect(out).toContain("notes.txt");
  });

  it("gives programs one JSON object per turn", async () => {
    const { out } = await say("--json", "what time is it");
    expect(out.trimEnd()).not.toContain("\n");
    const turn = JSON.parse(out);
    expect(turn).toMatchObject({
      utterance: "what time is it",
      lang: "en",
      tier: "reflex",
      calls: [{ action: "time_now", args: {} }],
      decisions: [expect.objectContaining({ decision: "allow" })],
      results: [expect.objectContaining({ kind: "done" })],
      outcome: "done",
      exit: 0,
      reply: expect.any(String),
      show: expect.any(Array),
    });
    for (const name of ["confidence", "understandMs", "ms"]) expect(turn[name], name).toBeTypeOf("number");
  });

  it("shows control characters of names as nothing to people, and as escapes to programs", async () => {
    const folder = join(home.path, "Documents");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "evil\u001b]0;owned\u0007\u202etxt.pdf"), "");
    const [shown, json] = await Promise.all([
      say("what files are in my documents"),
      say("--json", "what files are in my documents"),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    for (const { out } of [shown, json]) expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("does nothing on a dry run, and tells the policy's answer", async () => {
    const timers = () => look((memory) => memory.alerts.list().length);
    const before = timers();
    const turn = JSON.parse((await say("--dry-run", "--json", "set a timer for ten minutes")).out);
    expect(turn).toMatchObject({ calls: [{ action: "timer_start" }], results: [] });
    expect((await say("--dry-run", "set a timer for ten minutes")).status).toBe(turn.exit);
    expect(timers()).toBe(before);
  });

  it("takes the clock that it is given", async () => {
    expect((await say("--now", "2026-11-24T06:30:00Z", "what time is it")).out).toContain("7:30");
  });

  it("takes the language that it is given", async () => {
    expect(JSON.parse((await say("--json", "--lang", "fr", "quelle heure est-il")).out).lang).toBe("fr");
  });

  it("takes every word after -- as said", async () => {
    const turn = JSON.parse((await say("--json", "--", "history")).out);
    expect(turn.utterance).toBe("history");
    expect(JSON.parse((await say("--json", "--", "-5", "plus", "3")).out).utterance).toBe("-5 plus 3");
  });

  it("takes lines from a pipe as turns, and exits as the last one", async () => {
    const input = "what time is it\n\nblargh florp wibble\n";
    const ended = await saysh(home, [], { input });
    expect(ended).toMatchObject({ status: 3, err: "" });
    const json = await saysh(home, ["--json"], { input });
    expect(
      json.out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).exit),
    ).toEqual([0, 3]);
    expect(readdirSync(home.path)).not.toContain("history");
  });

  function look<T>(at: (memory: ReturnType<typeof openMemory>) => T): T {
    using memory = openMemory(home.data, { now: () => new Date() });
    return at(memory);
  }
});

describe.skipIf(noModel)("one utterance without a daemon", { timeout: PATIENCE_MS }, () => {
  it("is understood and done in the process of its own", async () => {
    using home = ownHome();
    const set = await saysh(home, ["--json", "set a timer for ten minutes"]);
    expect(set).toMatchObject({ status: 0, err: "" });
    using memory = openMemory(home.data, { now: () => new Date() });
    expect(memory.alerts.list("timer")).toHaveLength(1);
    expect(memory.ledger.last(1)[0]).toMatchObject({ utterance: "set a timer for ten minutes", outcome: "done" });
  });
});
