import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { wyomingChecks } from "../../../src/shell/doors/wyoming-checks.ts";
import { startDaemon } from "../../../src/shell/doors/daemon.ts";
import { type House, openHouse } from "../../../src/shell/house.ts";
import { dial } from "../../../src/voice/wyoming/connection.ts";
import { tableMind } from "./table-mind.ts";

let home: string;
let house: House | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "saysh-wyoming-"));
});
afterEach(async () => {
  await house?.[Symbol.asyncDispose]();
  rmSync(home, { recursive: true });
});

function houseWith(serve: string): House {
  mkdirSync(join(home, ".config/saysh"), { recursive: true });
  writeFileSync(join(home, ".config/saysh/config.toml"), `[voice.wyoming]\nserve = "${serve}"\n`);
  house = openHouse({ env: { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: home }, mind: tableMind() });
  return house;
}

async function daemonWith(serve: string) {
  const lines: string[] = [];
  const daemon = await startDaemon(houseWith(serve), {
    version: "test",
    log: (line) => lines.push(line),
    silent: true,
  });
  const port = Number(/listening on tcp:\/\/127\.0\.0\.1:(\d+)/.exec(lines.join("\n"))?.[1]);
  return { daemon, lines, address: { host: "127.0.0.1", port } };
}

test("the daemon serves turns: one connection for each, as Home Assistant does, and a question over two of them", async () => {
  const { daemon, lines, address } = await daemonWith("tcp://127.0.0.1:0");
  await using _ = daemon;
  expect(lines.join("\n")).toContain("warning: the protocol has no authentication");
  const say = async (text: string, conversation_id = "1") => {
    using connection = await dial(address);
    await connection.send({ type: "transcript", data: { text, language: "en", context: { conversation_id } } });
    const answer = await connection.next(20_000);
    return [answer?.type, answer?.data.text];
  };
  expect(await say("set a pasta timer for 2 hours")).toEqual(["handled", expect.stringMatching(/pasta/i)]);
  expect(await say("colourless green ideas")).toEqual(["not-handled", expect.stringMatching(/./)]);
  expect(await say("shut down")).toEqual(["handled", expect.stringMatching(/\?$/)]);
  // nobody else's yes counts
  expect((await say("yes", "2"))[0]).toBe("not-handled");
  expect(await say("no")).toEqual(["handled", expect.not.stringMatching(/\?$/)]);
  const rows = house!.memory.ledger.last(20);
  expect(new Set(rows.map(({ door }) => door))).toEqual(new Set(["wyoming"]));
  expect(daemon.status().turns).toBe(5);
});

test("what is meant is told, and not done", async () => {
  const { daemon, address } = await daemonWith("tcp://127.0.0.1:0");
  await using _ = daemon;
  using connection = await dial(address);
  await connection.send({ type: "recognize", data: { text: "set a timer for 2 hours" } });
  expect(await connection.next(20_000)).toEqual({
    type: "intent",
    data: { name: "timer_start", entities: [{ name: "duration", value: "PT2H" }] },
  });
  expect(house!.memory.alerts.nextDue()).toBeUndefined();
});

test("an address that cannot be had is logged; the daemon goes on", async () => {
  const { daemon, lines } = await daemonWith("10700");
  await using _ = daemon;
  expect(lines.join("\n")).toContain('wyoming: "10700" is no address of a Wyoming server');
});

test("the doctor has a row for each service that is configured", async () => {
  const { daemon, address } = await daemonWith("tcp://127.0.0.1:0");
  await using _ = daemon;
  const serve = `tcp://127.0.0.1:${address.port}`;
  const checks = await wyomingChecks({ stt: "", tts: "tcp://127.0.0.1:1", wake: serve, serve });
  expect(checks).toMatchObject([
    { what: "wyoming: text to speech", state: "broken", remedy: expect.stringContaining("config.toml") },
    { what: "wyoming: wake word", state: "broken", detail: `${serve} has no service wake` },
    { what: "wyoming: server", state: "works", detail: expect.stringContaining("handle") },
  ]);
  expect(await wyomingChecks({ stt: "", tts: "", wake: "", serve: "tcp://127.0.0.1:1" })).toMatchObject([
    { state: "missing", remedy: "saysh daemon &" },
  ]);
});
