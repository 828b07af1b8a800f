import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/intents/catalogue.ts";
import { readPolicy } from "../../src/shell/policy/policy.ts";
import type { Understand } from "../../src/shell/turn/context.ts";
import { planOf, smallCatalogue, smallMachine, smallShell } from "./small-shell.ts";

const readValue = (type: string, words: string) =>
  type === "duration" && /^(\d+) minutes$/.test(words) ? `PT${/\d+/.exec(words)}M` : undefined;

describe("a turn", () => {
  it("does what is allowed, says so and writes one row", async () => {
    const { session, machine, memory } = smallShell();
    const turn = await session.handle('volume_set {"level": 30}');
    expect(turn).toMatchObject({ outcome: "done", exitStatus: 0, reply: "Volume 30 percent." });
    expect(turn.pending).toBeUndefined();
    expect(machine.volume).toBe(30);
    expect(memory.ledger.last(5)).toMatchObject([
      { outcome: "done", door: "terminal", undo: [{ action: "volume_set", data: { level: 40 } }] },
    ]);
    session.close();
  });

  it("acts in order, stops at the first failure and says what was not done", async () => {
    const { session, machine } = smallShell();
    const turn = await session.handle(
      'volume_set {"level": 30}; broken {"how": "throw"}; timer_start {"duration": "PT1M"}',
    );
    expect(turn).toMatchObject({ outcome: "failed", exitStatus: 5 });
    expect(turn.reply).toBe(
      "Volume 30 percent. That did not work: the wire is cut. I did not go on to start a timer of PT1M.",
    );
    expect(machine.ran).toHaveLength(2);
    session.close();
  });

  it("tells a missing backend from a failure, with the remedy", async () => {
    const { session } = smallShell();
    const turn = await session.handle('broken {"how": "missing"}');
    expect(turn).toMatchObject({ outcome: "unavailable", exitStatus: 5 });
    expect(turn.reply).toContain("Try: buy a lamp");
    session.close();
  });

  it("says what it can do when it does not understand, with examples that fit", async () => {
    const { session } = smallShell();
    const turn = await session.handle("the lamp over there");
    expect(turn).toMatchObject({ outcome: "not_understood", exitStatus: 3 });
    expect(turn.reply).toMatch(/^I did not understand that\. You can say, for example: “turn on the desk lamp”/);
    expect(turn.reply.match(/“/g)).toHaveLength(3);
    session.close();
  });

  it("rehearses: says what it would do and what would ask, and does nothing", async () => {
    const { session, machine, memory } = smallShell();
    const turn = await session.handle('volume_set {"level": 30}; power_off', { dryRun: true });
    expect(turn.reply).toBe("I would: set the volume to 30 percent; then turn the machine off (this would ask first).");
    expect(turn.decisions.map(({ decision }) => decision)).toEqual(["allow", "ask"]);
    expect(turn.pending).toBeUndefined();
    expect(machine.ran).toEqual([]);
    expect(memory.ledger.last(1)).toEqual([]);
    session.close();
  });

  it("refuses a plan that holds a denied call before anything of it runs", async () => {
    const machine = smallMachine();
    const policy = readPolicy({ system: "deny" }, smallCatalogue(machine));
    const { session } = smallShell({ machine, policy });
    const turn = await session.handle('volume_set {"level": 30}; power_off');
    expect(turn).toMatchObject({ outcome: "refused", exitStatus: 4, reply: "Your settings do not allow that." });
    expect(machine.ran).toEqual([]);
    expect(await session.handle("nonsense")).toMatchObject({
      outcome: "refused",
      reply: "I do not know how to do that.",
    });
    session.close();
  });

  it("answers in the language of the turn", async () => {
    const { session } = smallShell({ understand: async (words) => planOf(words, "fr") });
    expect((await session.handle("power_off")).reply).toBe("Dois-je éteindre la machine ?");
    expect((await session.handle("non merci")).reply).toBe("Très bien, je ne l'ai pas fait.");
    session.close();
  });
});

describe("confirming", () => {
  it("asks before a dangerous call, and a yes runs exactly that call, once", async () => {
    const { session, machine, memory } = smallShell();
    const asked = await session.handle("power_off");
    expect(asked).toMatchObject({ outcome: "asked", exitStatus: 4, reply: "Shall I turn the machine off?" });
    expect(asked.pending?.kind).toBe("confirm");
    expect(machine.ran).toEqual([]);
    expect(await session.handle("yes please")).toMatchObject({ outcome: "done", reply: "Good night." });
    expect(machine.ran).toEqual(["power_off {}"]);
    expect((await session.handle("power_off")).outcome).toBe("asked");
    expect(memory.ledger.last(5).map(({ outcome }) => outcome)).toEqual(["asked", "done", "asked"]);
    session.close();
  });

  it.each(["no", "cancel", "rather not"])("takes %j for a no", async (words) => {
    const { session, machine } = smallShell();
    await session.handle("power_off");
    expect(await session.handle(words)).toMatchObject({ outcome: "refused", exitStatus: 4 });
    expect(machine.ran).toEqual([]);
    session.close();
  });

  it("asks once more when the answer is unclear, then takes it for a no", async () => {
    const { session, machine } = smallShell();
    const first = await session.handle("power_off");
    const second = await session.handle("hmm maybe");
    expect(second.pending?.kind).toBe("confirm");
    expect(second.pending?.token).not.toBe(first.pending?.token);
    expect(second.reply).toBe("Please say yes or no. Shall I turn the machine off?");
    expect((await session.handle("well well")).outcome).toBe("refused");
    expect((await session.handle("yes")).outcome).toBe("not_understood");
    expect(machine.ran).toEqual([]);
    session.close();
  });

  it("takes silence for a no, and a late yes does nothing", async () => {
    const { session, machine, clock } = smallShell();
    await session.handle("power_off");
    clock.increment(30_000);
    expect((await session.handle("yes")).outcome).toBe("not_understood");
    expect(machine.ran).toEqual([]);
    session.close();
  });

  it("can be answered by a button, which holds for its own question only", async () => {
    const { session, machine } = smallShell();
    const old = (await session.handle("power_off")).pending!.token;
    await session.handle("no");
    await session.handle("power_off");
    expect((await session.handle("", { confirm: { token: old, yes: true } })).outcome).toBe("refused");
    const { token } = (await session.handle("power_off")).pending!;
    expect((await session.handle("", { confirm: { token, yes: true } })).outcome).toBe("done");
    expect(machine.ran).toEqual(["power_off {}"]);
    session.close();
  });

  it("takes no yes from words that are not the person's own", async () => {
    const { session, machine } = smallShell();
    await session.handle('message_send {"person": "Ann", "text": "hi"}', { origin: "untrusted" });
    expect((await session.handle("yes", { origin: "untrusted" })).outcome).toBe("refused");
    expect(machine.sent).toEqual([]);
    session.close();
  });

  it("lets a new command take the question's place", async () => {
    const { session, machine } = smallShell();
    await session.handle("power_off");
    expect(await session.handle("volume_get")).toMatchObject({ outcome: "done", reply: "It is at 40 percent." });
    expect((await session.handle("yes")).outcome).toBe("not_understood");
    expect(machine.ran).toEqual(["volume_get {}"]);
    session.close();
  });

  it("does not let a yes that was never used serve the next plan", async () => {
    const { session, machine } = smallShell({ readValue });
    await session.handle("power_off; slow");
    // The yes is given, then the machine is stopped before the call runs: the next power_off asks anew.
    session.events.on((event) => {
      if (event.type === "turn.decided") session.cancel();
    });
    await session.handle("yes");
    const ran = machine.ran.length;
    expect((await session.handle("power_off")).outcome).not.toBe("done");
    expect(machine.ran.length).toBe(ran);
    session.close();
  });
});

describe("clarifying", () => {
  it("asks for what is missing and keeps the rest", async () => {
    const { session, machine } = smallShell({ readValue });
    const asked = await session.handle('timer_start {"label": "pasta"}');
    expect(asked).toMatchObject({
      outcome: "asked",
      reply: "For how long?",
      pending: { kind: "clarify", arg: "duration" },
    });
    expect((await session.handle("10 minutes")).outcome).toBe("done");
    expect(machine.timers).toEqual(["pasta"]);
    session.close();
  });

  it("asks twice at most, then gives up politely", async () => {
    const { session, machine } = smallShell({ readValue });
    await session.handle("timer_start");
    expect((await session.handle("hm")).pending?.kind).toBe("clarify");
    expect(await session.handle("hm")).toMatchObject({
      outcome: "cancelled",
      reply: expect.stringContaining("leave it for now"),
    });
    expect(machine.ran).toEqual([]);
    session.close();
  });

  it.each(["never mind", "annule", "算了"])("is dropped by %j", async (words) => {
    const { session } = smallShell({ readValue });
    await session.handle("timer_start");
    expect(await session.handle(words)).toMatchObject({ outcome: "cancelled", reply: "Cancelled." });
    session.close();
  });

  it("gives way to another complete plan, but not for free speech", async () => {
    const { session, machine } = smallShell({ readValue });
    await session.handle("timer_start");
    expect((await session.handle("volume_get")).outcome).toBe("done");
    await session.handle('message_send {"person": "Ann"}');
    const asked = await session.handle("volume_get");
    expect(asked.reply).toBe("Shall I send “volume_get” to Ann?");
    await session.handle("yes");
    expect(machine.sent).toEqual(["Ann: volume_get"]);
    session.close();
  });

  it("asks for what the action finds missing, and needs no second yes for it", async () => {
    const { session, memory } = smallShell();
    await session.handle('wifi_connect {"network": "Attic"}');
    expect((await session.handle("yes")).reply).toBe("What is the password?");
    expect(await session.handle("hunter two")).toMatchObject({ outcome: "done", reply: "Connected with 10 letters." });
    expect(JSON.stringify(memory.ledger.last(9))).not.toMatch(/hunter|Attic/);
    session.close();
  });
});

describe("choosing", () => {
  it("lists the options and takes one", async () => {
    const { session, machine } = smallShell();
    const asked = await session.handle('lamp_set {"device": "lamp", "on": true}');
    expect(asked).toMatchObject({ outcome: "asked", show: ["1. desk lamp", "2. floor lamp", "3. Bob's lamp"] });
    expect((await session.handle("the second one")).reply).toBe("The floor lamp is on.");
    expect(machine.ran.at(-1)).toBe('lamp_set {"device":"lamp-2","on":true}');
    session.close();
  });

  it("says what would be an answer, then takes what else was understood", async () => {
    // a model that is sure, but not so sure that its plan would push a question aside at once
    const doubtful: Understand = async (utterance, { lang = "en" }) => ({
      ...planOf(utterance, lang),
      confidence: 0.7,
    });
    const { session, machine } = smallShell({ understand: doubtful });
    await session.handle('lamp_set {"device": "lamp", "on": true}');
    const again = await session.handle("volume_get");
    expect(again).toMatchObject({ outcome: "asked", reply: expect.stringMatching(/^I need a number or a name .*\?$/) });
    expect((await session.handle("volume_get")).reply).toBe("It is at 40 percent.");
    expect(machine.ran.at(-1)).toBe("volume_get {}");
    session.close();
  });

  it("takes the command once more for the command, not for the missing word", async () => {
    const restated: Understand = async (utterance, { lang = "en" }) => ({
      ...planOf("message_send {}", lang),
      utterance,
      confidence: 0.7,
    });
    const { session } = smallShell({ understand: restated });
    expect((await session.handle("send a message to my aunt")).pending?.arg).toBe("person");
    const again = await session.handle("send a message to my aunt");
    expect(again).toMatchObject({ pending: { arg: "person" }, reply: "I did not catch that. To whom?" });
    session.close();
  });

  it("understands a bare undo when no mind answers, and answers doubtful words in the language spoken before", async () => {
    const { session } = smallShell({
      understand: async (utterance) => {
        if (utterance.startsWith("volume_set")) return planOf(utterance);
        return { utterance, lang: "fr", calls: [], tier: "none", confidence: 0.2, ms: 1, unsure: true };
      },
    });
    await session.handle('volume_set {"level": 10}');
    expect(await session.handle("undo")).toMatchObject({ lang: "en", reply: "Volume back to 40 percent." });
    expect((await session.handle("xyzzy")).reply).toMatch(/^I did not understand that/);
    expect((await session.handle("ouvre la fenêtre")).reply).toMatch(/^Je n'ai pas compris/);
    session.close();
  });

  it("takes none for an answer", async () => {
    const { session } = smallShell();
    await session.handle('lamp_set {"device": "lamp", "on": true}');
    expect((await session.handle("none of them")).outcome).toBe("cancelled");
    session.close();
  });
});

describe("stopping", () => {
  it("stops what is under way when somebody says stop", async () => {
    const { session, machine } = smallShell();
    const slow = session.handle("slow");
    await expect.poll(() => machine.ran).toEqual(["slow {}"]);
    const stopped = await session.handle("stop");
    expect(await slow).toMatchObject({ outcome: "cancelled" });
    expect(stopped.outcome).toBe("cancelled");
    session.close();
  });

  it("stops by the caller's signal", async () => {
    const { session, machine } = smallShell();
    const controller = new AbortController();
    const slow = session.handle("slow", { signal: controller.signal });
    await expect.poll(() => machine.ran).toEqual(["slow {}"]);
    controller.abort();
    expect((await slow).outcome).toBe("cancelled");
    session.close();
  });

  it("gives a call its time and no more", async () => {
    const { session, machine, clock } = smallShell();
    const slow = session.handle("slow");
    await expect.poll(() => machine.ran).toEqual(["slow {}"]);
    clock.increment(30_000);
    expect(await slow).toMatchObject({ outcome: "failed", reply: "That took too long, so I stopped it." });
    session.close();
  });

  it("does not hear the microphone while muted, but the keyboard", async () => {
    const { session, machine } = smallShell();
    session.mute(true);
    expect((await session.handle("volume_get", { door: "voice" })).outcome).toBe("cancelled");
    expect((await session.handle("volume_get")).outcome).toBe("done");
    session.mute(false);
    expect((await session.handle("volume_get", { door: "voice" })).outcome).toBe("done");
    expect(machine.ran).toHaveLength(2);
    session.close();
  });
});

describe("remembering", () => {
  it("hands the turn before to the minds while the window is open", async () => {
    const seen: (string | undefined)[] = [];
    const { session, clock } = smallShell({
      understand: async (words, { context }) => {
        seen.push(context?.calls[0]?.action);
        return planOf(words);
      },
    });
    await session.handle("volume_get");
    await session.handle("volume_get");
    clock.increment(60_000);
    await session.handle("volume_get");
    expect(seen).toEqual([undefined, "volume_get", undefined]);
    session.close();
  });

  it("keeps no words of a turn that a secret may be in", async () => {
    const { session, memory } = smallShell();
    await session.handle('message_send {"person": "Ann", "text": "the password is swordfish"}');
    await session.handle("yes");
    expect(JSON.stringify(memory.ledger.last(5))).not.toContain("swordfish");
    session.close();
  });

  it("says the last reply again", async () => {
    const { session } = smallShell();
    await session.handle("volume_get");
    expect((await session.handle("repeat")).reply).toBe("It is at 40 percent.");
    expect((await session.handle("repeat")).reply).toBe("It is at 40 percent.");
    session.close();
  });
});

describe("with the real readers of values and the real timers", () => {
  const real = () => new Map([...smallCatalogue(smallMachine()), ...catalogue]);

  it.each([
    ["en", "ten minutes", "PT10M"],
    ["fr", "un quart d'heure", "PT15M"],
    ["zh", "半个小时", "PT30M"],
  ] as const)("reads an answer in %s", async (lang, words, duration) => {
    const { session, memory } = smallShell({ catalogue: real(), understand: async (said) => planOf(said, lang) });
    const asked = await session.handle("timer_start");
    expect(asked.pending).toMatchObject({ kind: "clarify", arg: "duration" });
    const done = await session.handle(words);
    expect(done).toMatchObject({ outcome: "done", calls: [{ action: "timer_start", args: { duration } }] });
    expect(memory.alerts.list("timer")).toHaveLength(1);
    expect((await session.undo()).outcome).toBe("done");
    expect(memory.alerts.list("timer")).toHaveLength(0);
    session.close();
  });

  it("asks which of two timers, and cancels the one that is meant", async () => {
    const { session, memory } = smallShell({ catalogue: real() });
    await session.handle('timer_start {"duration": "PT5M"}');
    await session.handle('timer_start {"duration": "PT9M"}');
    const asked = await session.handle("timer_cancel");
    expect(asked.pending).toMatchObject({ kind: "choose" });
    expect(await session.handle("the second one")).toMatchObject({ outcome: "done" });
    expect(memory.alerts.list("timer").map(({ label }) => label)).toHaveLength(1);
    session.close();
  });
});
