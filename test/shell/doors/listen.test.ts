import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { answeredBy, requiredArguments } from "../../../src/shell/doors/listen-answer.ts";
import type { Turn } from "../../../src/shell/turn/turn.ts";
import { CLI, NODE, ownHome, PATIENCE_MS } from "./own-home.ts";

test.each([
  [["--real-time"], 2, "--real-time goes with --wav"],
  [["--wav", "/no/such.wav"], 5, "/no/such.wav cannot be opened"],
  [[], 5, "→ "],
])(
  "listen %j without a sound server ends with status %i and one clear error",
  { timeout: PATIENCE_MS },
  (args, status, words) => {
    using home = ownHome({ PULSE_SERVER: "unix:/no/such/socket", PIPEWIRE_REMOTE: "none" });
    const said = spawnSync(NODE, [CLI, "listen", ...args], { env: home.env, encoding: "utf8" });
    expect(said.status).toBe(status);
    expect(said.stderr).toContain(words);
    expect(said.stderr.split("\n").length).toBeLessThanOrEqual(3);
  },
);

const TURN: Turn = {
  utterance: "",
  lang: "en",
  plan: null,
  calls: [],
  decisions: [],
  results: [],
  reply: "Which one?",
  show: ["1. desk lamp", "2. floor lamp"],
  outcome: "asked",
  exitStatus: 4,
  ms: 1,
};
const QUESTION = { question: "Which one?", token: "t", expiresAt: "2026-11-24T00:00:00Z", call: 0 } as const;

test.each([
  [{ ...QUESTION, kind: "confirm" }, "power_off", "yes-no"],
  [{ ...QUESTION, kind: "choose" }, "light_set", "number"],
  [{ ...QUESTION, kind: "clarify", arg: "duration" }, "timer_start", "time"],
  [{ ...QUESTION, kind: "clarify", arg: "level" }, "volume_set", "number"],
  [{ ...QUESTION, kind: "clarify", arg: "text" }, "note_create", "free-text"],
] as const)("the answer to %j of %s is %s", (pending, action, expecting) => {
  expect(answeredBy({ ...TURN, pending, calls: [{ action, args: {} }] }).expecting).toBe(expecting);
});

test("the numbered things of a question are said, other rows are not", () => {
  const pending = { ...QUESTION, kind: "choose" } as const;
  expect(answeredBy({ ...TURN, pending }).say.text).toBe("Which one?\n1. desk lamp\n2. floor lamp");
  expect(answeredBy(TURN).say.text).toBe("Which one?");
});

test("what an action cannot do without", () => {
  expect(requiredArguments("timer_start")).toEqual(["duration"]);
  expect(requiredArguments("no_such_action")).toBeUndefined();
});
