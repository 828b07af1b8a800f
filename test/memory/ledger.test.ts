import { expect, test } from "vitest";
import type { TurnRow } from "../../src/memory/memory.ts";
import { temporaryMemory } from "./temp-memory.ts";

function turn(change: Partial<TurnRow>): Omit<TurnRow, "id"> {
  return {
    at: "2026-11-23T09:00:00.000Z",
    session: "s1",
    door: "terminal",
    utterance: "mute",
    lang: "en",
    tier: "reflex",
    confidence: 0.98,
    calls: [{ action: "volume_mute", args: { on: true } }],
    outcome: "done",
    reply: "Muted.",
    understandMs: 20,
    totalMs: 40,
    cpuSeconds: 0.02,
    tokensIn: 30,
    tokensOut: 10,
    undo: [{ action: "volume_mute", data: { before: false } }],
    ...change,
  };
}

test("a turn comes back as it was written", () => {
  const { memory } = temporaryMemory();
  const row = memory.ledger.append(turn({}));
  expect(row).toEqual({ id: row.id, ...turn({}) });
  expect(memory.ledger.last(1)).toEqual([row]);
});

test("a call is undone once, and turns with nothing left to undo are not offered", () => {
  const { memory } = temporaryMemory();
  const both = memory.ledger.append(
    turn({
      undo: [
        { action: "a", data: {} },
        { action: "b", data: {} },
      ],
    }),
  );
  memory.ledger.append(turn({ undo: [null] }));
  memory.ledger.markUndone(both.id, 0);
  expect(memory.ledger.undoable()).toMatchObject([{ id: both.id, undo: [null, { action: "b" }] }]);
  memory.ledger.markUndone(both.id, 1);
  expect(memory.ledger.undoable()).toEqual([]);
});

test("periods are half-open, sessions apart, figures add up", () => {
  const { memory } = temporaryMemory();
  for (const minute of [0, 1, 2, 3]) {
    memory.ledger.append(
      turn({
        at: `2026-11-23T09:0${minute}:00.000Z`,
        session: minute < 3 ? "s1" : "s2",
        tier: minute === 1 ? "local" : "reflex",
        outcome: minute === 2 ? "failed" : "done",
        understandMs: 10 * (minute + 1),
      }),
    );
  }
  const period = memory.ledger.between(new Date("2026-11-23T09:01:00Z"), new Date("2026-11-23T09:03:00Z"));
  expect(period.map((row) => row.at.slice(14, 16))).toEqual(["01", "02"]);
  expect(memory.ledger.last(5, "s2")).toHaveLength(1);
  expect(memory.ledger.stats()).toMatchObject({
    turns: 4,
    byTier: { reflex: 3, local: 1 },
    byOutcome: { done: 3, failed: 1 },
    byAction: [{ action: "volume_mute", calls: 4 }],
    understandMs: { median: 20, p90: 40, max: 40 },
    tokensIn: 120,
  });
  expect(memory.ledger.stats(new Date("2027-01-01")).turns).toBe(0);
});
