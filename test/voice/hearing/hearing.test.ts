import { expect, test } from "vitest";
import type { Heard } from "../../../src/voice/contracts.ts";
import { scene, turnOfTheLoop } from "./scene.ts";

const NOT_UNDERSTOOD = { calls: [], unsure: true } as const;

test("from the wake word to the spoken answer, and back to sleep", async () => {
  await using it = await scene({ heard: ["set a timer"] });
  expect(it.told()).toEqual(["microphone.opened"]);
  await it.command();
  expect(it.told()).toEqual(["wake.heard", "capture.started", "capture.ended", "transcript.final", "speaking.started"]);
  expect(it.utterances).toEqual(["set a timer"]);
  expect(it.cues).toEqual(["wake", "end"]);
  await it.sound("silence", 1_020);
  expect(it.told()).toEqual(["speaking.ended", "window.opened"]);
  await it.sound("silence", 6_100);
  expect(it.events.at(-1)!.type).toBe("asleep");
});

test("events carry the sample at which they happened", async () => {
  await using it = await scene({ heard: ["set a timer"] });
  await it.sound("silence", 1_000);
  await it.command();
  expect(it.last("wake.heard")!.at).toBe(16_000 * 1.02);
  expect(it.last("speech.started")!.at).toBe(16_000 * 1.14);
  expect(it.last("capture.ended")!.at).toBe(16_000 * 2.12);
});

test("after the wake word the recogniser hears what came just before it as well, in an open window half a second", async () => {
  await using it = await scene({ heard: ["one", "two"] });
  await it.sound("silence", 400);
  await it.command();
  expect(it.captures[0]!.frames).toBe(8 + 30 + 25);
  await it.sound("silence", 2_000);
  await it.sound("speech", 200);
  expect(it.captures[1]!.frames).toBe(25 + 4);
});

test("a wake word with nothing after it leads to nothing", async () => {
  await using it = await scene();
  await it.sound("computer", 20);
  await it.sound("silence", 3_100);
  expect(it.told()).toEqual(["microphone.opened", "wake.heard", "capture.started", "capture.ended"]);
  expect(it.last("capture.ended")!.why).toBe("silence");
  expect(it.captures[0]!.isCancelled).toBe(true);
  expect(it.events.at(-1)!.type).toBe("asleep");
});

test.each([
  ["nothing", "nothing"],
  [{ text: "the weather was", offTopic: true }, "off-topic"],
] as const)("what was heard as %j is no turn", async (heard, why) => {
  await using it = await scene({ heard: [heard === "nothing" ? "" : heard] });
  await it.command();
  expect(it.last("transcript.ignored")!.why).toBe(why);
  expect(it.utterances).toEqual([]);
  expect(it.events.at(-1)!.type).toBe("asleep");
});

test("the wake word over the reply ends it, and the new words are taken", async () => {
  await using it = await scene({
    heard: ["set a timer for ten minutes", "twenty minutes"],
    answer: () => ({ text: "One. Two. Three." }),
  });
  await it.command();
  await it.sound("silence", 500);
  it.told();
  await it.command();
  expect(it.told().slice(0, 3)).toEqual(["speaking.ended", "wake.heard", "capture.started"]);
  expect(it.utterances).toEqual(["set a timer for ten minutes", "twenty minutes"]);
});

test("clear words over the reply end it, and none of them is lost", async () => {
  await using it = await scene({ heard: ["set a timer", "no, ten"], answer: () => ({ text: "One. Two. Three." }) });
  await it.command();
  await it.sound("silence", 500);
  await it.sound("speech", 260);
  expect(it.last("speaking.ended")!.why).toBe("barge-in");
  expect(it.captures[1]!.frames).toBeGreaterThanOrEqual(13);
  await it.sound("speech", 300);
  await it.sound("silence", 600);
  expect(it.utterances).toEqual(["set a timer", "no, ten"]);
});

test("the reply's own echo ends nothing, nor does a murmur", async () => {
  await using it = await scene({ heard: ["set a timer"], answer: () => ({ text: "One. Two. Three." }) });
  await it.command();
  await it.sound("speech", 1_500); // as loud as the person, from the start on
  await it.sound("murmur", 1_000);
  expect(it.last("speaking.ended")).toBeUndefined();
});

test("where words may not interrupt, the wake word still does", async () => {
  await using it = await scene({ heard: ["one"], answer: () => ({ text: "One. Two. Three." }) }, { bargeIn: false });
  await it.command();
  await it.sound("silence", 500);
  await it.sound("speech", 600);
  expect(it.last("speaking.ended")).toBeUndefined();
  await it.sound("computer", 20);
  expect(it.last("speaking.ended")!.why).toBe("wake");
});

test("the shell does not wake itself", async () => {
  await using it = await scene({ heard: ["what are you"], answer: () => ({ text: "A computer. Indeed." }) });
  await it.command();
  await it.sound("computer", 20);
  expect(it.last("speaking.ended")).toBeUndefined();
});

test("in the window after a reply no wake word is needed; after it, it is", async () => {
  await using it = await scene({ heard: ["lights on", "and the bedroom too", "more"] });
  await it.command();
  await it.sound("silence", 2_000);
  await it.sound("speech", 600);
  await it.sound("silence", 600);
  expect(it.utterances).toEqual(["lights on", "and the bedroom too"]);
  await it.sound("silence", 9_000);
  await it.sound("speech", 600);
  await it.sound("silence", 600);
  expect(it.utterances).toHaveLength(2);
});

test("the wake word in the window: its first sounds have opened the ears, and it begins anew", async () => {
  await using it = await scene({ heard: ["lights on", "lights off"] });
  await it.command();
  await it.sound("silence", 1_500);
  await it.sound("speech", 300);
  it.told();
  await it.command();
  expect(it.told().slice(0, 2)).toEqual(["wake.heard", "capture.started"]);
  expect(it.captures.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false]);
  expect(it.utterances).toEqual(["lights on", "lights off"]);
});

test("in the window, words that nobody understands are talk between people", async () => {
  await using it = await scene({
    heard: ["lights on", "did you see her"],
    understand: (text) =>
      text === "lights on" ? { calls: [{ action: "light_set", args: {} }], confidence: 1 } : NOT_UNDERSTOOD,
  });
  await it.command();
  await it.sound("silence", 1_500);
  await it.sound("speech", 600);
  await it.sound("silence", 600);
  expect(it.last("transcript.ignored")!.why).toBe("off-topic");
  expect(it.utterances).toEqual(["lights on"]);
});

test("a question is answered without the wake word, and the recogniser is told what to expect", async () => {
  await using it = await scene({
    heard: ["turn the machine off", "yes"],
    answer: (said) => (said === "yes" ? {} : { text: "Shall I turn the machine off?", expecting: "yes-no" }),
    understand: () => NOT_UNDERSTOOD,
  });
  await it.command();
  await it.sound("silence", 2_000);
  await it.sound("speech", 300);
  await it.sound("silence", 600);
  expect(it.captures.map(({ expecting }) => expecting)).toEqual(["command", "yes-no"]);
  expect(it.utterances).toEqual(["turn the machine off", "yes"]);
  await it.sound("silence", 1_500);
  expect(it.last("window.opened")!.expecting).toBe("command");
});

test("an answer that was not heard is waited for again, twice", async () => {
  await using it = await scene({ heard: ["off"], answer: () => ({ text: "Sure?", expecting: "yes-no" }) });
  await it.command();
  for (let i = 0; i < 3; i++) {
    await it.sound("silence", 1_500);
    await it.sound("speech", 300);
    await it.sound("silence", 600);
  }
  expect(it.events.at(-1)!.type).toBe("asleep");
  expect(it.utterances).toEqual(["off"]);
});

test("silence after a question: the next wake word opens a command again", async () => {
  await using it = await scene({ heard: ["off", "lights on"], answer: () => ({ text: "Sure?", expecting: "yes-no" }) });
  await it.command();
  await it.sound("silence", 11_200);
  expect(it.events.at(-1)!.type).toBe("asleep");
  await it.command();
  expect(it.captures[1]!.expecting).toBe("command");
});

test("muted, the microphone is closed; what was being said is dropped", async () => {
  await using it = await scene({ heard: ["secret"] });
  expect(it.microphones()).toBe(1);
  await it.sound("computer", 20);
  await it.sound("speech", 600);
  it.hearing.mute(true);
  await turnOfTheLoop();
  expect(it.microphones()).toBe(0);
  expect(it.captures[0]!.isCancelled).toBe(true);
  it.hearing.talk();
  expect(it.captures).toHaveLength(1);
  it.hearing.mute(false);
  await turnOfTheLoop();
  expect(it.microphones()).toBe(1);
  await it.command();
  expect(it.utterances).toEqual(["secret"]);
});

test("a reply is spoken to its end while the microphone is muted", async () => {
  await using it = await scene({ heard: ["one"] });
  await it.command();
  it.hearing.mute(true);
  it.advance(1_100);
  await turnOfTheLoop();
  expect(it.last("speaking.ended")!.why).toBe("end");
});

test("the microphone goes away, which is said, and comes back", async () => {
  await using it = await scene({ heard: ["one"] });
  it.told();
  it.room.canOpen = false;
  await it.loseMicrophone();
  expect(it.told()).toEqual(["microphone.lost", "turn.failed", "speaking.started"]);
  expect(it.last("speaking.started")!.text).toContain("microphone is gone");
  expect(it.cues).toEqual(["error"]);
  it.advance(1_000);
  await turnOfTheLoop();
  it.advance(1_000);
  await turnOfTheLoop();
  it.room.canOpen = true;
  it.advance(1_000);
  await turnOfTheLoop();
  expect(it.told()).toContain("microphone.opened");
  it.advance(10_000);
  await it.command();
  expect(it.utterances).toEqual(["one"]);
});

test("the microphone goes away in the middle of a command: it is dropped", async () => {
  await using it = await scene({ heard: ["one"] });
  await it.sound("computer", 20);
  await it.sound("speech", 300);
  await it.loseMicrophone();
  expect(it.last("capture.ended")!.why).toBe("microphone");
  expect(it.captures[0]!.isCancelled).toBe(true);
});

test("a key opens the ears and, pressed again, says that this was all", async () => {
  await using it = await scene({ heard: ["one"] }, { wake: undefined, followUpMs: 0 });
  it.hearing.talk();
  await it.sound("speech", 300);
  it.hearing.talk();
  await it.sound("silence", 20);
  expect(it.last("capture.ended")!.why).toBe("key");
  expect(it.utterances).toEqual(["one"]);
  await it.sound("silence", 1_100);
  expect(it.events.at(-1)!.type).toBe("asleep");
});

test("of several readings the one that is understood best is taken", async () => {
  const confidence: Record<string, number> = {
    "set a time for ten": 0.3,
    "set a timer for ten": 0.9,
    "get a timer": 0.8,
  };
  await using it = await scene({
    heard: [{ text: "set a tiger for ten", alternatives: Object.keys(confidence) }],
    understand: (text) =>
      confidence[text] === undefined
        ? NOT_UNDERSTOOD
        : { calls: [{ action: "x", args: {} }], confidence: confidence[text] },
  });
  await it.command();
  expect(it.utterances).toEqual(["set a timer for ten"]);
  expect(it.last("transcript.final")!.instead).toBe("set a tiger for ten");
});

test("the wake word in front of the command goes", async () => {
  await using it = await scene({ heard: ["Computer, lights on"] });
  await it.command();
  expect(it.utterances).toEqual(["lights on"]);
});

test("what is understood so far tells the endpointer to wait less, or more", async () => {
  await using it = await scene({
    heard: ["set a timer for ten minutes"],
    partials: [
      [2, "set a timer"],
      [8, "set a timer for"],
      [14, "set a timer for ten minutes"],
    ],
    understand: (text) => ({
      calls: [{ action: "timer_start", args: text.endsWith("minutes") ? { duration: "PT10M" } : {} }],
      confidence: 0.97,
    }),
  });
  await it.command();
  expect(it.hints).toEqual(["unknown", "open", "unknown", "open", "unknown", "complete"]);
});

test("what rings is told, and can be stopped by a word without the wake word", async () => {
  await using it = await scene({ heard: ["stop"] });
  it.hearing.announce({ text: "The pasta timer is done.", lang: "en" });
  await it.sound("silence", 1_100);
  expect(it.told()).toEqual(["microphone.opened", "speaking.started", "speaking.ended", "window.opened"]);
  await it.sound("speech", 300);
  await it.sound("silence", 600);
  expect(it.utterances).toEqual(["stop"]);
});

test("news waits until the person has finished and been answered", async () => {
  await using it = await scene({ heard: ["one"] });
  await it.sound("computer", 20);
  await it.sound("speech", 300);
  it.hearing.announce({ text: "The timer is done.", lang: "en" });
  await it.sound("silence", 600);
  expect(it.last("speaking.started")!.text).toBe("Done.");
  await it.sound("silence", 1_100);
  expect(it.last("speaking.started")!.text).toBe("The timer is done.");
});

test("a recogniser that does not come back is given up", async () => {
  await using it = await scene({ heard: [new Promise<Heard>(() => undefined)] });
  const taken = it.command();
  for (let i = 0; i < 5; i++) await turnOfTheLoop();
  it.advance(20_100);
  await taken;
  expect(it.cues.at(-1)).toBe("error");
  expect(it.events.at(-1)!.type).toBe("asleep");
});

test("a turn that breaks is told", async () => {
  await using it = await scene({
    heard: ["one"],
    answer: () => {
      throw new Error("the daemon is gone");
    },
  });
  await it.command();
  expect(it.last("turn.failed")!.message).toBe("the daemon is gone");
  expect(it.last("speaking.started")!.text).toContain("the daemon is gone");
});
