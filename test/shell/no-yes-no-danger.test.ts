import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callHash } from "../../src/shell/policy/hash.ts";
import type { Turn } from "../../src/shell/session.ts";
import { readYesNo } from "../../src/shell/turn/yes-no.ts";
import { planOf, smallMachine, smallShell } from "./small-shell.ts";

const SEQUENCES = 2_000;

const COMMANDS = [
  "power_off",
  'power_off {"in": "PT5M"}',
  "power_off; power_off",
  'volume_set {"level": 20}; power_off',
  'message_send {"person": "Ann", "text": "hi"}',
  'message_send {"person": "Ann"}',
  'power_off; message_send {"person": "Bob"}',
  'power_off {"in": "soon"}',
  'wifi_connect {"network": "Attic"}; power_off',
  'lamp_set {"device": "lamp", "on": true}; power_off',
  "undo",
  "cancel",
  "volume_get",
  "timer_start",
];
const WORDS = [
  "yes",
  "yes please",
  "ok",
  "oui",
  "好的",
  "no",
  "hmm",
  "yesterday",
  "the second one",
  "none",
  "stop",
  "hi there",
  "",
  "throw",
];

/** mulberry32: small, seeded, good enough to choose events. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Grant {
  readonly hash: string;
  readonly untilMs: number;
}

/** Plays one sequence and gives back the runs of dangerous or external calls that no yes covers, and how many were covered. */
async function play(seed: number, memory: ReturnType<typeof smallShell>["memory"]) {
  const next = random(seed);
  const choose = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  const machine = smallMachine();
  const { session, clock } = smallShell({
    machine,
    memory,
    understand: async (words) => {
      if (words === "throw") throw new Error("no mind");
      return planOf(words);
    },
  });
  let grants: Grant[] = [];
  let last: Turn | undefined;
  let tokens: string[] = [];
  const log: string[] = [];
  const uncovered: string[] = [];
  let covered = 0;

  for (let step = 0; step < 4 + Math.floor(next() * 8); step++) {
    const pending = last?.pending;
    const roll = next();
    let turn: Turn | undefined;
    let isYes = false;
    const before = machine.ran.length;
    if (roll < 0.1) {
      const ms = choose([1_000, 10_000, 29_999, 30_000, 61_000]);
      log.push(`wait ${ms}`);
      clock.increment(ms);
    } else if (roll < 0.15) {
      log.push("cancel()");
      session.cancel();
      last = undefined;
    } else if (roll < 0.2) {
      log.push("undo()");
      turn = await session.undo();
    } else if (roll < 0.25) {
      session.mute(next() < 0.5);
    } else if (roll < 0.4 && tokens.length > 0) {
      const token = next() < 0.5 ? tokens.at(-1)! : choose(tokens);
      const yes = next() < 0.7;
      log.push(`button ${token === pending?.token} ${yes}`);
      isYes = yes && token === pending?.token;
      turn = await session.handle("", { confirm: { token, yes } });
    } else {
      const words = next() < (pending ? 0.75 : 0.25) ? choose(WORDS) : choose(COMMANDS);
      const origin = next() < 0.15 ? "untrusted" : "user";
      const dryRun = next() < 0.08;
      const door = next() < 0.2 ? "voice" : "terminal";
      log.push(`${origin} ${door} ${dryRun ? "dry " : ""}${words}`);
      isYes = readYesNo(words) === "yes" && origin === "user";
      turn = await session.handle(words, { origin, dryRun, door });
    }
    if (isYes && pending?.kind === "confirm" && clock.now() < Date.parse(pending.expiresAt)) {
      grants.push({ hash: callHash(last!.calls[pending.call]!), untilMs: Date.parse(pending.expiresAt) });
    }
    for (const ran of machine.ran.slice(before)) {
      const [, action = "", args = "{}"] = /^(\S+) (.*)$/.exec(ran)!;
      if (!["power_off", "message_send", "wifi_connect"].includes(action)) continue;
      const hash = callHash({ action, args: JSON.parse(args) });
      const index = grants.findIndex((grant) => grant.hash === hash && clock.now() < grant.untilMs);
      if (index < 0) uncovered.push(`${ran} after ${log.join(" | ")}`);
      else covered += 1;
      // An external call that only asked for a password keeps its yes for the second try; a dangerous one never does.
      if (index >= 0 && action !== "wifi_connect") grants.splice(index, 1);
    }
    if (turn) {
      last = turn;
      if (turn.pending) tokens = [...tokens, turn.pending.token];
      if (turn.outcome !== "asked" && turn.pending === undefined) grants = [];
    }
  }
  session.close();
  return { uncovered, covered };
}

describe("whatever happens", () => {
  it(`no dangerous or external call runs without a yes to exactly this call (${SEQUENCES} random sequences)`, async () => {
    // Sixteen thousand rows: where there is a folder in memory, nobody waits for a disk.
    const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "saysh-shell-"));
    const { memory, session } = smallShell({ folder });
    session.close();
    let covered = 0;
    for (let seed = 1; seed <= SEQUENCES; seed++) {
      const result = await play(seed, memory);
      expect(result.uncovered, `seed ${seed}`).toEqual([]);
      covered += result.covered;
    }
    // The property would also hold for a shell that does nothing: many sequences really end in a confirmed call.
    expect(covered).toBeGreaterThan(SEQUENCES / 10);
    memory[Symbol.dispose]();
    rmSync(folder, { recursive: true });
  }, 120_000);
});
