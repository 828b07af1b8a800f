import { describe, expect, it } from "vitest";
import { createActor, fromPromise, initialTransition, SimulatedClock, transition } from "xstate";
import type { Plan } from "../../src/intents/plan.ts";
import type {
  ActInput,
  DecideInput,
  ReadAnswerInput,
  ReplyInput,
  UnderstandInput,
} from "../../src/shell/turn/actor-inputs.ts";
import { turnMachine } from "../../src/shell/turn/machine.ts";
import type { Answer, Deed, Emitted, Question, Reply, RoadEvent, Ruling } from "../../src/shell/turn/types.ts";

type AnyEvent = RoadEvent | { readonly type: string; readonly output?: unknown; readonly error?: unknown };

/** Runs the pure machine: no actor is ever started, their results come in as events. */
function road(...events: AnyEvent[]) {
  let [snapshot] = initialTransition(turnMachine, { lang: "en" });
  for (const event of events) [snapshot] = transition(turnMachine, snapshot, event as RoadEvent);
  return snapshot;
}
const at = (...events: AnyEvent[]) => (road(...events).value as { turn: string }).turn;
const finished = (state: string, output: unknown) => ({ type: `xstate.done.actor.0.road.turn.${state}`, output });
const broke = (state: string, error: unknown) => ({ type: `xstate.error.actor.0.road.turn.${state}`, error });

const said = (utterance: string, door = "terminal") =>
  ({ type: "utterance.received", utterance, dryRun: false, origin: "user", door }) as const;
const plan: Plan = {
  utterance: "x",
  lang: "en",
  calls: [
    { action: "a", args: {} },
    { action: "b", args: { n: 1 } },
  ],
  tier: "reflex",
  confidence: 0.9,
  ms: 1,
};
const question = (kind: Question["kind"], call = 0): Question => ({
  kind,
  question: "?",
  token: kind,
  expiresAt: "2026-11-23T10:00:30.000Z",
  call,
  arg: "n",
});
const ruling = (next: Ruling["next"]): Ruling => ({ decisions: [], limitsMs: [], next });
const act = finished("deciding", ruling({ kind: "act" }));
const asks = (kind: Question["kind"]) => finished("deciding", ruling({ kind: "question", question: question(kind) }));
const answer = (output: Answer) => finished("answering", output);
const deed = (output: Deed) => finished("acting", output);
const done: Deed = { result: { kind: "done", say: "ok" } };
const understood = [said("x"), finished("understanding", plan)] as const;

describe("the road of a turn", () => {
  it("goes from words to reply", () => {
    expect(at()).toBe("idle");
    expect(at(said("x"))).toBe("understanding");
    expect(at(...understood)).toBe("deciding");
    expect(at(...understood, act)).toBe("acting");
    expect(at(...understood, act, deed(done))).toBe("acting");
    expect(at(...understood, act, deed(done), deed(done))).toBe("replying");
    expect(at(...understood, act, deed(done), deed(done), finished("replying", { text: "ok", show: [] }))).toBe(
      "followUp",
    );
  });

  it.each(["clarify", "confirm"] as const)("asks to %s and reads the next words as the answer", (kind) => {
    const state = kind === "clarify" ? "clarifying" : "confirming";
    expect(at(...understood, asks(kind))).toBe(state);
    expect(at(...understood, asks(kind), said("answer"))).toBe("answering");
    expect(at(...understood, asks(kind), said("answer"), answer({ kind: "yes" }))).toBe("deciding");
    expect(at(...understood, asks(kind), said("answer"), answer({ kind: "again", question: question(kind) }))).toBe(
      state,
    );
    expect(road(...understood, asks(kind), said("answer"), answer({ kind: "no" })).context.outcome).toBe("refused");
    expect(road(...understood, asks(kind), said("answer"), answer({ kind: "giveUp" })).context.outcome).toBe(
      "cancelled",
    );
  });

  it("asks in the middle of acting, and what was done stays done", () => {
    const snapshot = road(
      ...understood,
      act,
      deed(done),
      deed({ result: null, question: question("choose", 1) }),
      said("the second"),
      answer({ kind: "fill", args: { n: 2 } }),
    );
    expect((snapshot.value as { turn: string }).turn).toBe("deciding");
    expect(snapshot.context).toMatchObject({ cursor: 1, from: 1, calls: [{ args: {} }, { args: { n: 2 } }] });
  });

  it("says no when deciding or reading an answer breaks", () => {
    expect(road(...understood, broke("deciding", new Error("boom"))).context).toMatchObject({
      outcome: "refused",
      because: "boom",
    });
    expect(
      road(...understood, asks("confirm"), said("yes"), broke("answering", new Error("boom"))).context.outcome,
    ).toBe("refused");
  });

  it("ends without understanding when nobody is sure", () => {
    expect(road(said("x"), finished("understanding", { ...plan, unsure: true })).context.outcome).toBe(
      "not_understood",
    );
    expect(road(said("x"), finished("understanding", { ...plan, calls: [] })).context.outcome).toBe("not_understood");
  });

  it.each([
    [[said("x")]],
    [[...understood]],
    [[...understood, act]],
    [[...understood, asks("clarify")]],
    [[...understood, asks("confirm")]],
    [[...understood, asks("confirm"), said("yes")]],
  ])("can be cancelled at any point (%#)", (events) => {
    const snapshot = road(...events, { type: "turn.cancel" });
    expect((snapshot.value as { turn: string }).turn).toBe("replying");
    expect(snapshot.context.outcome).toBe("cancelled");
  });

  it("drops a question for undo", () => {
    const snapshot = road(...understood, asks("confirm"), { type: "turn.undo", door: "page" });
    expect((snapshot.value as { turn: string }).turn).toBe("deciding");
    expect(snapshot.context).toMatchObject({ calls: [{ action: "undo", args: {} }], question: null });
  });

  it("lets distrust only grow while a question is open", () => {
    const untrusted = { ...said("x"), origin: "untrusted" as const };
    const snapshot = road(untrusted, finished("understanding", plan), asks("confirm"), said("yes"));
    expect(snapshot.context.request.origin).toBe("untrusted");
  });

  it("does not take the microphone's words while muted", () => {
    expect(at({ type: "hearing.mute" }, said("x", "voice"))).toBe("idle");
    expect(at({ type: "hearing.mute" }, said("x"))).toBe("understanding");
    expect(at({ type: "hearing.mute" }, { type: "hearing.unmute" }, said("x", "voice"))).toBe("understanding");
    expect(at(...understood, asks("confirm"), { type: "hearing.mute" }, said("yes", "voice"))).toBe("confirming");
  });

  it("keeps its context plain", () => {
    const { context } = road(...understood, asks("confirm"));
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  });
});

describe("alerts", () => {
  const due = (id: string) => ({ type: "alert.due", id, kind: "timer", label: id }) as const;
  const ringing = (...events: AnyEvent[]) => {
    const { value, context } = road(...events);
    return [(value as { alerts: string }).alerts, context.alerts.map(({ id }) => id).join()];
  };

  it("ring and are stopped, one or all", () => {
    expect(ringing(due("a"))).toEqual(["ringing", "a"]);
    expect(ringing(due("a"), due("b"))).toEqual(["ringing", "a,b"]);
    expect(ringing(due("a"), due("b"), { type: "alert.stop", id: "a" })).toEqual(["ringing", "b"]);
    expect(ringing(due("a"), due("b"), { type: "alert.snooze", id: "a" }, { type: "alert.stop", id: "b" })).toEqual([
      "quiet",
      "",
    ]);
    expect(ringing(due("a"), due("b"), { type: "alert.stop" })).toEqual(["quiet", ""]);
  });

  it("do not stand in the way of a turn, nor a turn in theirs", () => {
    expect(at(due("a"), ...understood, act)).toBe("acting");
    expect(ringing(...understood, act, due("a"))).toEqual(["ringing", "a"]);
    expect(ringing(due("a"), said("x"))).toEqual(["ringing", "a"]);
  });

  it("stop when the action that stops them is done", () => {
    const stop = { ...plan, calls: [{ action: "alarm_stop", args: {} }] };
    expect(ringing(due("a"), said("x"), finished("understanding", stop), act, deed(done))).toEqual(["quiet", ""]);
  });
});

describe("time", () => {
  const never = () => new Promise<never>(() => undefined);

  function running(actors: { decide?: Ruling; act?: () => Promise<Deed>; hangIn?: string }) {
    const clock = new SimulatedClock();
    const emitted: Emitted[] = [];
    const actor = createActor(
      turnMachine.provide({
        actors: {
          understand: fromPromise<Plan, UnderstandInput>(async () => (actors.hangIn === "understand" ? never() : plan)),
          decide: fromPromise<Ruling, DecideInput>(async () =>
            actors.hangIn === "decide" ? never() : (actors.decide ?? ruling({ kind: "act" })),
          ),
          readAnswer: fromPromise<Answer, ReadAnswerInput>(never),
          act: fromPromise<Deed, ActInput>(actors.act ?? never),
          reply: fromPromise<Reply, ReplyInput>(async ({ input }) => ({
            text: String(input.road.because),
            show: [],
          })),
        },
      }),
      { input: { lang: "en" }, clock },
    );
    actor.on("*", (event) => emitted.push(event));
    actor.start();
    const until = (state: string) =>
      expect.poll(() => (actor.getSnapshot().value as { turn: string }).turn).toBe(state);
    return { actor, clock, emitted, until };
  }

  it.each([
    ["understanding", { hangIn: "understand" }, 60_000, "failed"],
    ["deciding", { hangIn: "decide" }, 20_000, "refused"],
    ["acting", {}, 30_000, "failed"],
    ["clarifying", { decide: ruling({ kind: "question", question: question("clarify") }) }, 120_000, "cancelled"],
    ["confirming", { decide: ruling({ kind: "question", question: question("confirm") }) }, 30_000, "refused"],
  ] as const)("ends %s in time", async (state, actors, limitMs, outcome) => {
    const { actor, clock, until } = running(actors);
    actor.send(said("x"));
    await until(state);
    clock.increment(limitMs - 1);
    expect((actor.getSnapshot().value as { turn: string }).turn).toBe(state);
    clock.increment(1);
    await until("followUp");
    expect(actor.getSnapshot().context.outcome).toBe(outcome);
    actor.stop();
  });

  it("closes the follow-up window, and forgets what it was for", async () => {
    const { actor, clock, until, emitted } = running({ act: async () => done });
    actor.send(said("x"));
    await until("followUp");
    expect(actor.getSnapshot().context.previous?.calls).toEqual(plan.calls);
    clock.increment(60_000);
    await until("idle");
    expect(actor.getSnapshot().context.previous).toBeNull();
    expect(emitted.map(({ type }) => type)).toEqual([
      "turn.idle",
      "turn.started",
      "turn.understood",
      "turn.decided",
      "turn.acted",
      "turn.acted",
      "turn.replied",
      "turn.ended",
      "turn.idle",
    ]);
    actor.stop();
  });

  it("lets an alert ring for ten minutes, then counts it as missed", () => {
    const { actor, clock, emitted } = running({});
    actor.send({ type: "alert.due", id: "a", kind: "alarm", label: "wake up" });
    clock.increment(600_000);
    expect(emitted.at(-1)).toEqual({ type: "alert.ended", how: "missed" });
    expect(actor.getSnapshot().context.alerts).toEqual([]);
    actor.stop();
  });

  it("aborts the call that runs when the turn is cancelled", async () => {
    let aborted = false;
    const machine = turnMachine.provide({
      actors: {
        act: fromPromise<Deed, ActInput>(({ signal }) => {
          signal.addEventListener("abort", () => {
            aborted = true;
          });
          return never();
        }),
        understand: fromPromise<Plan, UnderstandInput>(async () => plan),
        decide: fromPromise<Ruling, DecideInput>(async () => ruling({ kind: "act" })),
        reply: fromPromise<Reply, ReplyInput>(async () => ({ text: "", show: [] })),
      },
    });
    const second = createActor(machine, { input: { lang: "en" } }).start();
    second.send(said("x"));
    await expect.poll(() => (second.getSnapshot().value as { turn: string }).turn).toBe("acting");
    second.send({ type: "turn.cancel" });
    expect(aborted).toBe(true);
    second.stop();
  });
});
